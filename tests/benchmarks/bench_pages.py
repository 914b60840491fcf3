"""How quick the shop's pages are with 150 and with 5,000 products. Prints a table; asserts nothing about time.

`make bench`. One process, warm, without a network; the medians of twenty calls in milliseconds, and the queries of one.
"""

import statistics
import time
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from store.catalogue.models import Product
from store.partner.models import Partner
from tests.factories.many_products import make_many
from tests.factories.profit import lay_the_books

pytestmark = pytest.mark.django_db
ROUNDS = 20
SIZES = (150, 5_000)


def timed(call: Callable[[], object]) -> tuple[float, float, int]:
    """Median and slowest of the rounds in milliseconds, and the queries of one."""
    call()
    took = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        call()
        took.append((time.perf_counter() - begun) * 1_000)
    with CaptureQueriesContext(connection) as queries:
        call()
    return statistics.median(took), max(took), len(queries)


@pytest.mark.parametrize("size", SIZES)
def test_pages(client, sari, size, capsys) -> None:
    lay_the_books()
    make_many(Partner.objects.get(code="sari"), size)
    product = Product.objects.filter(is_public=True).last()
    assert product is not None
    paths = {
        "listing": "/id/toko/",
        "listing, page 3": "/id/toko/?halaman=3",
        "search “tas pandan”": "/id/toko/?q=tas+pandan",
        "product": product.get_absolute_url(),
        "passport": product.passport_url(),
        "basket, empty": "/id/toko/keranjang/",
    }
    rows = {name: timed(lambda path=path: client.get(path)) for name, path in paths.items()}
    with capsys.disabled():
        print(f"\n{size:,} products{'':16} median ms   slowest  queries")  # noqa: T201 - this is what it is for
        for name, (median, slowest, queries) in rows.items():
            print(f"  {name:24} {median:10.1f} {slowest:9.1f} {queries:8}")  # noqa: T201
