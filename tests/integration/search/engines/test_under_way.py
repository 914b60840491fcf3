"""While shoppers search: the node is killed and comes back, the index is rebuilt, the mapping changes."""

from collections import Counter
from collections.abc import Iterator
from threading import Event, Lock, Thread
from time import perf_counter

import pytest
from django.db import connection as database
from elasticsearch.dsl.field import Keyword

from store.search.engines import choice
from store.search.engines.database.engine import DatabaseEngine
from store.search.engines.elasticsearch import index, mapping, rebuild
from store.search.engines.elasticsearch.client import Connection, connection, writer
from store.search.engines.port import ProductQuery, Sort
from store.search.selectors import find_products
from tests.factories.documents import make_documents
from tests.factories.elastic_node import WITHOUT_NODE, Node, NoNodeError, start_node

SEARCHES_EACH_SECOND = 50
SEARCHERS = 2


@pytest.fixture
def answers_of_the_database(monkeypatch) -> Counter:
    """How often the database answered a search."""
    answered: Counter = Counter()
    find = DatabaseEngine.find

    def counting(self, *args, **kwargs):
        answered["database"] += 1
        return find(self, *args, **kwargs)

    monkeypatch.setattr(DatabaseEngine, "find", counting)
    return answered


# --- a node is killed -------------------------------------------------------------------------------------


@pytest.fixture
def own_node(tmp_path) -> Iterator[Node]:
    """One to be killed: the others' tests go on with theirs."""
    try:
        node = start_node(tmp_path / "node")
    except NoNodeError as reason:
        pytest.skip(f"{WITHOUT_NODE}: {reason}")
    yield node
    node.stop()


@pytest.mark.django_db
def test_a_shopper_notices_nothing_when_the_node_is_killed_and_comes_back(
    own_node, settings, client, answers_of_the_database
):
    settings.ELASTICSEARCH_URL = own_node.url
    settings.ELASTICSEARCH_TIMEOUT_MS = 5_000
    make_documents([{"title": "Tas pandan"}, {"title": "Keripik"}, {"title": "Tas rotan"}])
    to = connection()
    list(rebuild.rebuild(to))
    breaker = choice.resilient(to).breaker

    def looks() -> None:
        page = client.get("/id/toko/", {"q": "tas"})
        assert page.status_code == 200
        text = page.content.decode()
        assert "Tas pandan" in text
        assert "Tas rotan" in text
        assert "Keripik" not in text

    looks()
    assert answers_of_the_database == {}

    own_node.kill()
    for _page in range(5):
        looks()
    assert answers_of_the_database["database"] >= 5
    assert breaker.is_open

    port = int(own_node.url.rsplit(":", 1)[1])
    assert start_node(own_node.folder, port=port).url == own_node.url
    writer(to).cluster.health(index=index.alias(to), wait_for_status="yellow")
    breaker.clock = lambda: float("inf")  # the pause is over
    answers_of_the_database.clear()
    looks()
    assert answers_of_the_database == {}
    assert not breaker.is_open


# --- rebuilt under load -----------------------------------------------------------------------------------


class Shoppers:
    """Threads that search all the time, and what went wrong for them."""

    def __init__(self) -> None:
        self.ended = Event()
        self.searched = 0
        self.wrong: list[str] = []
        self._lock = Lock()
        self._threads = [Thread(target=self._search) for _number in range(SEARCHERS)]

    def __enter__(self) -> "Shoppers":
        self.started = perf_counter()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.ended.set()
        for thread in self._threads:
            thread.join()
        self.rate = self.searched / (perf_counter() - self.started)

    def _search(self) -> None:
        query = ProductQuery(words="tas", sort=Sort.RELEVANCE)
        try:
            while not self.ended.wait(SEARCHERS / SEARCHES_EACH_SECOND):
                self._look(query)
        finally:
            database.close()

    def _look(self, query: ProductQuery) -> None:
        try:
            found = find_products(query)
        except Exception as error:  # noqa: BLE001 - whatever it is, a shopper saw it
            self.wrong.append(repr(error))
            return
        with self._lock:
            self.searched += 1
        if (found.total, len(found.hits)) != (300, 24):
            self.wrong.append(f"{found.total} products, {len(found.hits)} of them on the page")


@pytest.fixture
def busy_shop(transactional_db, cluster) -> Connection:
    make_documents([{"title": f"Tas nomor {number}"} for number in range(300)])
    list(rebuild.rebuild(cluster))
    yield cluster
    writer(cluster).indices.delete(index=index.family(cluster), ignore_unavailable=True)


def test_searches_go_on_during_rebuilds(busy_shop, answers_of_the_database, monkeypatch):
    monkeypatch.setattr(rebuild, "CHUNK", 50)
    with Shoppers() as shoppers:
        for _time in range(3):
            assert sum(rebuild.rebuild(busy_shop)) == 300
    assert shoppers.wrong == []
    assert shoppers.searched >= 10
    assert answers_of_the_database == {}  # the index was there all the time


def test_searches_go_on_during_a_change_of_the_mapping(busy_shop, monkeypatch):
    monkeypatch.setattr(rebuild, "CHUNK", 50)
    with Shoppers() as shoppers:
        monkeypatch.setitem(mapping.FIELDS, "colour", Keyword())
        index._fingerprint.cache_clear()
        assert choice.tend_index() == "made anew: 300"
    monkeypatch.undo()
    index._fingerprint.cache_clear()
    assert shoppers.wrong == []
    assert shoppers.searched >= 5
