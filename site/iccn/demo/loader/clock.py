"""The demo's clock: everything was told by 20 November 2026, nine in the morning in Jakarta.

Services write the time at which they are called. The loader alone may say that it is another day: inside
`at(moment)` Django's clock stands at that moment.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from unittest.mock import patch
from zoneinfo import ZoneInfo

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=JAKARTA)
SEED = 2020
CLOCKS = ("django.utils.timezone.now", "oscar.apps.order.abstract_models.now")


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Django's `timezone.now()` answers `moment` while this is open, and so does the name under which Oscar took it."""
    with ExitStack() as clocks:
        for clock in CLOCKS:
            clocks.enter_context(patch(clock, return_value=moment.astimezone(ZoneInfo("UTC"))))
        yield


def days_ago(days: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment before the demo's day."""
    return (NOW - timedelta(days=days)).replace(hour=hour, minute=minute)
