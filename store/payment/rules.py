"""Decisions about payments on plain values. Pure. Worked numbers: docs/rules/payment-states.md."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from iccn.money.rupiah import Rupiah

CURRENCY: Final = "IDR"
# When the gateway is asked again by ourselves, should its word get lost: so long after the last time we asked.
WAITS: Final = (timedelta(minutes=2), timedelta(minutes=8), timedelta(minutes=20), timedelta(hours=1))
WAIT_AFTER_THE_END: Final = timedelta(hours=6)
# After this long without news an attempt that has ended is not asked about any more.
LATE_NEWS: Final = timedelta(days=2)
# An attempt that is still being made; longer than the gateway's own patience.
MAKING: Final = timedelta(seconds=30)
REMIND_FROM: Final = timedelta(hours=2)  # shorter windows get no reminder
REMIND_BEFORE: Final = timedelta(hours=3)


def provider_id(order_number: str, number: int) -> str:
    """The attempt's name at the gateway: `ICS-2611-8K3F7-2`."""
    return f"{order_number}-{number}"


def disagreements(
    *,
    amount: Rupiah,
    merchant_id: str,
    told_amount: Rupiah | None,
    told_currency: str,
    told_merchant_id: str,
) -> tuple[str, ...]:
    """What of a gateway's word does not fit our attempt. A merchant that either side leaves out is not compared."""
    merchants = {merchant_id, told_merchant_id} - {""}
    found = (
        ("amount", told_amount != amount),
        ("currency", told_currency != CURRENCY),
        ("merchant", len(merchants) > 1),
    )
    return tuple(name for name, differs in found if differs)


def next_poll(*, polls: int, now: datetime, expires_at: datetime) -> datetime | None:
    """When to ask the gateway by ourselves: soon, then less often; right after the end; then for two days more."""
    if now > expires_at + LATE_NEWS:
        return None
    end = expires_at + timedelta(minutes=1)
    if now >= end:
        return now + WAIT_AFTER_THE_END
    return min(end, now + WAITS[min(polls, len(WAITS) - 1)])


def reminder_is_due(*, created_at: datetime, expires_at: datetime, now: datetime) -> bool:
    """Three hours before the end, for ways to pay that leave more than two hours; never after the end."""
    if expires_at - created_at <= REMIND_FROM:
        return False
    return expires_at - REMIND_BEFORE <= now < expires_at


def missing(amount: Rupiah, lines: Sequence[Rupiah]) -> Rupiah:
    """What has to be added to the lines (less than zero: taken off) so that they come to the amount."""
    return amount - Rupiah(sum(line.amount for line in lines))
