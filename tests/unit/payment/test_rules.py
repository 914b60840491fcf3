from datetime import datetime, timedelta

import pytest

from iccn.money.rupiah import Rupiah
from store.payment import rules

NOON = datetime.fromisoformat("2026-11-23T12:00:00+07:00")
TOMORROW = NOON + timedelta(hours=24)


def test_an_attempt_is_named_after_its_order() -> None:
    assert rules.provider_id("ICS-2611-8K3F7", 2) == "ICS-2611-8K3F7-2"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({}, ()),
        ({"told_amount": Rupiah(142_999)}, ("amount",)),
        ({"told_amount": None}, ("amount",)),
        ({"told_currency": "USD"}, ("currency",)),
        ({"told_merchant_id": "G2"}, ("merchant",)),
        ({"told_merchant_id": ""}, ()),
        ({"merchant_id": ""}, ()),
        ({"told_amount": Rupiah(1), "told_currency": ""}, ("amount", "currency")),
    ],
)
def test_what_does_not_fit_is_named(told, found) -> None:
    fits = {
        "amount": Rupiah(143_000), "merchant_id": "G1",
        "told_amount": Rupiah(143_000), "told_currency": "IDR", "told_merchant_id": "G1",
    }  # fmt: skip
    assert rules.disagreements(**{**fits, **told}) == found


@pytest.mark.parametrize(
    ("polls", "now", "again"),
    [
        (0, NOON, NOON + timedelta(minutes=2)),
        (1, NOON, NOON + timedelta(minutes=8)),
        (2, NOON, NOON + timedelta(minutes=20)),
        (9, NOON, NOON + timedelta(hours=1)),
        (9, TOMORROW - timedelta(minutes=5), TOMORROW + timedelta(minutes=1)),
        (9, TOMORROW + timedelta(minutes=2), TOMORROW + timedelta(hours=6, minutes=2)),
        (9, TOMORROW + timedelta(days=2, seconds=1), None),
    ],
)
def test_the_gateway_is_asked_soon_then_less_often_and_right_after_the_end(polls, now, again) -> None:
    assert rules.next_poll(polls=polls, now=now, expires_at=TOMORROW) == again


@pytest.mark.parametrize(
    ("window", "before_end", "due"),
    [
        (timedelta(hours=24), timedelta(hours=3), True),
        (timedelta(hours=24), timedelta(hours=3, seconds=1), False),
        (timedelta(hours=24), timedelta(0), False),
        (timedelta(minutes=15), timedelta(minutes=5), False),
    ],
)
def test_a_reminder_comes_three_hours_before_the_end_of_a_long_window(window, before_end, due) -> None:
    end = NOON + window
    assert rules.reminder_is_due(created_at=NOON, expires_at=end, now=end - before_end) is due


def test_what_is_missing_completes_the_lines() -> None:
    assert rules.missing(Rupiah(268_000), [Rupiah(250_000), Rupiah(18_000)]) == Rupiah(0)
    assert rules.missing(Rupiah(258_000), [Rupiah(250_000), Rupiah(18_000)]) == Rupiah(-10_000)
