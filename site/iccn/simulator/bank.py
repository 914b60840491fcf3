"""What payers, banks and the merchant can do to a transaction, as the gateway's documents allow it."""

import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from iccn.simulator.answers import notification
from iccn.simulator.channels import payment_type_of, picked
from iccn.simulator.delivery import send_later
from iccn.simulator.models import SimTransaction

Row = SimTransaction
Deed = Callable[[], Row]

# From which status an act is possible, and where it leads.
ACTS: Final[dict[str, tuple[frozenset[str], str]]] = {
    "pay": (frozenset({"pending"}), "settlement"),
    "pay_late": (frozenset({"pending", "expire", "cancel"}), "settlement"),
    "capture": (frozenset({"pending", "authorize"}), "capture"),
    "challenge": (frozenset({"pending"}), "capture"),
    "settle": (frozenset({"capture"}), "settlement"),
    "deny": (frozenset({"pending"}), "deny"),
    "expire": (frozenset({"pending"}), "expire"),
    "cancel": (frozenset({"pending", "authorize", "capture"}), "cancel"),
    "refund": (frozenset({"settlement", "partial_refund"}), "refund"),
    "chargeback": (frozenset({"settlement"}), "chargeback"),
}
FRAUD: Final = {"challenge": "challenge", "capture": "accept", "settle": "accept", "pay": "accept"}


class NotPossible(Exception):  # noqa: N818 - an answer, not a fault
    """The transaction's status does not allow it."""


@transaction.atomic
def choose(token: str, channel: str) -> Row:
    """The payer picks a way to pay: only now there is a transaction. After a refusal another may be begun."""
    row = locked(token=token)
    now = timezone.now()
    if row.closed or now >= row.page_ends_at or channel not in row.channels or row.status not in {"", "deny"}:
        raise NotPossible
    row.transaction_id = str(uuid.uuid4())
    row.payment_type = payment_type_of(channel)
    row.extras = picked(channel, row)
    row.status, row.fraud_status = "pending", "accept"
    row.transaction_time = now
    row.expiry_time = (row.starts_at or now) + timedelta(seconds=row.payable_seconds)
    return _keep_and_tell(row)


@transaction.atomic
def act(token: str, what: str) -> Row:
    """One act of the table. Raises NotPossible."""
    row = locked(token=token)
    expire_if_over(row)
    sources, target = ACTS[what]
    if row.status not in sources:
        raise NotPossible
    row.status = target
    row.fraud_status = FRAUD.get(what, row.fraud_status)
    if target == "settlement":
        row.settlement_time = timezone.now()
    return _keep_and_tell(row)


def _keep_and_tell(row: Row) -> Row:
    row.save()
    send_later(row, notification(row))
    return row


@transaction.atomic
def refund(order_id: str, *, key: str, amount: int, reason: str) -> Row:
    """Two notifications follow: this one, and the bank's confirmation later. The caller has checked the amount."""
    row = locked(order_id=order_id)
    made = timezone.now()
    row.refunds = [
        *row.refunds,
        {"number": len(row.refunds) + 1, "key": key, "amount": amount, "reason": reason}
        | {"created_at": made.isoformat(), "bank_confirmed_at": ""},
    ]
    row.status = "refund" if row.refunded == row.gross_amount else "partial_refund"
    return _keep_and_tell(row)


@transaction.atomic
def confirm_refunds(token: str) -> Row:
    row = locked(token=token)
    if not any(not one["bank_confirmed_at"] for one in row.refunds):
        raise NotPossible
    now = timezone.now().isoformat()
    row.refunds = [{**one, "bank_confirmed_at": one["bank_confirmed_at"] or now} for one in row.refunds]
    return _keep_and_tell(row)


@transaction.atomic
def send_again(token: str) -> Row:
    """The last news once more, word for word."""
    row = locked(token=token)
    if not row.status:
        raise NotPossible
    send_later(row, notification(row))
    return row


@transaction.atomic
def send_late_pending(token: str) -> Row:
    """News that was overtaken: `pending` arrives after what came later."""
    row = locked(token=token)
    if row.status in {"", "pending"}:
        raise NotPossible
    overtaken = SimTransaction(**{field.attname: getattr(row, field.attname) for field in row._meta.fields})
    overtaken.status, overtaken.settlement_time = "pending", None
    send_later(row, notification(overtaken))
    return row


@transaction.atomic
def behave(token: str, mode: str) -> Row:
    row = locked(token=token)
    row.mode = SimTransaction.Mode(mode)
    row.save(update_fields=["mode"])
    return row


@transaction.atomic
def close_page(token: str) -> Row:
    """The merchant ends the page before anything was picked."""
    row = locked(token=token)
    if row.status not in {"", "deny"}:
        raise NotPossible
    row.closed = True
    row.save(update_fields=["closed"])
    return row


def locked(**which: Any) -> Row:
    return SimTransaction.objects.select_for_update().get(**which)


def expire_if_over(row: Row, now: datetime | None = None) -> None:
    """Time passes for a transaction only when somebody looks."""
    if row.status == "pending" and row.expiry_time and (now or timezone.now()) >= row.expiry_time:
        row.status = "expire"
        _keep_and_tell(row)


OTHER_ACTS: Final[dict[str, Callable[[str], Row]]] = {
    "again": send_again,
    "late_pending": send_late_pending,
    "confirm_refund": confirm_refunds,
}
