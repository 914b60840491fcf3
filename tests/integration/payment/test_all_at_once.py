"""The same news to many workers, one shopper in many tabs, two payments in one moment: one set of books."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connections

from iccn.ledger.models import Entry
from store.checkout.settlement import settle_reading
from store.checkout.webhooks import keep
from store.payment.gateways.port import News
from store.payment.models import Attempt, Notification
from store.payment.services import start_attempt
from tests.factories.payment import audited, make_attempt, make_order
from tests.factories.profit import booked, lay_the_books
from tests.integration.payment.test_settlement import paid_reading

pytestmark = pytest.mark.django_db(transaction=True)
PAID_AND_SETTLED = {"1100": 266_124, "2900": -268_000, "5100": 1_876}


def at_once(times: int, work: Callable[[int], object]) -> list[object]:
    """Runs the work that often at the same time, each with a connection of its own."""

    def alone(number: int) -> object:
        close_old_connections()
        try:
            return work(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(alone, range(times)))


@pytest.fixture
def order(sari):
    lay_the_books()
    return make_order()


def test_ten_workers_with_the_same_news_pay_once(order) -> None:
    attempt = make_attempt(order, method="qris")
    reading = paid_reading(attempt)
    moves = at_once(10, lambda _: settle_reading(attempt_id=attempt.pk, reading=reading))
    assert sum(move is not None for move in moves) == 1
    assert booked() == PAID_AND_SETTLED
    assert audited(attempt) == ["attempt.paid"]


def test_two_payments_of_one_order_in_one_moment_one_is_kept(order) -> None:
    attempts = [make_attempt(order, method="qris"), make_attempt(order, method="qris")]
    at_once(2, lambda n: settle_reading(attempt_id=attempts[n].pk, reading=paid_reading(attempts[n])))
    assert sorted(Attempt.objects.values_list("state", flat=True)) == ["paid", "refund_due"]
    assert booked() == PAID_AND_SETTLED | {"1110": 268_000, "2500": -268_000}


def test_ten_deliveries_of_one_notification_keep_one_row(order, settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    attempt = make_attempt(order)
    news = News(attempt.provider_id, "f" * 64, {"transaction_status": "settlement"})
    assert at_once(10, lambda _: keep(news, "midtrans").status_code) == [200] * 10
    assert Notification.objects.get().repeats == 9


def test_ten_tabs_begin_one_attempt(order, wire) -> None:
    begun = at_once(10, lambda _: start_attempt(order=order, method="qris").provider_id)
    assert set(begun) == {"ICS-2611-8K3F7-1"}
    assert wire.paths == ["POST /simulator/midtrans/snap/v1/transactions"]
    assert Entry.objects.count() == 0
