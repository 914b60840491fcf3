"""Beginning to pay: once per wish, another way on demand, nothing for what is paid."""

from datetime import timedelta

import pytest
import requests
import time_machine
from django.utils import timezone

from iccn.money.rupiah import Rupiah
from store.payment import services
from store.payment.methods import METHODS
from store.payment.models import Attempt
from store.payment.purchase import items_of, purchase_of
from store.payment.refusals import AlreadyPaid, GatewayBusy, GatewayRefused, UnderReview, UnknownMethod
from tests.factories.gateway import answer
from tests.factories.payment import audited, make_attempt

pytestmark = pytest.mark.django_db


@pytest.fixture
def reserved(monkeypatch) -> list:
    """Until when the order's goods are held, each time they are."""
    calls: list = []
    monkeypatch.setattr(services, "reserve", lambda *, order, until: calls.append(until))
    return calls


def states(order) -> dict[str, str]:
    return dict(order.attempts.order_by("number").values_list("provider_id", "state"))


def test_an_attempt_begins_with_the_gateways_page_and_holds_the_goods_longer_than_it(
    start, midtrans, reserved
) -> None:
    attempt = start("qris")
    row = midtrans.row("ICS-2611-8K3F7-1")
    assert (attempt.state, attempt.amount, attempt.number) == ("started", Rupiah(268_000), 1)
    assert (attempt.token, attempt.redirect_url) == (row.token, row.page_url)
    assert (
        timedelta(minutes=14, seconds=59) < attempt.expires_at - attempt.created_at <= timedelta(minutes=15)
    )
    assert reserved == [attempt.expires_at + timedelta(minutes=10)]
    assert (row.gross_amount, row.channels) == (268_000, ["other_qris"])
    assert audited(attempt) == ["attempt.created", "attempt.started"]


def test_the_gateways_end_is_never_after_ours(start, midtrans) -> None:
    attempt = start("bca_va")
    row = midtrans.choose(attempt.provider_id)
    assert attempt.expires_at - timedelta(minutes=1) < row.expiry_time <= attempt.expires_at


def test_a_double_click_gives_the_attempt_that_is_there(start, midtrans) -> None:
    first, second = start("qris"), start("qris")
    assert first == second
    assert midtrans.wire.paths.count("POST /simulator/midtrans/snap/v1/transactions") == 1


def test_an_attempt_that_is_being_made_by_another_request_is_given_as_it_is(start, order, midtrans) -> None:
    made = make_attempt(order, method="qris", state=Attempt.State.CREATED, token="", redirect_url="")
    assert start("qris") == made
    assert midtrans.wire.seen == []


def test_an_attempt_whose_making_was_cut_off_is_replaced(start, order) -> None:
    with time_machine.travel(timezone.now() - timedelta(seconds=31)):
        make_attempt(order, method="qris", state=Attempt.State.CREATED, token="", redirect_url="")
    start("qris")
    assert states(order) == {"ICS-2611-8K3F7-1": "cancelled", "ICS-2611-8K3F7-2": "started"}


def test_another_way_makes_another_attempt_and_ends_the_first_here_and_there(
    start, order, midtrans, django_capture_on_commit_callbacks
) -> None:
    first = start("qris")
    with django_capture_on_commit_callbacks(execute=True):
        second = start("bca_va")
    assert states(order) == {first.provider_id: "cancelled", second.provider_id: "started"}
    first.refresh_from_db()
    assert first.trouble == "replaced"
    assert midtrans.row(first.provider_id).closed


def test_a_gateway_that_cannot_end_the_old_page_is_no_hindrance(
    start, order, midtrans, django_capture_on_commit_callbacks
) -> None:
    first = start("qris")
    with django_capture_on_commit_callbacks(execute=True):
        second = start("bca_va")
        midtrans.wire.faults.append(requests.ReadTimeout("x"))
    assert states(order) == {first.provider_id: "cancelled", second.provider_id: "started"}
    assert not midtrans.row(first.provider_id).closed


