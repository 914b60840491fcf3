"""The pretended gateway answers as the documents say, to whoever holds the key."""

import base64
import json
from datetime import datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.utils import timezone

from iccn.simulator import bank
from iccn.simulator.models import SimDelivery, SimTransaction

pytestmark = pytest.mark.django_db
SNAP = "/simulator/midtrans/snap/v1/transactions"
CORE = "/simulator/midtrans/core/v2"
ID = "ICS-1-1"
GOOD = {
    "transaction_details": {"order_id": ID, "gross_amount": 143_000},
    "item_details": [
        {"id": "a", "name": "Tikar", "price": 135_000, "quantity": 1},
        {"id": "b", "name": "Ongkir", "price": 18_000, "quantity": 1},
        {"id": "c", "name": "Diskon", "price": -10_000, "quantity": 1},
    ],
    "enabled_payments": ["other_qris"],
    "expiry": {"unit": "minutes", "duration": 15},
    "page_expiry": {"unit": "minutes", "duration": 15},
}


def basic(key: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"{key}:".encode()).decode()}


@pytest.fixture
def merchant(client):
    """Speaks to the gateway with the shop's key."""

    def call(method: str, path: str, body: object = None, key: str = settings.MIDTRANS_SERVER_KEY):
        content = body if isinstance(body, str) else json.dumps(body or {})
        return client.generic(method, path, content, content_type="application/json", headers=basic(key))

    return call


@pytest.fixture
def begun(merchant) -> SimTransaction:
    merchant("POST", SNAP, GOOD)
    return SimTransaction.objects.get()


def test_a_transaction_is_made_with_a_token_and_a_page(merchant) -> None:
    made = merchant("POST", SNAP, GOOD)
    row = SimTransaction.objects.get()
    assert made.status_code == 201
    assert made.json() == {
        "token": row.token,
        "redirect_url": f"{settings.BASE_URL}/simulator/midtrans/pay/{row.token}/",
    }
    assert (len(row.token), row.gross_amount, row.payable_seconds, row.status) == (36, 143_000, 900, "")


@pytest.mark.parametrize("key", ["SB-Mid-server-joko", "", "ü"])
def test_joko_without_the_key_is_refused_in_both_shapes(merchant, begun, key) -> None:
    snap, core = merchant("POST", SNAP, GOOD, key=key), merchant("GET", f"{CORE}/{ID}/status", key=key)
    assert (snap.status_code, list(snap.json())) == (401, ["error_messages"])
    assert (core.status_code, core.json()["status_code"]) == (401, "401")


@pytest.mark.parametrize(
    "header",
    [{}, {"Authorization": "Basic ???"}, {"Authorization": "Bearer x"}, {"Authorization": "Basic /w=="}],
)
def test_a_broken_authorization_is_refused(client, header) -> None:
    assert client.post(SNAP, GOOD, content_type="application/json", headers=header).status_code == 401


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (
            {"transaction_details": {"order_id": ID, "gross_amount": 143_001}},
            "not equal to the sum of item_details",
        ),
        ({"transaction_details": {"order_id": "a b", "gross_amount": 143_000}}, "order_id is not valid"),
        ({"transaction_details": {"order_id": 7, "gross_amount": 143_000}}, "order_id is not valid"),
        ({"transaction_details": {"order_id": ID, "gross_amount": "143000"}}, "must be a whole number"),
        (
            {"transaction_details": {"order_id": ID, "gross_amount": 0}, "item_details": None},
            "must be a whole number",
        ),
        ({"item_details": [{"id": "a", "name": "x" * 51, "price": 143_000, "quantity": 1}]}, "name too long"),
        ({"item_details": [{"id": "a", "name": "x", "price": 1.5, "quantity": 1}]}, "must be whole numbers"),
        (
            {
                "item_details": [
                    {"id": "a", "name": "x", "price": 143_000, "quantity": 1},
                    {"price": 0, "quantity": 0},
                ]
            },
            "at least 1",
        ),
        ({"expiry": {"unit": "minutes", "duration": "x"}}, "expiry is not valid"),
        ({"expiry": {"start_time": "yesterday"}}, "start_time is not valid"),
        ({"transaction_details": None}, "transaction_details is required"),
    ],
)
def test_what_the_gateway_complains_about(merchant, change, complaint) -> None:
    answer = merchant("POST", SNAP, {**GOOD, **change})
    assert answer.status_code == 400
    assert complaint in answer.json()["error_messages"][0]
    assert not SimTransaction.objects.exists()


