"""What got lost is found: news that never came, tasks that died, gateways that were silent, time that is over."""

from datetime import timedelta

import pytest
import requests
import time_machine
from django.core.management import call_command
from django.utils import timezone

from iccn.simulator import bank
from iccn.simulator.models import SimTransaction
from store.checkout import reconciliation, tasks
from store.order.services import release_lapsed, reserve
from store.payment.deadlines import expire, remind
from store.payment.models import Attempt, Notification
from store.payment.selectors import MOST_TRIES
from tests.factories.payment import make_attempt
from tests.factories.profit import booked

pytestmark = pytest.mark.django_db
PAID_AND_SETTLED = {"1100": 266_124, "2900": -268_000, "5100": 1_876}


def paid_in_silence(attempt: Attempt) -> None:
    """Paid at the gateway while our server is down: the notification reaches nobody."""
    row = SimTransaction.objects.get(order_id=attempt.provider_id)
    bank.choose(row.token, row.channels[0])
    bank.act(row.token, "pay")


def state_of(attempt: Attempt) -> str:
    return Attempt.objects.values_list("state", flat=True).get(pk=attempt.pk)


def test_a_payment_whose_news_never_came_is_found_at_the_next_start(start, capsys) -> None:
    attempt = start("qris")
    paid_in_silence(attempt)
    call_command("reconcile_payments")
    call_command("reconcile_payments")
    assert (state_of(attempt), booked()) == ("paid", PAID_AND_SETTLED)
    assert capsys.readouterr().out.splitlines() == [
        "1 asked, 1 moved, 0 without an answer, 0 expired, 0 reminded",
        "0 asked, 0 moved, 0 without an answer, 0 expired, 0 reminded",
    ]


def test_news_that_was_kept_before_the_worker_died_is_worked_off(start) -> None:
    attempt = start("qris")
    paid_in_silence(attempt)
    Attempt.objects.update(poll_at=None)  # only the notification leads to it
    lost = Notification.objects.create(
        gateway="midtrans", provider_id=attempt.provider_id, body={}, fingerprint="f"
    )
    tasks.reconcile_payments.call()
    lost.refresh_from_db()
    assert (lost.outcome, state_of(attempt), booked()) == ("moved", "paid", PAID_AND_SETTLED)


def test_the_round_asks_only_about_what_is_due(start, midtrans) -> None:
    attempt = start("qris")
    paid_in_silence(attempt)
    asked_before = len(midtrans.wire.seen)
    tasks.keep_payments_right.call()
    assert len(midtrans.wire.seen) == asked_before
    with time_machine.travel(timezone.now() + timedelta(minutes=2, seconds=1)):
        tasks.keep_payments_right.call()
    assert (state_of(attempt), booked()) == ("paid", PAID_AND_SETTLED)


def test_a_silent_gateway_stops_nobody_and_is_asked_again(start, order, midtrans) -> None:
    attempt = start("qris")
    paid_in_silence(attempt)
    midtrans.wire.faults.append(requests.ReadTimeout("x"))
    assert reconciliation.reconcile().silent == 1
    assert state_of(attempt) == "started"
    assert reconciliation.reconcile().moved == 1


def test_a_gateway_that_is_down_is_not_asked_about_everything(order, midtrans) -> None:
    now = timezone.now()
    for minutes in range(5, 0, -1):
        make_attempt(order, poll_at=now - timedelta(minutes=minutes))
    midtrans.wire.faults += [requests.ReadTimeout("x") for _ in range(5)]
    report = reconciliation.round_of_work()
    assert (report.asked, report.silent, len(midtrans.wire.seen)) == (3, 3, 3)
    assert Attempt.objects.filter(polls=0).count() == 2


def test_news_of_a_silent_gateway_stays_open_until_it_is_left_to_staff(start, midtrans) -> None:
    attempt = start("qris")
    Attempt.objects.update(poll_at=None)
    lost = Notification.objects.create(
        gateway="midtrans", provider_id=attempt.provider_id, body={}, fingerprint="f", tries=MOST_TRIES - 1
    )
    midtrans.wire.faults.append(requests.ReadTimeout("x"))
    assert reconciliation.work_through_the_inbox() == 1
    lost.refresh_from_db()
    assert (lost.tries, lost.processed_at) == (MOST_TRIES, None)
    assert reconciliation.work_through_the_inbox() == 0


def test_one_attempt_that_breaks_does_not_stop_the_others(start, order, monkeypatch) -> None:
    attempt = start("qris")
    paid_in_silence(attempt)
    broken = make_attempt(order, state="failed", poll_at=timezone.now() - timedelta(minutes=1))
    settle = reconciliation.settle_payment

    def breaks(attempt_id: int):
        if attempt_id == broken.pk:
            raise ZeroDivisionError
        return settle(attempt_id)

    monkeypatch.setattr(reconciliation, "settle_payment", breaks)
    report = reconciliation.reconcile()
    assert (report.asked, report.moved, report.silent, state_of(attempt)) == (2, 1, 0, "paid")


