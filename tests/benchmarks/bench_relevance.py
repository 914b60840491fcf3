"""How well each engine answers the judged searches of `tests/relevance`: NDCG@10, and how many find nothing."""

import statistics
import time
from collections.abc import Sequence

import pytest
from django.db import connection as database

from store.search.engines.database.engine import DatabaseEngine
from store.search.engines.elasticsearch import index
from store.search.engines.elasticsearch.client import connection, writer
from store.search.engines.elasticsearch.engine import ElasticsearchEngine
from store.search.engines.elasticsearch.rebuild import rebuild
from store.search.engines.port import SearchEngine
from tests.factories.elastic_node import WITHOUT_NODE, NoNodeError, shared_folder, start_node
from tests.relevance.judged import Report, Standard, first_page, lay_out

pytestmark = pytest.mark.django_db


def test_relevance_on_each_engine(settings, monkeypatch, capsys) -> None:
    standard = lay_out()
    with capsys.disabled():
        measure("database", DatabaseEngine(), standard, monkeypatch)
        try:
            settings.ELASTICSEARCH_URL = start_node(shared_folder()).url
        except NoNodeError as reason:
            print(f"\n{WITHOUT_NODE}: {reason}")  # noqa: T201 - this is what it is for
            return
        settings.ELASTICSEARCH_PREFIX = f"bench_{database.settings_dict['NAME']}".lower()
        settings.ELASTICSEARCH_TIMEOUT_MS = 20_000
        to = connection()
        list(rebuild(to))
        measure("elasticsearch", ElasticsearchEngine(to), standard, monkeypatch)
        writer(to).indices.delete(index=index.family(to), ignore_unavailable=True)


def measure(name: str, engine: SearchEngine, standard: Standard, monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing behind the engine that could answer in its place."""
    monkeypatch.setattr("store.search.selectors.engine", lambda: engine)
    took = []

    def answer(words: str) -> list[int]:
        begun = time.perf_counter()
        found = first_page(words)
        took.append((time.perf_counter() - begun) * 1_000)
        return found

    show(name, standard.ask(answer), took)
    unseen = standard.ask(answer, standard.unseen)
    said = f"{len(unseen.answers)} that nobody tuned to: NDCG@10 {unseen.ndcg:.3f}"
    print(f"  {said} · without a result {len(unseen.empty)}")  # noqa: T201


def show(engine: str, report: Report, took: Sequence[float]) -> None:
    empty = len(report.empty) / len(report.answers)
    kinds = " · ".join(f"{kind} {value:.2f}" for kind, value in report.by_kind.items())
    middle = statistics.median(took)
    print(f"\nRelevance, {engine}: {len(report.answers)} judged searches")  # noqa: T201
    print(f"  NDCG@10 {report.ndcg:.3f} · without a result {empty:.1%} · median {middle:.1f} ms\n  {kinds}")  # noqa: T201
    print("  the ten worst:")  # noqa: T201
    for one in report.worst:
        print(f"    {one.ndcg:.2f}  {one.judged.words:32} {', '.join(one.keys[:3])}")  # noqa: T201
