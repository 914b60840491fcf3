"""The real SDK against the simulator, over a wire that tests can cut."""

import json
from datetime import timedelta

import pytest
import requests
from django.utils import timezone

from iccn.money.rupiah import Rupiah
from iccn.simulator.models import SimTransaction
from store.payment.gateways import gateway_named, port
from store.payment.gateways.midtrans import TIMEOUT, Keys, Midtrans
from store.payment.machine import Event
from tests.factories.gateway import answer

pytestmark = pytest.mark.django_db
ID = "ICS-2611-8K3F7-1"


def purchase(**changes: object) -> port.Purchase:
    now = timezone.now().replace(microsecond=0)
    fields = {
        "provider_id": ID,
        "amount": Rupiah(258_000),
        "items": (
            port.Item(
                "tikar",
                "Tikar pandan | anyaman halus dari Tasikmalaya untuk ruang keluarga",
                Rupiah(125_000),
                2,
            ),
            port.Item("ongkir", "Ongkos kirim", Rupiah(18_000)),
            port.Item("diskon", "Diskon", Rupiah(-10_000)),
        ),
        "customer": port.Customer(
            "Raden Mas Tumenggung Suryaningrat Panjang", "t@contoh.example", "+6281234567890"
        ),
        "channel": "bca_va",
        "starts_at": now,
        "expires_at": now + timedelta(hours=24),
        "finish_url": "http://localhost:8000/id/toko/bayar/menunggu/x/y/",
    }
    return port.Purchase(**{**fields, **changes})


@pytest.fixture
def gateway(midtrans) -> Midtrans:
    return gateway_named("midtrans")


def test_an_attempt_starts_with_a_page_of_the_gateway(gateway, midtrans) -> None:
    started = gateway.start(purchase())
    row = midtrans.row(ID)
    assert (started.token, started.redirect_url) == (row.token, row.page_url)
    assert row.asked["item_details"][0] == {
        "id": "tikar", "name": "Tikar pandan anyaman halus dari Tasikmalaya untuk", "price": 125_000, "quantity": 2,
    }  # fmt: skip
    assert row.asked["customer_details"]["first_name"] == "Raden Mas Tumenggung Suryaning"
    assert row.asked["enabled_payments"] == ["bca_va"]
    assert (row.payable_seconds, row.asked["credit_card"]) == (86_400, {"secure": True})
    assert midtrans.wire.timeouts == [TIMEOUT]


def test_nobody_has_tried_yet_is_not_a_failure(gateway) -> None:
    gateway.start(purchase())
    assert gateway.fetch(ID) == port.Reading(provider_id=ID)


def test_the_state_is_read_with_the_number_to_transfer_to(gateway, midtrans) -> None:
    gateway.start(purchase())
    row = midtrans.choose(ID)
    reading = gateway.fetch(ID)
    assert (reading.event, reading.amount, reading.currency) == (Event.WAIT, Rupiah(258_000), "IDR")
    number = row.extras["va_numbers"][0]["va_number"]
    assert reading.instructions == {"kind": "va", "bank": "bca", "number": number}
    assert (reading.transaction_id, reading.settled_at) == (row.transaction_id, None)


def test_a_payment_is_read_with_its_time(gateway, midtrans) -> None:
    gateway.start(purchase())
    row = midtrans.pay(ID)
    reading = gateway.fetch(ID)
    assert (reading.event, reading.merchant_id) == (Event.PAY, "G000000000")
    assert reading.paid_at == reading.settled_at == row.settlement_time.replace(microsecond=0)


def test_ending_reaches_the_transaction_or_else_the_page(gateway, midtrans) -> None:
    token = gateway.start(purchase()).token
    gateway.cancel(ID, token)
    assert midtrans.row(ID).closed
    other = "ICS-2611-8K3F7-2"
    gateway.start(purchase(provider_id=other))
    midtrans.choose(other)
    gateway.expire(other)
    assert midtrans.row(other).status == "expire"


def test_ending_what_nobody_knows_is_a_clear_no(gateway) -> None:
    with pytest.raises(port.Final, match="404"):
        gateway.cancel(ID)


