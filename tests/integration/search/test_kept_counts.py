"""Counts of listings are kept between visitors; the worker counts anew what they asked for."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import OperationalError

from iccn.money.rupiah import Rupiah
from store.catalogue.models import Category
from store.partner.models import Partner
from store.search.engines.database.kept import packed, unpacked
from store.search.engines.port import ProductQuery, Readiness, Sort
from store.search.models import KeptCounts, ProductDocument
from store.search.selectors import find_products
from store.search.services import reindex
from store.search.tasks import recount
from tests.factories.catalogue import make_category, make_product

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 12, 1, 5, tzinfo=UTC)


@pytest.fixture
def shop(artisan, settings) -> Partner:
    make_category()
    for upc in "AB":
        make_product(artisan, upc=upc)
    list(reindex())
    settings.SEARCH_COUNTS_SECONDS = 60
    find_products(ProductQuery(words="topi"))  # wordings are in hand
    return artisan


def total(**narrowed: object) -> int:
    return find_products(ProductQuery(**narrowed)).total


def one_more(artisan: Partner, upc: str) -> None:
    make_product(artisan, upc=upc)
    list(reindex())


def test_the_first_visitor_waits_and_the_next_do_not(shop, django_assert_num_queries) -> None:
    first = find_products(ProductQuery(provinces=("32",)))
    with django_assert_num_queries(1):  # the hits
        again = find_products(ProductQuery(provinces=("32",), page=2, per_page=1, sort=Sort.CHEAPEST))
    assert (again.total, again.facets) == (first.total, first.facets)
    cache.clear()  # as in another process
    with django_assert_num_queries(2):
        other = find_products(ProductQuery(provinces=("32",)))
    assert (other.total, other.facets) == (first.total, first.facets)
    assert KeptCounts.objects.count() == 1


def test_words_are_counted_each_time(shop, django_assert_num_queries) -> None:
    with django_assert_num_queries(2):
        find_products(ProductQuery(words="tas pandan anyam", with_nearby=False))
    assert not KeptCounts.objects.exists()


def test_old_counts_are_shown_once_more_while_the_worker_makes_new_ones(shop) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        assert total() == 2
        one_more(shop, "C")
        assert recount.enqueue().return_value == 0  # nobody asked
        clock.shift(61)
        cache.clear()
        assert total() == 2
        assert recount.enqueue().return_value == 1
        cache.clear()
        assert total() == 3
        assert recount.enqueue().return_value == 0


def test_what_nobody_looked_at_for_an_hour_is_counted_at_once(shop) -> None:
    with time_machine.travel(NOON, tick=False) as clock:
        assert total() == 2
        one_more(shop, "C")
        clock.shift(timedelta(hours=1, seconds=1))
        cache.clear()
        assert total() == 3
        clock.shift(timedelta(days=1, seconds=1))
        recount.enqueue()
        assert not KeptCounts.objects.exists()


def test_every_listing_is_counted_anew_as_it_was_asked(shop) -> None:
    category = Category.objects.get(slug="anyaman").pk
    asked = {"category": category, "provinces": ("32",)}
    with time_machine.travel(NOON, tick=False) as clock:
        assert total(**asked) == 2
        ProductDocument.objects.filter(upc="B").update(province_code="33")
        clock.shift(61)
        cache.clear()
        assert total(**asked) == 2
        recount.enqueue()
        cache.clear()
        assert total(**asked) == 1


@pytest.mark.parametrize(
    "narrowed",
    [
        {"price_from": Rupiah(1_234)},
        {"options": (("ukuran", ("xyz",)),)},
        {"materials": ("xyz",)},
        {"provinces": ("32", "33")},
        {"readiness": Readiness.READY},
    ],
)
def test_what_anyone_may_make_up_fills_no_table(shop, narrowed, django_assert_num_queries) -> None:
    first = total(**narrowed)
    assert not KeptCounts.objects.exists()
    with django_assert_num_queries(1):
        assert total(**narrowed) == first


def test_a_database_that_can_not_write_still_shows_its_listings(shop, monkeypatch) -> None:
    def full(*_args: object, **_fields: object) -> None:
        raise OperationalError("could not extend file: No space left on device")

    monkeypatch.setattr("django.db.models.query.QuerySet.update_or_create", full)
    assert total() == 2
    assert not KeptCounts.objects.exists()


def test_a_query_comes_out_as_it_went_in() -> None:
    query = ProductQuery(
        category=3,
        provinces=("32", "33"),
        options=(("ukuran", ("M", "L")), ("warna", ("Merah",))),
        price_to=Rupiah(50_000),
        readiness=Readiness.MADE_TO_ORDER,
        sort=Sort.RATING,
        rating_from=4,
    )
    assert unpacked(packed(query)) == query
    assert unpacked(packed(ProductQuery())) == ProductQuery()