def test_without_an_expiry_a_page_and_a_payment_have_a_day(merchant) -> None:
    merchant("POST", SNAP, {**GOOD, "expiry": None, "page_expiry": None, "item_details": None})
    assert SimTransaction.objects.get().payable_seconds == 86_400


def test_the_time_to_pay_counts_from_the_start_that_was_given(merchant) -> None:
    start = {"start_time": "2026-11-23 18:00:00 +0700", "unit": "hours", "duration": 2}
    merchant("POST", SNAP, {**GOOD, "expiry": start})
    row = bank.choose(SimTransaction.objects.get().token, "other_qris")
    assert row.expiry_time == datetime.fromisoformat("2026-11-23T20:00:00+07:00")


def test_garbage_is_a_complaint_too(merchant) -> None:
    assert merchant("POST", SNAP, "{").status_code == 400


def test_an_order_id_is_used_once(merchant, begun) -> None:
    again = merchant("POST", SNAP, GOOD)
    assert again.json() == {"error_messages": ["transaction_details.order_id has already been taken"]}
    bank.choose(begun.token, "other_qris")
    bank.act(begun.token, "pay")
    again = merchant("POST", SNAP, GOOD)
    assert "has been paid and utilized" in again.json()["error_messages"][0]


def test_before_a_method_is_picked_there_is_no_transaction_and_http_says_200(merchant, begun) -> None:
    answer = merchant("GET", f"{CORE}/{ID}/status")
    assert (answer.status_code, answer.json()["status_code"]) == (200, "404")


def test_a_payment_is_told_with_strings_and_jakarta_time(merchant, begun) -> None:
    with time_machine.travel("2026-11-23T11:30:00+00:00", tick=False):
        SimTransaction.objects.update(page_ends_at=timezone.now() + timedelta(minutes=15))
        bank.choose(begun.token, "other_qris")
        row = bank.act(begun.token, "pay")
        told = merchant("GET", f"{CORE}/{row.transaction_id}/status").json()
    assert told == {
        "transaction_time": "2026-11-23 18:30:00", "transaction_status": "settlement",
        "transaction_id": row.transaction_id, "status_message": "Success, transaction is found", "status_code": "200",
        "payment_type": "qris", "order_id": ID, "merchant_id": "G000000000", "gross_amount": "143000.00",
        "currency": "IDR", "expiry_time": "2026-11-23 18:45:00", "acquirer": "gopay", "issuer": "gopay",
        "transaction_type": "off-us", "fraud_status": "accept", "settlement_time": "2026-11-23 18:30:00",
    }  # fmt: skip


def test_time_passes_and_the_expiry_is_407_when_asked_and_202_when_told(merchant, begun) -> None:
    bank.choose(begun.token, "other_qris")
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        told = merchant("GET", f"{CORE}/{ID}/status").json()
    assert (told["transaction_status"], told["status_code"]) == ("expire", "407")
    assert SimDelivery.objects.last().body["status_code"] == "202"


def test_cancel_and_expire_work_while_pending_and_not_after(merchant, begun) -> None:
    bank.choose(begun.token, "other_qris")
    assert merchant("POST", f"{CORE}/{ID}/expire").json()["status_code"] == "407"
    assert merchant("POST", f"{CORE}/{ID}/cancel").json()["status_code"] == "412"


