from datetime import datetime

import pytest

from iccn.money.rupiah import Rupiah
from store.payment.gateways import midtrans_answers as answers
from store.payment.machine import Event


@pytest.mark.parametrize(
    ("status", "fraud", "event"),
    [
        ("pending", "accept", Event.WAIT),
        ("authorize", "accept", Event.AUTHORIZE),
        ("settlement", "accept", Event.PAY),
        ("settlement", "", Event.PAY),
        ("capture", "accept", Event.PAY),
        ("capture", "challenge", Event.CHALLENGE),
        ("capture", "deny", Event.DENY),
        ("deny", "deny", Event.DENY),
        ("failure", "", Event.DENY),
        ("expire", "", Event.EXPIRE),
        ("cancel", "accept", Event.CANCEL),
        ("partial_refund", "accept", Event.REFUND_PART),
        ("refund", "accept", Event.REFUND),
        ("chargeback", "accept", Event.CHARGE_BACK),
        ("partial_chargeback", "accept", Event.CHARGE_BACK),
        ("something_new", "accept", None),
        ("", "", None),
    ],
)
def test_each_status_of_the_gateway_means_one_thing(status, fraud, event) -> None:
    assert answers.event_of(status, fraud) is event


@pytest.mark.parametrize(
    ("told", "amount"),
    [
        ("143000.00", Rupiah(143_000)),
        (143_000, Rupiah(143_000)),
        ("143000.50", None),
        ("lots", None),
        (None, None),
        ([], None),
        ("NaN", None),
    ],
)
def test_an_amount_that_is_not_whole_rupiah_is_no_amount(told, amount) -> None:
    assert answers.whole_rupiah(told) == amount


def test_times_are_those_of_jakarta() -> None:
    assert answers.moment("2026-11-23 18:30:00") == datetime.fromisoformat("2026-11-23T18:30:00+07:00")
    assert answers.moment(None) is None


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        (
            {"va_numbers": [{"bank": "bca", "va_number": "8127"}]},
            {"kind": "va", "bank": "bca", "number": "8127"},
        ),
        ({"permata_va_number": "8500"}, {"kind": "va", "bank": "permata", "number": "8500"}),
        ({"bill_key": "7783", "biller_code": "70012"}, {"kind": "bill", "biller": "70012", "key": "7783"}),
        ({"payment_code": "12", "store": "alfamart"}, {"kind": "code", "store": "alfamart", "code": "12"}),
        ({"qr_string": "0002"}, {"kind": "qr", "qr": "0002"}),
        ({"va_numbers": ["odd"]}, {}),
        ({"va_numbers": "odd"}, {}),
        ({}, {}),
    ],
)
def test_what_the_shopper_has_to_type_is_found_whatever_the_bank(answer, shown) -> None:
    assert answers.instructions_of(answer) == shown


def test_a_reading_carries_what_is_compared_and_kept() -> None:
    reading = answers.reading_of(
        {
            "order_id": "ICS-1-1", "transaction_status": "settlement", "fraud_status": "accept",
            "transaction_id": "57d5", "gross_amount": "143000.00", "currency": "IDR", "merchant_id": "G1",
            "settlement_time": "2026-11-23 18:30:00", "transaction_time": "2026-11-23 18:27:19",
        }
    )  # fmt: skip
    assert (reading.event, reading.amount, reading.currency) == (Event.PAY, Rupiah(143_000), "IDR")
    assert (reading.provider_id, reading.merchant_id, reading.transaction_id) == ("ICS-1-1", "G1", "57d5")
    assert reading.paid_at == reading.settled_at == datetime.fromisoformat("2026-11-23T18:30:00+07:00")


def test_the_second_notice_of_a_refund_differs_by_the_banks_word() -> None:
    first = {"refunds": [{"refund_chargeback_id": 1}]}
    second = {"refunds": [{"refund_chargeback_id": 1, "bank_confirmed_at": "2026-11-24 10:00:00"}, "odd"]}
    assert (answers.refund_marks(first), answers.refund_marks(second)) == (["1/False"], ["1/True"])
    assert answers.refund_marks({"refunds": "odd"}) == []
