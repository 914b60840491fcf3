"""The figures of docs/rules/one-time-links.md."""

from datetime import UTC, datetime, timedelta

import pytest

from store.links.rules import LIVES, Standing, fingerprint, may_ask_again, new_token, standing

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("used", "revoked", "made_before", "found"),
    [
        (None, None, 0 * HOUR, Standing.LIVE),
        (None, None, 47 * HOUR, Standing.LIVE),
        (None, None, 48 * HOUR, Standing.EXPIRED),
        (NOW, None, 1 * HOUR, Standing.USED),
        (None, NOW, 1 * HOUR, Standing.REVOKED),
        (NOW, None, 50 * HOUR, Standing.USED),
        (None, NOW, 50 * HOUR, Standing.REVOKED),
    ],
)
def test_a_link_is_good_for_forty_eight_hours_and_once(used, revoked, made_before, found) -> None:
    assert standing(used=used, revoked=revoked, expires=NOW - made_before + LIVES, now=NOW) is found


def test_a_token_is_long_and_never_the_same_and_only_its_hash_is_kept() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert min(len(one) for one in tokens) == 43
    assert fingerprint("a") == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"


@pytest.mark.parametrize(
    ("asked_today", "asked_for_this", "may"),
    [
        ([], [], True),
        ([1] * 19, [2] * 5, True),
        ([1] * 20, [], False),
        ([25] * 20, [], True),
        ([0] * 3, [0] * 3, False),
    ],
)
def test_three_an_hour_for_one_thing_and_twenty_a_day(asked_today, asked_for_this, may) -> None:
    """Figures are hours ago."""
    day = [NOW - hours * HOUR for hours in asked_today]
    this = [NOW - hours * HOUR for hours in asked_for_this]
    assert may_ask_again(day, this, NOW) is may
