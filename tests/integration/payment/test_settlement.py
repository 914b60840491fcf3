"""The gateway's word becomes a paid order, once, whatever comes twice, late, or in the wrong order."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from iccn.ledger.models import Entry
from iccn.money.rupiah import Rupiah
from store.checkout.settlement import settle_payment, settle_reading
from store.partner.models import StockRecord
from store.payment.gateways.port import Reading
from store.payment.machine import Event
from store.payment.models import Attempt, Notification
from tests.factories.payment import audited, make_attempt
from tests.factories.profit import booked

pytestmark = pytest.mark.django_db

NOTHING = {}
PAID_AND_SETTLED = {"1100": 266_124, "2900": -268_000, "5100": 1_876}  # QRIS takes 0,7 %: Rp1.876


def stock_of(order) -> tuple[int, int]:
    """Pieces in stock, pieces promised."""
    return StockRecord.objects.values_list("num_in_stock", "num_allocated").get(
        product__line=order.lines.get()
    )


def fresh(attempt: Attempt) -> Attempt:
    return Attempt.objects.get(pk=attempt.pk)


def paid_reading(attempt: Attempt, **changes: object) -> Reading:
    now = timezone.now()
    return replace(
        Reading(
            provider_id=attempt.provider_id,
            event=Event.PAY,
            amount=attempt.amount,
            currency="IDR",
            merchant_id="G000000000",
            transaction_id="57d5",
            paid_at=now,
            settled_at=now,
        ),
        **changes,
    )


def test_a_payment_pays_the_order_by_the_webhook_alone(start, order, midtrans) -> None:
    attempt = start("qris")
    assert booked() == NOTHING
    row = midtrans.pay(attempt.provider_id)
    attempt = fresh(attempt)
    order.refresh_from_db()
    assert (attempt.state, attempt.transaction_id) == ("paid", row.transaction_id)
    assert attempt.paid_at == attempt.settled_at == row.settlement_time.replace(microsecond=0)
    assert not attempt.paid_late
    assert (order.status, stock_of(order)) == ("paid", (4, 0))
    assert booked() == PAID_AND_SETTLED
    assert audited(attempt) == ["attempt.created", "attempt.started", "attempt.pending", "attempt.paid"]
    assert [one.outcome for one in Notification.objects.order_by("pk")] == ["moved", "moved"]


def test_ten_times_the_same_news_is_one_payment(start, midtrans) -> None:
    attempt = start("qris")
    midtrans.pay(attempt.provider_id)
    news = midtrans.row(attempt.provider_id).deliveries.last()
    assert [midtrans.send_once_more(news) for _ in range(10)] == [200] * 10
    assert booked() == PAID_AND_SETTLED
    assert (Entry.objects.count(), Notification.objects.count()) == (2, 2)
    assert stock_of(attempt.order) == (4, 0)
    assert Notification.objects.first().repeats == 10
    assert audited(attempt).count("attempt.paid") == 1


def test_pending_after_the_settlement_changes_nothing(start, midtrans) -> None:
    attempt = start("qris")
    midtrans.pay(attempt.provider_id)
    Notification.objects.all().delete()  # so that the late news is news
    midtrans.act(attempt.provider_id, "late_pending")
    assert Notification.objects.get().outcome == "unchanged"
    assert (fresh(attempt).state, booked()) == ("paid", PAID_AND_SETTLED)


def test_even_a_gateway_that_takes_its_word_back_does_not_unpay(start, midtrans) -> None:
    attempt = start("qris")
    midtrans.pay(attempt.provider_id)
    for event in (Event.WAIT, Event.DENY, Event.EXPIRE, Event.CHALLENGE):
        assert settle_reading(attempt_id=attempt.pk, reading=paid_reading(attempt, event=event)) is None
    assert (fresh(attempt).state, booked()) == ("paid", PAID_AND_SETTLED)


def test_news_before_the_shop_knows_the_page_pays_all_the_same(start, midtrans) -> None:
    attempt = start("qris")
    Attempt.objects.update(state="created", token="", redirect_url="")
    midtrans.pay(attempt.provider_id)
    assert (fresh(attempt).state, booked()) == ("paid", PAID_AND_SETTLED)


def test_an_attempt_nobody_has_tried_stays_as_it_is(start) -> None:
    attempt = start("qris")
    assert settle_payment(attempt.pk) is None
    attempt = fresh(attempt)
    assert (attempt.state, attempt.polls, booked()) == ("started", 1, NOTHING)


def test_while_it_waits_the_number_to_transfer_to_is_kept(start, midtrans) -> None:
    attempt = start("bca_va")
    row = midtrans.choose(attempt.provider_id)
    attempt = fresh(attempt)
    number = row.extras["va_numbers"][0]["va_number"]
    assert (attempt.state, attempt.instructions) == (
        "pending",
        {"kind": "va", "bank": "bca", "number": number},
    )


def test_a_refused_card_ends_the_try_and_not_the_order_another_card_pays(start, midtrans) -> None:
    attempt = start("credit_card")
    midtrans.choose(attempt.provider_id)
    midtrans.act(attempt.provider_id, "deny")
    assert (fresh(attempt).state, booked()) == ("failed", NOTHING)
    midtrans.choose(attempt.provider_id)
    midtrans.act(attempt.provider_id, "capture")
    attempt = fresh(attempt)
    assert (attempt.state, attempt.settled_at) == ("paid", None)
    assert booked() == {"1110": 268_000, "2900": -268_000}
    midtrans.act(attempt.provider_id, "settle")
    fee = (268_000 * 290 + 5_000) // 10_000 + 2_000
    fee += (fee * 1_100 + 5_000) // 10_000
    assert booked() == {"1100": 268_000 - fee, "2900": -268_000, "5100": fee}


def test_a_challenged_card_waits_for_the_bank(start, midtrans) -> None:
    attempt = start("credit_card")
    midtrans.choose(attempt.provider_id)
    midtrans.act(attempt.provider_id, "challenge")
    attempt = fresh(attempt)
    assert (attempt.state, attempt.trouble, booked()) == ("review", "challenged", NOTHING)
    midtrans.act(attempt.provider_id, "settle")
    assert fresh(attempt).state == "paid"


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"amount": Rupiah(267_999)}, "amount"),
        ({"amount": None}, "amount"),
        ({"currency": "USD"}, "currency"),
        ({"merchant_id": "G999999999"}, "merchant"),
    ],
)
def test_a_word_that_does_not_fit_goes_to_staff_and_nothing_else_moves(order, changes, what) -> None:
    attempt = make_attempt(order)
    for _ in range(2):
        settle_reading(attempt_id=attempt.pk, reading=paid_reading(attempt, **changes))
    order.refresh_from_db()
    attempt = fresh(attempt)
    assert (attempt.state, attempt.trouble, attempt.paid_at) == ("review", "disagrees", None)
    assert audited(attempt) == ["attempt.review", "attempt.disagrees"]
    assert booked() == NOTHING


def test_an_order_whose_lines_do_not_come_to_the_amount_goes_to_staff(order) -> None:
    order.lines.update(line_price_incl_tax=240_000)
    attempt = make_attempt(order)
    settle_reading(attempt_id=attempt.pk, reading=paid_reading(attempt))
    assert (fresh(attempt).state, booked()) == ("review", NOTHING)


def test_money_after_the_end_takes_the_order_up_again(start, midtrans) -> None:
    attempt = start("bca_va")
    midtrans.choose(attempt.provider_id)
    midtrans.act(attempt.provider_id, "expire")
    assert fresh(attempt).state == "expired"
    midtrans.act(attempt.provider_id, "pay_late")
    attempt = fresh(attempt)
    assert (attempt.state, attempt.paid_late, stock_of(attempt.order)) == ("paid", True, (4, 0))
    assert booked() == {"1100": 263_560, "2900": -268_000, "5100": 4_440}


def test_money_after_the_end_waits_to_go_back_when_the_goods_are_gone(start, order, midtrans) -> None:
    attempt = start("qris")
    midtrans.choose(attempt.provider_id)
    midtrans.act(attempt.provider_id, "expire")
    StockRecord.objects.update(num_in_stock=0)
    midtrans.act(attempt.provider_id, "pay_late")
    attempt = fresh(attempt)
    order.refresh_from_db()
    assert (order.status, stock_of(order)) == ("awaiting", (0, 0))
    assert (attempt.state, attempt.trouble) == ("refund_due", "order_gone")
    assert attempt.paid_at is not None
    assert audited(attempt)[-2:] == ["attempt.refund_due", "attempt.refund_queued"]
    assert booked() == {"1110": 268_000, "2500": -268_000}


def test_of_two_payments_the_first_is_kept_and_the_second_goes_back(start, order, midtrans) -> None:
    first = start("bca_va")
    midtrans.choose(first.provider_id)
    second = start("qris")
    assert fresh(first).state == "cancelled"
    midtrans.pay(second.provider_id)
    midtrans.act(first.provider_id, "pay_late")
    assert (fresh(second).state, fresh(first).state) == ("paid", "refund_due")
    assert fresh(first).trouble == "second"
    assert booked() == {"1100": 266_124, "1110": 268_000, "2500": -268_000, "2900": -268_000, "5100": 1_876}
    assert settle_payment(first.pk) is None
    assert Entry.objects.count() == 3


def test_a_payment_by_the_old_way_ends_the_new_one(start, midtrans) -> None:
    first = start("bca_va")
    midtrans.choose(first.provider_id)
    second = start("qris")
    midtrans.act(first.provider_id, "pay_late")
    assert (fresh(first).state, fresh(second).state) == ("paid", "cancelled")
    assert fresh(first).paid_late
    assert midtrans.row(second.provider_id).closed


@pytest.mark.parametrize(
    ("event", "state"),
    [
        (Event.CANCEL, "voided"),
        (Event.REFUND_PART, "partially_refunded"),
        (Event.REFUND, "refunded"),
        (Event.CHARGE_BACK, "charged_back"),
    ],
)
def test_what_happens_after_the_payment_is_followed(order, event, state) -> None:
    attempt = make_attempt(order, method="qris")
    settle_reading(attempt_id=attempt.pk, reading=paid_reading(attempt))
    told = paid_reading(attempt, event=event, refunded=Rupiah(58_000))
    settle_reading(attempt_id=attempt.pk, reading=told)
    attempt = fresh(attempt)
    assert (attempt.state, attempt.refunded) == (state, Rupiah(58_000))
    assert booked() == PAID_AND_SETTLED


@pytest.mark.parametrize("event", [Event.CANCEL, Event.REFUND, Event.CHARGE_BACK])
def test_an_order_whose_money_went_back_is_not_paid_a_second_time(order, event) -> None:
    first, second = make_attempt(order, method="qris"), make_attempt(order, method="qris")
    for attempt, told in ((first, Event.PAY), (first, event), (second, Event.PAY), (second, Event.REFUND)):
        settle_reading(attempt_id=attempt.pk, reading=paid_reading(attempt, event=told))
    assert (fresh(second).state, fresh(second).trouble) == ("refunded", "second")
    assert not fresh(second).was_kept
    assert booked() == PAID_AND_SETTLED | {"1110": 268_000, "2500": -268_000}


def test_a_word_that_is_not_known_moves_nothing(order) -> None:
    attempt = make_attempt(order)
    assert settle_reading(attempt_id=attempt.pk, reading=paid_reading(attempt, event=None)) is None
    assert fresh(attempt).state == "pending"


def test_asking_goes_on_until_nothing_is_expected_any_more(start, midtrans) -> None:
    attempt = start("credit_card")
    midtrans.choose(attempt.provider_id)
    midtrans.act(attempt.provider_id, "capture")
    assert fresh(attempt).poll_at is not None  # the bank has not passed the money on yet
    midtrans.act(attempt.provider_id, "settle")
    assert fresh(attempt).poll_at is None


def test_after_two_days_without_news_an_ended_attempt_is_left_alone(order, start) -> None:
    attempt = start("qris")
    with time_machine.travel(attempt.expires_at + timedelta(days=2, minutes=1)):
        settle_payment(attempt.pk)
    assert fresh(attempt).poll_at is None
