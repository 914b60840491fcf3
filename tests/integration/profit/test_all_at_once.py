"""The same facts from many sides at once, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from django.db import connection

from iccn.ledger.models import Entry
from iccn.money.rupiah import Rupiah
from store.profit import services
from store.profit.models import LineRefund, LineShare
from store.profit.refusals import RefundTooHigh
from store.profit.sale import Asked
from tests.factories.profit import DAY, attempt_for, booked, line, sale

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("_books")]
ORDER = SimpleNamespace(number="ICS-1")
ATTEMPT = attempt_for(sale())


def at_once(times: int, verb) -> list:
    def one(number: int):
        try:
            return verb(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def test_the_same_webhook_ten_times_is_one_set_of_entries() -> None:
    def webhook(_number: int) -> int:
        services.book_sale(sale=sale())
        return services.post_settled(attempt=ATTEMPT, on=DAY).pk

    assert len(set(at_once(10, webhook))) == 1
    assert (Entry.objects.count(), LineShare.objects.count()) == (2, 1)
    assert booked() == {"1100": 266_124, "5100": 1_876, "2900": -268_000}


def test_arrival_told_by_ten_people_is_one_arrival() -> None:
    services.book_sale(sale=sale())
    at_once(10, lambda _number: len(services.post_delivered(order=ORDER, on=DAY)))
    assert Entry.objects.count() == 3
    assert booked()["2100:sari"] == -200_000


def test_ten_refunds_of_everything_at_once_one_is_given() -> None:
    services.book_sale(sale=sale())
    services.post_delivered(order=ORDER, on=DAY)

    def refund(number: int) -> str:
        asked = [Asked(1, Rupiah(250_000))]
        try:
            services.post_refund(order=ORDER, number=number, asked=asked, by="user:1", on=DAY)
        except RefundTooHigh:
            return "refused"
        return "given"

    assert sorted(at_once(10, refund)) == ["given"] + ["refused"] * 9
    assert LineRefund.objects.count() == 1
    assert booked() == {"1110": 268_000, "2400": -18_000, "2500": -250_000}


def test_twenty_orders_paid_settled_and_delivered_at_once_never_wait_in_a_ring() -> None:
    def whole_way(number: int) -> None:
        order = f"ICS-{number}"
        pair = [line(number * 2 + 1), line(number * 2 + 2, artisan="dayu", chapter="jepara")]
        sold = sale(order, *(pair if number % 2 else reversed(pair)))
        services.book_sale(sale=sold)
        services.post_settled(attempt=attempt_for(sold), on=DAY)
        services.post_delivered(order=sold, on=DAY)

    at_once(20, whole_way)
    held = booked()
    assert (held["2100:sari"], held["2100:dayu"]) == (-4_000_000, -4_000_000)
    assert (held["2400"], held["4100"]) == (-720_000, -2_000_000)
