"""How quick the shop is as it grows, on both engines, beside stock Oscar on the same goods in the same run.

`make bench`, or less of it: `make bench SIZES=1000,10000 STOCK=1000 ENGINES=database`. One process for each shop, no
network between client and shop, warm. Prints tables; asserts nothing of time.
"""

import os
import time
from collections.abc import Mapping
from datetime import date

import pytest
from django.conf import settings as django_settings
from django.core.cache import cache

from store.search.engines.elasticsearch import index
from store.search.engines.elasticsearch.client import connection as elastic
from store.search.engines.elasticsearch.client import writer
from store.search.engines.elasticsearch.rebuild import rebuild
from store.search.services import seed_variants
from tests.benchmarks import ours, stock
from tests.benchmarks.clock import Figure
from tests.factories.elastic_node import NoNodeError, shared_folder, start_node
from tests.factories.profit import lay_the_books

pytestmark = pytest.mark.django_db(transaction=True)
SIZES = [int(one) for one in os.environ.get("SIZES", "1000,10000,100000").split(",")]
STOCK_SIZES = [
    int(one) for one in os.environ.get("STOCK", "1000,10000").split(",") if one and int(one) in SIZES
]
ENGINES = os.environ.get("ENGINES", "database,elasticsearch").split(",")
DAY = date(2026, 11, 27)
Table = dict[tuple[str, int], Mapping[str, Figure]]


@pytest.fixture
def say(capsys):
    def write(words: str) -> None:
        with capsys.disabled():
            print(words, flush=True)  # noqa: T201 - this is what it is for

    return write


@pytest.fixture
def node(say) -> str:
    """The address of a real node, or nothing where none can run."""
    if "elasticsearch" not in ENGINES:
        return ""
    try:
        return start_node(shared_folder(), heap="512m").url
    except NoNodeError as reason:
        say(f"\nElasticsearch is not measured: {reason}")
        return ""


def test_finding(sari, node, settings, say) -> None:
    begun = time.perf_counter()
    lay_the_books()
    seed_variants()
    found: Table = {}
    beside = stock.measured(STOCK_SIZES) if STOCK_SIZES else {}
    for size, told in beside.items():
        found["stock", size] = told.figures
        show(say, f"stock Oscar 4.2.1 with Whoosh, {size:,} products", told.figures)
        say(f"  index made anew in {told.rebuild_seconds:.1f} s; at most {told.memory_mb} MB")
    for size in SIZES:
        ours.fill(size)
        done = ours.work(DAY)
        found["database", size] = ours.figures()
        show(say, f"ours on PostgreSQL, {size:,} products", found["database", size])
        say(
            f"  documents made anew in {done.rebuild_seconds:.1f} s, rotation {done.rotate_seconds:.1f} s; "
            f"at most {done.memory_mb} MB"
        )
        if node:
            found["elasticsearch", size] = on_elasticsearch(node, settings, size, say)
    compare(say, found)
    say(f"\ntotal {time.perf_counter() - begun:.0f} s")


def on_elasticsearch(url: str, settings, size: int, say) -> Mapping[str, Figure]:
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_PREFIX = url, "bench"
    cache.clear()
    to = elastic()
    began = time.perf_counter()
    list(rebuild(to))
    took = time.perf_counter() - began
    writer(to).indices.refresh(index=index.alias(to))
    figures = ours.figures()
    show(say, f"ours on Elasticsearch, {size:,} products", figures)
    say(f"  index made anew from the table in {took:.1f} s")
    settings.ELASTICSEARCH_URL = django_settings.ELASTICSEARCH_URL = ""
    return figures


def show(say, title: str, figures: Mapping[str, Figure]) -> None:
    say(f"\n{title:42} best ms   p50 ms   p95 ms  queries  calls")
    for name, one in figures.items():
        say(f"  {name:38} {one.best:10.1f} {one.p50:8.1f} {one.p95:8.1f} {one.queries:8} {one.calls:6}")


def compare(say, found: Table) -> None:
    """What the aims are said in: growth of our pages, and how many times quicker than stock."""
    for engine in ("database", "elasticsearch"):
        least, most = found.get((engine, SIZES[0])), found.get((engine, SIZES[-1]))
        for name in ("listing", "category", "faceted", "search"):
            if least and most and len(SIZES) > 1:
                growth = ratios(most[name], least[name])
                say(f"{engine}, {name}: {SIZES[-1]:,} products take, beside {SIZES[0]:,}: {growth}")
        for size in STOCK_SIZES:
            mine, theirs = found.get((engine, size)), found["stock", size]
            for name in theirs if mine else ():
                say(f"{engine}, {name}, {size:,}: quicker than stock: {ratios(theirs[name], mine[name])}")


def ratios(one: Figure, other: Figure) -> str:
    return " · ".join(
        f"{part} {getattr(one, part) / getattr(other, part):.2f} ×" for part in ("best", "p50", "p95")
    )