def test_a_refund_by_the_gateway_and_the_ways_it_can_be_refused(gateway, midtrans) -> None:
    gateway.start(purchase(channel="other_qris"))
    midtrans.pay(ID)
    assert gateway.refund(ID, key="R1", amount=Rupiah(58_000), reason="retur") == port.RefundAnswer(
        accepted=True, code="200"
    )
    assert (gateway.fetch(ID).event, gateway.fetch(ID).refunded) == (Event.REFUND_PART, Rupiah(58_000))
    for key, amount, code in (("R1", 1, "406"), ("R2", 200_001, "414")):
        with pytest.raises(port.Final, match=code):
            gateway.refund(ID, key=key, amount=Rupiah(amount), reason="")


def test_a_provider_that_refuses_a_refund_is_heard(gateway, midtrans) -> None:
    gateway.start(purchase(channel="shopeepay"))
    midtrans.pay(ID)
    answered = gateway.refund(ID, key="R1", amount=Rupiah(1_000), reason="")
    assert answered == port.RefundAnswer(accepted=False, code="202")
    assert midtrans.row(ID).refunds == []


def test_the_same_id_twice_is_a_clear_no(gateway) -> None:
    gateway.start(purchase())
    with pytest.raises(port.Final, match="400"):
        gateway.start(purchase())


def test_a_wrong_key_is_a_clear_no_in_both_shapes(midtrans, settings) -> None:
    stranger = Midtrans(
        Keys("SB-Mid-server-joko", snap_url=settings.MIDTRANS_SNAP_URL, core_url=settings.MIDTRANS_CORE_URL)
    )
    for call in (lambda: stranger.start(purchase()), lambda: stranger.fetch(ID)):
        with pytest.raises(port.Final, match="401"):
            call()
    assert not SimTransaction.objects.exists()


def page_of_a_proxy() -> requests.Response:
    return answer(502, b"<html>Bad gateway for sari@contoh.example</html>")


@pytest.mark.parametrize(
    "fault",
    [
        requests.ConnectTimeout("x"),
        requests.ReadTimeout("x"),
        requests.ConnectionError("x"),
        page_of_a_proxy,
        lambda: answer(200, b"[]"),
        lambda: answer(200, b'{"status_code": "odd"}'),
        lambda: answer(200, b'{"status_code": "503"}'),
        lambda: answer(429, b'{"status_code": "429"}'),
        lambda: answer(500, b'{"error_messages": ["sari@contoh.example"]}'),
    ],
)
def test_no_answer_or_not_now_may_be_asked_again_and_tells_nothing_private(gateway, midtrans, fault) -> None:
    for call in (lambda: gateway.fetch(ID), lambda: gateway.start(purchase())):
        midtrans.wire.faults.append(fault)
        with pytest.raises(port.Retryable) as caught:
            call()
        assert "contoh" not in str(caught.value)
        assert caught.value.__suppress_context__


@pytest.mark.parametrize("odd", ["../x", "a b", "", "x" * 51, "a/b"])
def test_an_id_that_is_not_safe_never_leaves(gateway, midtrans, odd) -> None:
    for call in (
        lambda: gateway.fetch(odd),
        lambda: gateway.cancel(odd),
        lambda: gateway.start(purchase(provider_id=odd)),
    ):
        with pytest.raises(port.Final, match="unsafe_id"):
            call()
    assert midtrans.wire.seen == []


def test_the_sdks_own_addresses_are_used_where_none_is_set(wire) -> None:
    for production, host in ((False, "https://api.sandbox.midtrans.com"), (True, "https://api.midtrans.com")):
        with pytest.raises(port.Retryable):
            Midtrans(Keys("k", production=production)).fetch(ID)
        assert wire.seen[-1].url == f"{host}/v2/{ID}/status"


def test_an_answer_without_a_page_is_no_start(gateway, midtrans) -> None:
    midtrans.wire.faults.append(lambda: answer(201, json.dumps({"token": "t"}).encode()))
    with pytest.raises(port.Retryable, match="unreadable"):
        gateway.start(purchase())
