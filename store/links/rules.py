"""What a link is worth at a moment, on plain values."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

LIVES: Final = timedelta(hours=48)
TOKEN_BYTES: Final = 32
MOST_AN_HOUR: Final = 3  # new links for one subject and person
MOST_A_DAY: Final = 20  # new links that one person asks for


class Standing(StrEnum):
    LIVE = "live"
    USED = "used"
    REVOKED = "revoked"
    EXPIRED = "expired"


def standing(
    *, used: datetime | None, revoked: datetime | None, expires: datetime, now: datetime
) -> Standing:
    """Used counts before revoked, and both before expired: whoever comes back reads what happened first."""
    if used is not None:
        return Standing.USED
    if revoked is not None:
        return Standing.REVOKED
    return Standing.LIVE if now < expires else Standing.EXPIRED


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def fingerprint(token: str) -> str:
    """What is kept of a token. It is random and long, so that a plain hash cannot be turned back."""
    return hashlib.sha256(token.encode()).hexdigest()


def may_ask_again(asked: Sequence[datetime], asked_for_this: Sequence[datetime], now: datetime) -> bool:
    """Whether a person may ask for one more link, by when she asked today, and when for the same thing."""
    day = sum(moment > now - timedelta(days=1) for moment in asked)
    hour = sum(moment > now - timedelta(hours=1) for moment in asked_for_this)
    return day < MOST_A_DAY and hour < MOST_AN_HOUR