def test_what_is_over_ends_and_is_told_once_its_goods_are_let_go(
    start, order, midtrans, mailoutbox, django_capture_on_commit_callbacks, monkeypatch
) -> None:
    freed: list = []
    monkeypatch.setattr("store.payment.services.release", lambda *, order: freed.append(order.number))
    attempt = start("qris")
    with (
        time_machine.travel(attempt.expires_at + timedelta(minutes=10)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        assert reconciliation.expire_due() == 1
        assert reconciliation.expire_due() == 0
    assert (state_of(attempt), freed, booked()) == ("expired", ["ICS-2611-8K3F7"], {})
    assert midtrans.row(attempt.provider_id).closed
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["tamu@contoh.example"], "Waktu bayar habis: pesanan ICS-2611-8K3F7")
    assert f"/id/toko/bayar/menunggu/{attempt.provider_id}/" in mail.body


def test_before_the_grace_is_over_nothing_ends(start) -> None:
    attempt = start("qris")
    with time_machine.travel(attempt.expires_at + timedelta(minutes=9, seconds=59)):
        assert reconciliation.expire_due() == 0
    assert state_of(attempt) == "started"


def test_what_was_paid_in_the_last_second_does_not_end(start) -> None:
    attempt = start("qris")
    paid_in_silence(attempt)
    with time_machine.travel(attempt.expires_at + timedelta(minutes=10)):
        assert reconciliation.expire_due() == 0
    assert (state_of(attempt), booked()) == ("paid", PAID_AND_SETTLED)


def test_nothing_ends_while_the_gateway_is_silent(start, midtrans) -> None:
    attempt = start("qris")
    midtrans.wire.faults.append(requests.ReadTimeout("x"))
    with time_machine.travel(attempt.expires_at + timedelta(minutes=10)):
        assert reconciliation.expire_due() == 0
    assert state_of(attempt) == "started"


def test_the_end_told_by_the_gateway_is_told_to_the_shopper(start, midtrans, mailoutbox) -> None:
    attempt = start("qris")
    midtrans.choose(attempt.provider_id)
    midtrans.act(attempt.provider_id, "expire")
    assert (state_of(attempt), len(mailoutbox)) == ("expired", 1)


def test_the_end_of_one_way_is_not_the_end_of_the_order(
    start, order, mailoutbox, django_capture_on_commit_callbacks
) -> None:
    attempt = start("qris")
    make_attempt(order, number=2)
    with (
        time_machine.travel(attempt.expires_at + timedelta(minutes=10)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        reconciliation.expire_due()
    assert (state_of(attempt), mailoutbox) == ("expired", [])


def test_who_forgets_is_reminded_once_in_their_language(
    order, mailoutbox, django_capture_on_commit_callbacks
) -> None:
    order.language = "en"
    order.save()
    attempt = make_attempt(
        order, language="en", instructions={"kind": "va", "bank": "bca", "number": "8812345"}
    )
    with django_capture_on_commit_callbacks(execute=True):
        tasks.keep_payments_right.call()
        assert mailoutbox == []
    with (
        time_machine.travel(attempt.expires_at - timedelta(hours=3)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        assert reconciliation.round_of_work().reminded == 1
        assert reconciliation.round_of_work().reminded == 0
    (mail,) = mailoutbox
    assert "waits for its payment of Rp268.000 by" in mail.body
    assert "8812345" in mail.body
    assert "/en/toko/bayar/menunggu/ICS-2611-8K3F7-1/" in mail.body


@pytest.mark.parametrize(
    "changes", [{"state": "failed"}, {"method": "qris", "expires_at": timezone.now() + timedelta(minutes=15)}]
)
def test_nobody_is_reminded_of_what_cannot_be_paid_or_ends_at_once(order, changes) -> None:
    make_attempt(order, **changes)
    assert reconciliation.round_of_work().reminded == 0


def test_whoever_paid_otherwise_is_not_reminded(order) -> None:
    with time_machine.travel(timezone.now() - timedelta(hours=22)):
        make_attempt(order)
    make_attempt(order, state="paid", paid_at=timezone.now())
    assert reconciliation.round_of_work().reminded == 0


def test_a_reminder_that_was_overtaken_is_not_sent(order, mailoutbox) -> None:
    attempt = make_attempt(order, state="paid", paid_at=timezone.now())
    assert remind(attempt_id=attempt.pk) is False
    assert expire(attempt_id=attempt.pk) is None
    assert mailoutbox == []


def test_goods_that_nobody_began_to_pay_are_free_again(order) -> None:
    reserve(order=order, until=timezone.now() - timedelta(seconds=1))
    assert reconciliation.round_of_work().let_go == 1
    order.refresh_from_db()
    assert (order.status, order.reserved_until, order.lines.get().num_allocated) == ("awaiting", None, 0)
    assert reconciliation.round_of_work().let_go == 0


def test_goods_within_their_time_or_of_an_attempt_that_lives_stay_held(order) -> None:
    reserve(order=order, until=timezone.now() + timedelta(minutes=1))
    assert reconciliation.let_go_of_lapsed() == 0
    reserve(order=order, until=timezone.now() - timedelta(minutes=1))
    make_attempt(order)
    assert reconciliation.let_go_of_lapsed() == 0
    assert order.lines.get().num_allocated == 1


def test_what_was_held_anew_in_the_meantime_is_not_let_go(order) -> None:
    reserve(order=order, until=timezone.now() + timedelta(minutes=1))
    assert release_lapsed(order=order) is False


def test_an_order_that_nobody_paid_for_three_days_ends(order) -> None:
    order.date_placed = timezone.now() - timedelta(days=3, minutes=1)
    order.save()
    assert reconciliation.round_of_work().cancelled == 1
    order.refresh_from_db()
    assert order.status == "cancelled"
    assert reconciliation.round_of_work().cancelled == 0


def test_an_order_that_somebody_may_still_pay_does_not_end(order) -> None:
    order.date_placed = timezone.now() - timedelta(days=4)
    order.save()
    make_attempt(order)
    assert reconciliation.cancel_stale() == 0
