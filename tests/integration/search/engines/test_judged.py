"""The judged searches on both engines: the same first ten."""

import pytest

from store.search.engines.elasticsearch.engine import ElasticsearchEngine
from store.search.engines.port import SearchEngine
from tests.integration.search.engines.conftest import bring_in_step
from tests.relevance.judged import Report, first_page, lay_out

pytestmark = pytest.mark.django_db


def test_both_engines_give_the_same_first_ten(on_database, cluster, monkeypatch):
    standard = lay_out()
    bring_in_step(cluster)

    def by(engine: SearchEngine) -> Report:
        """With nothing behind the engine that could answer in its place."""
        monkeypatch.setattr("store.search.selectors.engine", lambda: engine)
        return standard.ask(first_page)

    database, elasticsearch = by(on_database.engine), by(ElasticsearchEngine(cluster))
    assert unexplained(database, elasticsearch) == {}
    assert (elasticsearch.ndcg, elasticsearch.empty) == (database.ndcg, database.empty)


def unexplained(one: Report, other: Report) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Where the engines differ, unless the judgement says why."""
    return {
        left.judged.words: (left.keys, right.keys)
        for left, right in zip(one.answers, other.answers, strict=True)
        if left.keys != right.keys and not left.judged.differs
    }
