"""Our own pages under the clock, in this process, through Django's test client."""

import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection
from django.template.base import Template
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext, _TestState
from django.urls import reverse

from store.catalogue.models import Product
from store.catalogue.tree import CategoryTree
from store.partner.models import Partner
from store.search.services import reindex
from store.search.turns import rotate
from tests.benchmarks.clock import Figure, timed
from tests.benchmarks.words import BEGINNINGS, SEARCHES
from tests.factories.crafts import PLACES
from tests.factories.many_products import make_many

PICTURES = 12
PRODUCTS_MEASURED = 20
COUNTED = ("listing", "category", "faceted")  # whose counts are kept for a minute


@dataclass(frozen=True, slots=True)
class Work:
    """Seconds of work behind the scenes, and what this process has used at most."""

    rebuild_seconds: float
    rotate_seconds: float
    memory_mb: int


def fill(size: int) -> None:
    """The shop grows to this size, with the statistics that a running PostgreSQL gathers by itself."""
    make_many(Partner.objects.get(code="sari"), size, pictures=PICTURES, is_indexed=False)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def work(day: object) -> Work:
    begun = time.perf_counter()
    list(reindex())
    rebuilt = time.perf_counter()
    list(rotate(day=day))
    rotated = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE search_productdocument")
    return Work(rebuilt - begun, rotated - rebuilt, memory)


def addresses() -> dict[str, list[str]]:
    shop, provinces = reverse("store:listing"), sorted({place[0] for place in PLACES})
    shelves = [node.url for node in CategoryTree.load().nodes if node.parent is not None]
    products = Product.objects.filter(is_public=True).order_by("pk")
    shown = products[:: max(1, products.count() // PRODUCTS_MEASURED)][:PRODUCTS_MEASURED]
    return {
        "listing": [shop, *(f"{shop}?halaman={page}" for page in range(2, 11))],
        "rotation": [
            f"{shop}?urut=bergilir",
            *(f"{shop}?urut=bergilir&halaman={page}" for page in range(2, 6)),
        ],
        "category": shelves,
        "faceted": [f"{shop}?provinsi={code}&harga_dari=50000&siap=siap&urut=termurah" for code in provinces],
        "search": [f"{shop}?q={words}" for words in SEARCHES],
        "suggest": [f"{reverse('store:suggestions')}?q={words}" for words in BEGINNINGS],
        "product": [one.get_absolute_url() for one in shown],
        "passport": [one.passport_url() for one in shown],
        "basket": [reverse("basket:summary")],
    }


def figures() -> dict[str, Figure]:
    """Warm, and once more with every count made anew where counts are otherwise kept."""
    paths = addresses()
    with as_in_life():
        with override_settings(SEARCH_COUNTS_SECONDS=60):
            found = {name: _timed(paths[name]) for name in paths}
        with override_settings(SEARCH_COUNTS_SECONDS=0):
            for name in COUNTED:
                found[f"{name}, cold"] = _timed(paths[name])
    return found


@contextmanager
def as_in_life() -> Iterator[None]:
    """A test run notes every template with a copy of its context; a shop (and stock Oscar's process) does not."""
    noting, Template._render = Template._render, _TestState.saved_data.template_render
    try:
        yield
    finally:
        Template._render = noting


def _timed(paths: list[str]) -> Figure:
    client = Client()

    def call(address: str) -> None:
        answer = client.get(address)
        assert answer.status_code == 200, (address, answer.status_code)

    def queries_of(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            call(address)
        return len(queries)

    return timed(call, paths, queries_of)
