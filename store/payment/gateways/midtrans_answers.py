"""Reads what Midtrans answers into the shop's words. Times are WIB without saying so; fields may be missing or new."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from iccn.money.rupiah import ZERO, NotWholeRupiah, Rupiah
from store.payment.gateways.port import Reading
from store.payment.machine import Event

WIB: Final = ZoneInfo("Asia/Jakarta")
Answer = Mapping[str, Any]

EVENTS: Final[Mapping[str, Event]] = {
    "pending": Event.WAIT,
    "authorize": Event.AUTHORIZE,
    "settlement": Event.PAY,
    "capture": Event.PAY,
    "deny": Event.DENY,
    "failure": Event.DENY,
    "expire": Event.EXPIRE,
    "cancel": Event.CANCEL,
    "partial_refund": Event.REFUND_PART,
    "refund": Event.REFUND,
    "chargeback": Event.CHARGE_BACK,
    "partial_chargeback": Event.CHARGE_BACK,
}
# A payment is a payment only when the fraud check lets it pass.
SUSPECTED: Final[Mapping[str, Event]] = {"challenge": Event.CHALLENGE, "deny": Event.DENY}


def event_of(status: str, fraud: str) -> Event | None:
    """What happened, or None for a status that we do not know."""
    event = EVENTS.get(status)
    return SUSPECTED.get(fraud, event) if event is Event.PAY else event


def reading_of(answer: Answer) -> Reading:
    status = text(answer, "transaction_status")
    return Reading(
        provider_id=text(answer, "order_id"),
        event=event_of(status, text(answer, "fraud_status")),
        status=status,
        transaction_id=text(answer, "transaction_id"),
        amount=whole_rupiah(answer.get("gross_amount")),
        currency=text(answer, "currency"),
        merchant_id=text(answer, "merchant_id"),
        paid_at=moment(answer.get("settlement_time")) or moment(answer.get("transaction_time")),
        settled_at=moment(answer.get("settlement_time")),
        refunded=whole_rupiah(answer.get("refund_amount")) or ZERO,
        instructions=instructions_of(answer),
    )


def text(answer: Answer, name: str) -> str:
    value = answer.get(name)
    return value if isinstance(value, str) else ""


def whole_rupiah(value: object) -> Rupiah | None:
    """ "143000.00" is Rp143.000; anything else that is not whole rupiah is None."""
    try:
        return Rupiah.of(value)  # type: ignore[arg-type]
    except (NotWholeRupiah, ArithmeticError, TypeError, ValueError):
        return None


def moment(value: object) -> datetime | None:
    """ "2026-11-23 18:30:00" is that time in Jakarta."""
    try:
        return datetime.strptime(str(value), "%Y-%m-%d %H:%M:%S").replace(tzinfo=WIB)
    except ValueError:
        return None


def instructions_of(answer: Answer) -> dict[str, str]:
    """What the shopper has to type or scan, by kind: va, bill, code, qr; empty when there is nothing to show."""
    if number := text(answer, "permata_va_number"):
        return {"kind": "va", "bank": "permata", "number": number}
    if numbers := answer.get("va_numbers"):
        return _first_account(numbers)
    if key := text(answer, "bill_key"):
        return {"kind": "bill", "biller": text(answer, "biller_code"), "key": key}
    if code := text(answer, "payment_code"):
        return {"kind": "code", "store": text(answer, "store"), "code": code}
    if drawn := text(answer, "qr_string"):
        return {"kind": "qr", "qr": drawn}
    return {}


def _first_account(numbers: object) -> dict[str, str]:
    first = numbers[0] if isinstance(numbers, list) else None
    if not isinstance(first, Mapping):
        return {}
    return {"kind": "va", "bank": text(first, "bank"), "number": text(first, "va_number")}


def refund_marks(answer: Answer) -> list[str]:
    """Tells two refund notices apart: the second one of a refund carries the bank's confirmation."""
    refunds = answer.get("refunds")
    known = [one for one in refunds if isinstance(one, Mapping)] if isinstance(refunds, list) else []
    return [f"{one.get('refund_chargeback_id')}/{bool(one.get('bank_confirmed_at'))}" for one in known]
