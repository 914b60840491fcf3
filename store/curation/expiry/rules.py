"""When to warn of a certificate that runs out, on plain values."""

from collections.abc import Collection
from datetime import date
from typing import Final

WARNED: Final = (60, 30, 7)  # days before the last day


def days_left(valid_until: date, today: date) -> int:
    """0 on the last day on which it holds."""
    return (valid_until - today).days


def is_over(valid_until: date, today: date) -> bool:
    return days_left(valid_until, today) < 0


def warning_due(valid_until: date, today: date, told: Collection[int]) -> int | None:
    """The warning to give now; one that was missed is not made up for once a nearer one is due."""
    left = days_left(valid_until, today)
    if left < 0:
        return None
    due = min((days for days in WARNED if left <= days), default=None)
    return None if due is None or any(days <= due for days in told) else due
