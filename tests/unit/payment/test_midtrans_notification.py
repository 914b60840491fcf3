import json

import pytest

from store.payment.gateways.midtrans import Keys, Midtrans, signature
from store.payment.gateways.port import Unreadable, WrongSignature

KEY = "SB-Mid-server-test"
gateway = Midtrans(Keys(server_key=KEY))
TOLD = {
    "order_id": "ORDER-sandbox-0001",
    "status_code": "200",
    "gross_amount": "150000.00",
    "transaction_id": "57d5",
    "transaction_status": "settlement",
}


def body(**changes: object) -> bytes:
    told = {**TOLD, **changes}
    return json.dumps(
        {"signature_key": signature(TOLD["order_id"], "200", told["gross_amount"], KEY), **told}
    ).encode()


def test_the_signature_is_that_of_midtrans_own_example() -> None:
    made = signature("ORDER-sandbox-0001", "200", "150000.00", KEY)
    assert made.startswith("d65b4adf15335095fe1bfafe24964d48")


def test_a_signed_notification_is_read() -> None:
    news = gateway.read_notification(body())
    assert news.provider_id == "ORDER-sandbox-0001"
    assert news.body["transaction_status"] == "settlement"


@pytest.mark.parametrize(
    "change",
    [{"gross_amount": "1.00", "signature_key": "0" * 128}, {"signature_key": "ü"}, {"order_id": "ORDER-2"}],
)
def test_a_wrong_signature_is_refused(change) -> None:
    with pytest.raises(WrongSignature):
        gateway.read_notification(body(**change))


@pytest.mark.parametrize(
    "garbage",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 5000,
        b'{"order_id": 1}',
        json.dumps(TOLD).encode(),
        body(gross_amount="1.00", more="\x00"),
        body(more="\ud800"),
        body().replace(b'"57d5"', b"NaN"),
        body().replace(b'"57d5"', b"1e999"),
    ],
)
def test_garbage_is_unreadable(garbage) -> None:
    with pytest.raises(Unreadable):
        gateway.read_notification(garbage)


def test_an_id_that_could_lead_elsewhere_is_unreadable() -> None:
    told = {**TOLD, "order_id": "../../x"}
    told["signature_key"] = signature(told["order_id"], "200", told["gross_amount"], KEY)
    with pytest.raises(Unreadable):
        gateway.read_notification(json.dumps(told).encode())


def test_the_same_news_has_the_same_fingerprint_and_other_news_another() -> None:
    first = gateway.read_notification(body()).fingerprint
    assert gateway.read_notification(body(custom_field1="again")).fingerprint == first
    assert gateway.read_notification(body(transaction_status="refund")).fingerprint != first
    one = {"refunds": [{"refund_chargeback_id": 1}]}
    confirmed = {"refunds": [{"refund_chargeback_id": 1, "bank_confirmed_at": "2026-11-24 10:00:00"}]}
    assert (
        gateway.read_notification(body(**one)).fingerprint
        != gateway.read_notification(body(**confirmed)).fingerprint
    )
