from datetime import date

import pytest

from store.curation.expiry.rules import is_over, warning_due

LAST = date(2026, 12, 31)


@pytest.mark.parametrize(
    ("today", "told", "due"),
    [
        (date(2026, 11, 1), [], 60),
        (date(2026, 11, 1), [60], None),
        (date(2026, 10, 31), [], None),
        (date(2026, 12, 1), [60], 30),
        (date(2026, 12, 1), [], 30),
        (date(2026, 12, 24), [60, 30], 7),
        (date(2026, 12, 24), [60, 30, 7], None),
        (date(2026, 12, 31), [60, 30], 7),
        (date(2027, 1, 1), [], None),
    ],
)
def test_a_warning_is_given_60_30_and_7_days_before_the_last_day(today, told, due) -> None:
    assert warning_due(LAST, today, told) == due


def test_a_certificate_holds_on_its_last_day() -> None:
    assert not is_over(LAST, LAST)
    assert is_over(LAST, date(2027, 1, 1))