def test_after_its_end_the_same_way_begins_anew(start, order) -> None:
    first = start("qris")
    with time_machine.travel(first.expires_at):
        start("qris")
    assert list(states(order).values()) == ["cancelled", "started"]


@pytest.mark.parametrize(
    ("state", "refusal"), [("paid", AlreadyPaid), ("charged_back", AlreadyPaid), ("review", UnderReview)]
)
def test_what_is_paid_or_under_review_is_not_paid_again(start, order, midtrans, state, refusal) -> None:
    make_attempt(order, state=state, paid_at=timezone.now())
    with pytest.raises(refusal):
        start("qris")
    assert (order.attempts.count(), midtrans.wire.seen) == (1, [])


def test_a_way_that_is_not_offered_is_refused(start, order) -> None:
    with pytest.raises(UnknownMethod):
        start("cowrie")
    assert not order.attempts.exists()


@pytest.mark.parametrize(
    ("fault", "refusal", "trouble"),
    [
        (requests.ReadTimeout("x"), GatewayBusy, "no_answer"),
        (lambda: answer(400, b'{"error_messages": ["no"]}'), GatewayRefused, "refused"),
    ],
)
def test_a_gateway_that_makes_no_page_costs_nothing_and_may_be_tried_again(
    start, order, midtrans, fault, refusal, trouble
) -> None:
    midtrans.wire.faults.append(fault)
    with pytest.raises(refusal):
        start("qris")
    attempt = order.attempts.get()
    assert (attempt.state, attempt.trouble, attempt.token) == ("failed", trouble, "")
    start("qris")
    assert states(order) == {"ICS-2611-8K3F7-1": "failed", "ICS-2611-8K3F7-2": "started"}


def test_when_the_goods_are_gone_nothing_is_begun(start, order, midtrans, monkeypatch) -> None:
    def gone(**_: object) -> None:
        raise UnderReview

    monkeypatch.setattr(services, "reserve", gone)
    with pytest.raises(UnderReview):
        start("qris")
    assert (order.attempts.count(), midtrans.wire.seen) == (0, [])


def test_news_that_overtakes_the_answer_stands(start, order) -> None:
    attempt = start("qris")
    Attempt.objects.update(state="pending", token="", redirect_url="")
    kept = services.keep_start(attempt=attempt, started=services.Started("t", "https://x/"))
    assert (kept.state, kept.token) == ("pending", "t")


def test_what_is_sent_adds_up_whatever_the_order_holds(order) -> None:
    order.lines.update(quantity=3)
    attempt = make_attempt(order)
    items = items_of(order, Rupiah(258_000))
    assert [(item.name, int(item.price), item.quantity) for item in items] == [
        ("3 × Tas pandan anyam", 250_000, 1), ("Ongkos kirim", 18_000, 1), ("Potongan", -10_000, 1),
    ]  # fmt: skip
    order.lines.update(quantity=2)
    order.shipping_incl_tax = 0
    items = items_of(order, Rupiah(255_000))
    assert [(item.name, int(item.price), item.quantity) for item in items] == [
        ("Tas pandan anyam", 125_000, 2), ("Biaya lain", 5_000, 1),
    ]  # fmt: skip
    sent = purchase_of(attempt)
    assert (sent.customer.name, sent.customer.email, sent.customer.phone) == (
        "Tamu",
        "tamu@contoh.example",
        "+6281234567891",
    )
    assert sent.finish_url.startswith("http://localhost:8000/id/toko/bayar/menunggu/ICS-2611-8K3F7-1/")


def test_an_order_without_a_phone_is_sent_without_one(order) -> None:
    order.contact_phone = ""
    order.save()
    assert purchase_of(make_attempt(order)).customer.phone == ""


def test_every_way_to_pay_begins(start, midtrans) -> None:
    for code, method in METHODS.items():
        attempt = start(code)
        assert midtrans.row(attempt.provider_id).channels == [method.channel]
