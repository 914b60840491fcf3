"""How often somebody may try. Tokens cannot be guessed; this keeps whoever tries from keeping us busy."""

from typing import Final

from django.core.cache import cache

HOUR: Final = 3_600
MOST_UNKNOWN: Final = 30  # tokens that we never made, from one address
MOST_ANSWERS: Final = 20  # answers by one link: each wrong number is one


def is_too_often(kind: str, who: str, most: int) -> bool:
    """Counts this try; true once there were more than `most` within an hour."""
    key = f"by-link:{kind}:{who}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ran out between the two lines
        return False
