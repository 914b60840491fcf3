"""When and how an appeal may be made, on plain values."""

from datetime import datetime, timedelta
from typing import Final

DAYS: Final = 14
SHORTEST_REASON: Final = 20


def ends(decided_at: datetime) -> datetime:
    """The last moment for an appeal against a decision."""
    return decided_at + timedelta(days=DAYS)


def is_open(decided_at: datetime, now: datetime) -> bool:
    return now <= ends(decided_at)


def is_reason(words: str) -> bool:
    return len(" ".join(words.split())) >= SHORTEST_REASON