def test_the_page_is_closed_by_the_merchant(merchant, begun) -> None:
    assert merchant("POST", f"{SNAP}/{begun.token}/expire").json() == {"status_code": "407"}
    with pytest.raises(bank.NotPossible):
        bank.choose(begun.token, "other_qris")
    assert merchant("POST", f"{SNAP}/nobody/cancel").status_code == 404


def test_a_page_with_a_transaction_is_not_closed(merchant, begun) -> None:
    bank.choose(begun.token, "other_qris")
    assert merchant("POST", f"{SNAP}/{begun.token}/cancel").status_code == 412


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"refund_key": "R1", "amount": 43_000}, "200"),
        ({"refund_key": "R/1", "amount": 1}, "400"),
        ({"refund_key": "R1", "amount": 143_001}, "414"),
        ({"refund_key": "R1", "amount": 0}, "414"),
        ({"refund_key": "R1", "amount": "x"}, "413"),
    ],
)
def test_refunds_are_checked(merchant, begun, asked, code) -> None:
    bank.choose(begun.token, "other_qris")
    bank.act(begun.token, "pay")
    assert merchant("POST", f"{CORE}/{ID}/refund", asked).json()["status_code"] == code


def test_a_refund_is_told_twice_the_second_time_with_the_banks_word(merchant, begun) -> None:
    bank.choose(begun.token, "other_qris")
    bank.act(begun.token, "pay")
    answer = merchant("POST", f"{CORE}/{ID}/refund", {"refund_key": "R1", "amount": 143_000}).json()
    assert (answer["transaction_status"], answer["refund_amount"], answer["refund_key"]) == (
        "refund",
        "143000.00",
        "R1",
    )
    bank.confirm_refunds(begun.token)
    first, second = (one.body["refunds"][0] for one in SimDelivery.objects.order_by("-pk")[:2][::-1])
    assert "bank_confirmed_at" not in first
    assert second["bank_confirmed_at"]
    with pytest.raises(bank.NotPossible):
        bank.confirm_refunds(begun.token)


def test_a_transfer_is_not_refunded_by_the_gateway(merchant) -> None:
    merchant("POST", SNAP, {**GOOD, "enabled_payments": ["bca_va"]})
    row = SimTransaction.objects.get()
    bank.choose(row.token, "bca_va")
    bank.act(row.token, "pay")
    assert (
        merchant("POST", f"{CORE}/{ID}/refund", {"refund_key": "R", "amount": 1}).json()["status_code"]
        == "412"
    )


def test_a_gateway_in_trouble(merchant, begun, monkeypatch) -> None:
    waited: list[int] = []
    monkeypatch.setattr("iccn.simulator.api.time.sleep", waited.append)
    bank.choose(begun.token, "other_qris")
    for mode in ("slow", "hang", "broken"):
        bank.behave(begun.token, mode)
        answer = merchant("GET", f"{CORE}/{ID}/status")
    assert (waited, answer.status_code) == ([3, 30], 503)


def test_a_challenged_card_is_201_until_the_bank_lets_it_pass(merchant) -> None:
    merchant("POST", SNAP, {**GOOD, "enabled_payments": ["credit_card"]})
    row = SimTransaction.objects.get()
    bank.choose(row.token, "credit_card")
    bank.act(row.token, "challenge")
    told = merchant("GET", f"{CORE}/{ID}/status").json()
    assert (told["transaction_status"], told["fraud_status"], told["status_code"]) == (
        "capture",
        "challenge",
        "201",
    )
    bank.act(row.token, "settle")
    assert merchant("GET", f"{CORE}/{ID}/status").json()["status_code"] == "200"


def test_counters_leave_the_fraud_status_out(merchant) -> None:
    merchant("POST", SNAP, {**GOOD, "enabled_payments": ["indomaret"]})
    row = SimTransaction.objects.get()
    bank.choose(row.token, "indomaret")
    told = merchant("GET", f"{CORE}/{ID}/status").json()
    assert "fraud_status" not in told
    assert (told["store"], len(told["payment_code"])) == ("indomaret", 12)
