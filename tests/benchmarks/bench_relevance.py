"""How well each engine answers the judged searches of `tests/relevance`: NDCG@10, and how many find nothing."""

import statistics
import time

import pytest

from store.search.engines.port import ProductQuery, Sort
from store.search.selectors import find_products
from tests.relevance.judged import Report, lay_out

pytestmark = pytest.mark.django_db


def test_relevance_on_the_database(capsys) -> None:
    standard, took = lay_out(), []

    def answer(words: str) -> list[int]:
        begun = time.perf_counter()
        found = find_products(ProductQuery(words=words, sort=Sort.RELEVANCE, with_facets=False))
        took.append((time.perf_counter() - begun) * 1_000)
        return [hit.product for hit in (*found.hits, *found.nearby)]

    report = standard.ask(answer)
    with capsys.disabled():
        show("database", report, took)


def show(engine: str, report: Report, took: list[float]) -> None:
    empty = len(report.empty) / len(report.answers)
    print(f"\nRelevance, {engine}: {len(report.answers)} judged searches")  # noqa: T201 - this is what it is for
    kinds = " · ".join(f"{kind} {value:.2f}" for kind, value in report.by_kind.items())
    middle = statistics.median(took)
    print(f"  NDCG@10 {report.ndcg:.3f} · without a result {empty:.1%} · median {middle:.1f} ms\n  {kinds}")  # noqa: T201
    print("  the ten worst:")  # noqa: T201
    for one in report.worst:
        print(f"    {one.ndcg:.2f}  {one.judged.words:32} {', '.join(one.keys[:3])}")  # noqa: T201
