"""Both engines before the same documents. The node is real; without a JDK and Maven its tests say they did not run."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.db import connection as database

from store.search.engines.database.engine import DatabaseEngine
from store.search.engines.elasticsearch import index
from store.search.engines.elasticsearch.client import Connection, connection, writer
from store.search.engines.elasticsearch.engine import ElasticsearchEngine
from store.search.engines.elasticsearch.rebuild import mend, rebuild
from store.search.engines.port import ProductQuery, ProductResults, SearchEngine, Sort
from store.search.expansion import understand
from store.search.selectors import known_variants
from tests.factories.elastic_node import WITHOUT_NODE, Node, NoNodeError, shared_folder, start_node


@pytest.fixture(scope="session")
def node() -> Node:
    """One for all workers of this run."""
    try:
        return start_node(shared_folder())
    except NoNodeError as reason:
        pytest.skip(f"{WITHOUT_NODE}: {reason}")


@pytest.fixture(scope="session")
def _tidy(node) -> Iterator[set[Connection]]:
    """Indices of this worker go when its tests end."""
    used: set[Connection] = set()
    yield used
    for to in used:
        writer(to).indices.delete(index=index.family(to), ignore_unavailable=True)


@pytest.fixture
def cluster(node, _tidy, settings, db) -> Connection:
    """The real node is the engine in use; each test database has its own indices there."""
    settings.ELASTICSEARCH_URL = node.url
    settings.ELASTICSEARCH_PREFIX = str(database.settings_dict["NAME"]).lower()
    settings.ELASTICSEARCH_TIMEOUT_MS = (
        20_000  # the machine is shared: time is tested where it is the subject
    )
    to = connection()
    _tidy.add(to)
    return to


def bring_in_step(to: Connection) -> None:
    """The index says what the table says, and searches see it."""
    if index.serving(to):
        mend(to, index.alias(to))
    else:
        list(rebuild(to))
    writer(to).indices.refresh(index=index.alias(to))


@dataclass(frozen=True)
class Asked:
    """An engine without anything behind it that could answer in its place."""

    engine: SearchEngine
    prepare: Callable[[], None]

    def __call__(self, words: str = "", *, widen: bool = False, **changes: object) -> ProductResults:
        self.prepare()
        return self.again(words, widen=widen, **changes)

    def again(self, words: str = "", *, widen: bool = False, **changes: object) -> ProductResults:
        """Nothing has changed since the engine was prepared."""
        terms = understand(words, known_variants()) if words else ()
        sort = changes.pop("sort", Sort.RELEVANCE if words else Sort.NEWEST)
        return self.engine.find(ProductQuery(words=words, sort=sort, **changes), terms, widen=widen)

    def titles(self, words: str = "", *, widen: bool = False, **changes: object) -> list[str]:
        return [hit.title for hit in self(words, widen=widen, **changes).hits]


@pytest.fixture
def on_database(db) -> Asked:
    return Asked(DatabaseEngine(), lambda: None)


@pytest.fixture
def on_elasticsearch(cluster) -> Asked:
    return Asked(ElasticsearchEngine(cluster), lambda: bring_in_step(cluster))


@pytest.fixture(params=["database", "elasticsearch"])
def ask(request) -> Asked:
    return request.getfixturevalue(f"on_{request.param}")
