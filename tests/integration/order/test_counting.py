"""The figures of docs/rules/recommendations.md: what orders tell about products, and what they keep to themselves."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from oscar.core.loading import get_model

from store.catalogue.models import Product, ProductFigures
from store.order import tasks
from store.order.counting import count_companions, count_figures, this_monday
from store.search.companions import companions_of
from store.search.models import Companion, ProductDocument
from store.search.services import reindex
from tests.factories.catalogue import make_product
from tests.factories.sales import bought

pytestmark = pytest.mark.django_db
HERE = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 25, 2, 0, tzinfo=HERE)  # a Wednesday
LAST_WEEK = NOW - timedelta(days=7)


@pytest.fixture
def goods(sari) -> dict[str, Product]:
    artisan = sari.partners.get()
    made = {
        name: make_product(artisan, upc=name, title=name)
        for name in ("tas", "topi", "kipas", "tikar", "dompet")
    }
    list(reindex())
    return made


def pairs() -> list[tuple[str, str, int, int]]:
    found = Companion.objects.order_by("product__upc", "place")
    return list(found.values_list("product__upc", "other__upc", "buyers", "place"))


def sell_the_example(goods: dict[str, Product]) -> None:
    """Ten people buy a bag; four of them with a hat, five with a fan, which everybody buys anyway."""
    for number in range(10):
        with_it = [goods["topi"]] * (number < 4) + [goods["kipas"]] * (number >= 5)
        bought(f"+62811{number}", goods["tas"], *with_it, at=LAST_WEEK)
    bought("+628120", goods["topi"], at=LAST_WEEK)
    for number in range(45):
        bought(f"+62813{number}", goods["kipas"], at=LAST_WEEK)


def test_the_closest_companion_comes_first_not_the_best_seller(goods) -> None:
    sell_the_example(goods)
    assert count_companions(now=NOW) == 4
    assert pairs() == [
        ("kipas", "tas", 5, 1),
        ("tas", "topi", 4, 1),
        ("tas", "kipas", 5, 2),
        ("topi", "tas", 4, 1),
    ]


def test_counting_again_gives_the_same(goods) -> None:
    sell_the_example(goods)
    count_companions(now=NOW)
    first = pairs()
    count_companions(now=NOW)
    assert pairs() == first


def test_one_person_however_often_is_no_pair(goods) -> None:
    for _ in range(5):
        bought("+62811", goods["tas"], goods["topi"], at=LAST_WEEK)
    bought("+62812", goods["tas"], at=LAST_WEEK)
    bought("+62813", goods["topi"], at=LAST_WEEK)
    assert count_companions(now=NOW) == 0


def test_a_pair_that_all_buyers_of_either_bought_tells_of_each_of_them_and_is_kept_back(goods) -> None:
    for number in range(3):
        bought(f"+62811{number}", goods["tas"], goods["topi"], at=LAST_WEEK)
    bought("+628129", goods["tas"], at=LAST_WEEK)
    assert count_companions(now=NOW) == 0
    bought("+628130", goods["topi"], at=LAST_WEEK)
    assert count_companions(now=NOW) == 2


def test_orders_count_from_the_monday_after_they_were_paid(goods) -> None:
    monday = datetime(2026, 11, 23, tzinfo=HERE)
    assert this_monday(NOW) == monday
    for number in range(2):
        bought(f"+62811{number}", goods["tas"], goods["topi"], at=monday)
    bought("+628121", goods["tas"], at=LAST_WEEK)
    bought("+628122", goods["topi"], at=LAST_WEEK)
    assert count_companions(now=NOW) == 0
    assert count_companions(now=NOW + timedelta(days=7)) == 2


def test_what_is_unpaid_cancelled_returned_lost_nameless_or_old_does_not_count(goods) -> None:
    bought("+628121", goods["tas"], at=LAST_WEEK)
    bought("+628122", goods["topi"], at=LAST_WEEK)
    bought("+628111", goods["tas"], goods["topi"], at=LAST_WEEK)
    for number, changes in enumerate(
        (
            {"status": "awaiting", "paid_at": None},
            {"status": "cancelled"},
            {"parcel": "returned"},
            {"parcel": "lost"},
            {"at": NOW - timedelta(days=400)},
        )
    ):
        bought(f"+62813{number}", goods["tas"], goods["topi"], **{"at": LAST_WEEK, **changes})
    bought("", goods["tas"], goods["topi"], at=LAST_WEEK)
    assert count_companions(now=NOW) == 0
    bought(
        "", goods["tas"], goods["topi"], at=LAST_WEEK, guest_email="Ani@contoh.example", parcel="delivered"
    )
    assert count_companions(now=NOW) == 2


def test_at_most_twelve_companions_are_kept(sari) -> None:
    artisan = sari.partners.get()
    made = [make_product(artisan, upc=f"B{number}") for number in range(14)]
    list(reindex())
    for buyer in ("+62811", "+62812"):
        bought(buyer, *made, at=LAST_WEEK)
    for number, product in enumerate(made):
        bought(f"+6282{number}", product, at=LAST_WEEK)
    assert count_companions(now=NOW) == 14 * 12


def test_sold_out_and_hidden_companions_are_left_out_and_a_basket_shows_each_once(goods) -> None:
    sell_the_example(goods)
    for number in range(2):
        bought(f"+62816{number}", goods["topi"], goods["kipas"], at=LAST_WEEK)
    count_companions(now=NOW)
    bag, hat, fan = goods["tas"].pk, goods["topi"].pk, goods["kipas"].pk
    assert [hit.product for hit in companions_of([bag])] == [hat, fan]
    assert [hit.product for hit in companions_of([bag, hat])] == [fan]
    assert companions_of([bag], most=1)[0].title == "topi"
    ProductDocument.objects.filter(pk=hat).update(is_available=False)
    assert [hit.product for hit in companions_of([bag])] == [fan]
    ProductDocument.objects.filter(pk=fan).update(is_public=False)
    assert companions_of([bag]) == []
    assert companions_of([]) == []


def test_sales_and_ratings_are_counted_and_only_changed_products_are_made_anew(
    goods, django_capture_on_commit_callbacks
) -> None:
    bag, hat, fan = goods["tas"], goods["topi"], goods["kipas"]
    bought("+62811", bag, at=LAST_WEEK, pieces=3)
    bought("+62812", bag, at=NOW - timedelta(days=179), parcel="delivered")
    bought("+62813", bag, at=NOW - timedelta(days=181))
    bought("+62814", bag, at=LAST_WEEK, parcel="returned")
    bought("+62815", hat, at=LAST_WEEK, status="cancelled")
    review = get_model("reviews", "ProductReview").objects.create
    for score, status in ((5, 1), (4, 1), (4, 1), (1, 0), (1, 2)):
        review(
            product=fan,
            score=score,
            status=status,
            title="Bagus",
            body="Rapi",
            name="Ani",
            email="a@b.example",
        )
    with django_capture_on_commit_callbacks(execute=True):
        assert count_figures(now=NOW) == 2
    found = ProductDocument.objects.order_by("upc").values_list("upc", "sold", "rating", "reviews")
    assert list(found) == [
        ("dompet", 0, None, 0), ("kipas", 0, 4.33, 3), ("tas", 4, None, 0), ("tikar", 0, None, 0), ("topi", 0, None, 0),
    ]  # fmt: skip
    with django_capture_on_commit_callbacks() as told:
        assert count_figures(now=NOW) == 0
    assert told == []
    assert count_figures(now=NOW + timedelta(days=180)) == 1  # what was sold has lapsed
    assert ProductFigures.objects.get(product=bag).sold == 0


def test_the_rounds_count_by_the_clock(goods) -> None:
    assert (tasks.count_figures.call(), tasks.count_companions.call()) == (0, 0)
