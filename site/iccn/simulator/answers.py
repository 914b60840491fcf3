"""Bodies as the gateway words them: figures are strings, times are WIB without saying so."""

import hashlib
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings

from iccn.simulator.models import SimTransaction

WIB: Final = ZoneInfo("Asia/Jakarta")
Body = dict[str, Any]
CODES: Final = {"pending": "201", "authorize": "200", "deny": "202", "expire": "407"}


def status_answer(row: SimTransaction) -> Body:
    return common(row, code_of(row), "Success, transaction is found")


def notification(row: SimTransaction) -> Body:
    """News, signed. An expiry is told with code 202, though asked for it is 407."""
    code = "202" if row.status == "expire" else code_of(row)
    body = common(row, code, "midtrans payment notification")
    return body | {"signature_key": signature(body["order_id"], code, body["gross_amount"])}


def common(row: SimTransaction, code: str, message: str) -> Body:
    body = {
        "transaction_time": written(row.transaction_time),
        "transaction_status": row.status,
        "transaction_id": row.transaction_id,
        "status_message": message,
        "status_code": code,
        "payment_type": row.payment_type,
        "order_id": row.order_id,
        "merchant_id": settings.MIDTRANS_MERCHANT_ID,
        "gross_amount": f"{row.gross_amount}.00",
        "currency": "IDR",
        "expiry_time": written(row.expiry_time),
        **row.extras,
    }
    if row.payment_type != "cstore":
        body["fraud_status"] = row.fraud_status
    if row.settlement_time:
        body["settlement_time"] = written(row.settlement_time)
    return body | refund_fields(row)


def refund_fields(row: SimTransaction) -> Body:
    if not row.refunds:
        return {}
    return {"refund_amount": f"{row.refunded}.00", "refunds": [refund_of(one) for one in row.refunds]}


def refund_of(one: Body) -> Body:
    body = {
        "refund_chargeback_id": one["number"],
        "refund_amount": f"{one['amount']}.00",
        "created_at": written(datetime.fromisoformat(one["created_at"])),
        "reason": one["reason"],
        "refund_key": one["key"],
        "refund_method": "online",
    }
    if one["bank_confirmed_at"]:
        body["bank_confirmed_at"] = written(datetime.fromisoformat(one["bank_confirmed_at"]))
    return body


def code_of(row: SimTransaction) -> str:
    if row.status == "capture" and row.fraud_status == "challenge":
        return "201"
    return CODES.get(row.status, "200")


def signature(order_id: str, code: str, gross_amount: str) -> str:
    whole = f"{order_id}{code}{gross_amount}{settings.MIDTRANS_SERVER_KEY}"
    return hashlib.sha512(whole.encode()).hexdigest()


def written(when: datetime | None) -> str:
    return when.astimezone(WIB).strftime("%Y-%m-%d %H:%M:%S") if when else ""
