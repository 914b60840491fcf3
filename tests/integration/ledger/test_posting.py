from datetime import UTC, date, datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.utils import timezone

from iccn.audit.models import Line
from iccn.ledger import selectors, services
from iccn.ledger.entry import NewEntry
from iccn.ledger.models import Account, Entry, Period, Posting
from iccn.ledger.refusals import (
    AccountHolds,
    AlreadyReversed,
    EmptyEntry,
    LedgerConflict,
    OutOfBalance,
    Overdrawn,
    PeriodClosed,
    PeriodRunning,
    SamePerson,
    SuspenseHolds,
    UnknownAccount,
)
from iccn.money.rupiah import ZERO, Rupiah

pytestmark = pytest.mark.django_db
DAY = date(2026, 10, 20)


@pytest.fixture(autouse=True)
def _accounts(db) -> None:
    services.open_standard_accounts()


@pytest.fixture
def _now():
    with time_machine.travel(datetime(2026, 11, 20, 5, tzinfo=UTC), tick=False):
        yield


def entry(
    key: str = "pay:midtrans:1", kind: str = "paid", amount: int = 268_000, **other: object
) -> NewEntry:
    legs = {"1110": Rupiah(amount), "2900": Rupiah(-amount)}
    return NewEntry(
        **{"kind": kind, "key": key, "legs": legs, "effective_date": DAY, "made_by": "system:test", **other}
    )


def test_a_fact_is_posted_and_balances_follow() -> None:
    posted = services.post(entry=entry())
    assert [(leg.account.code, leg.amount) for leg in posted.postings.all()] == [
        ("1110", Rupiah(268_000)),
        ("2900", Rupiah(-268_000)),
    ]
    assert selectors.balance("1110") == Rupiah(268_000)
    assert selectors.credit("2900") == Rupiah(268_000)
    assert selectors.balance("1100") == ZERO
    assert selectors.drift() == []
    assert (posted.period.starts, posted.period.ends) == (date(2026, 10, 1), date(2026, 10, 31))


def test_the_same_fact_is_posted_once() -> None:
    first = services.post(entry=entry())
    assert services.post(entry=entry()) == first
    assert services.post(entry=entry(effective_date=date(2026, 10, 21))) == first
    assert Posting.objects.count() == 2


def test_the_same_key_with_other_figures_is_an_alarm_and_no_entry() -> None:
    services.post(entry=entry())
    with pytest.raises(LedgerConflict, match="pay:midtrans:1"):
        services.post(entry=entry(amount=1))
    assert Entry.objects.count() == 1
    assert Posting.objects.count() == 2
    alarm = Line.objects.get(verb="entry.conflicted")
    assert (alarm.actor, alarm.facts) == ("system:test", {"key": "pay:midtrans:1"})


def test_unbalanced_empty_and_unknown_are_refused_in_words() -> None:
    with pytest.raises(OutOfBalance, match="Rp1"):
        services.post(entry=entry(legs={"1110": Rupiah(2), "2900": Rupiah(-1)}))
    for legs in ({}, {"1110": ZERO, "2900": ZERO}, {"1110": Rupiah(5)}):
        with pytest.raises(EmptyEntry):
            services.post(entry=entry(legs=legs))
    for code in ("7777", "7777:x", "2200:"):
        with pytest.raises(UnknownAccount):
            services.post(entry=entry(legs={code: Rupiah(2), "2900": Rupiah(-2)}))
    assert not Entry.objects.exists()


def test_an_owners_account_is_opened_when_it_is_first_needed() -> None:
    services.post(
        entry=entry(legs={"5300": Rupiah(5), "2200:bandung": Rupiah(-5)}, names={"2200:bandung": "Bandung"})
    )
    account = Account.objects.get(code="2200:bandung")
    assert (account.owner, account.name, account.type, account.no_overdraw) == (
        "chapter:bandung",
        "Bandung",
        "liability",
        True,
    )


def test_nothing_is_taken_that_is_not_there() -> None:
    with pytest.raises(Overdrawn):
        services.post(entry=entry(legs={"2200:bandung": Rupiah(5), "1100": Rupiah(-5)}))
    assert not Entry.objects.exists()
    assert selectors.balance("1100") == ZERO


def test_a_closed_period_takes_nothing_more() -> None:
    period = services.period_of(DAY)
    services.close_period(period=period, by="system:test")
    with pytest.raises(PeriodClosed):
        services.post(entry=entry())
    with pytest.raises(PeriodClosed):
        services.close_period(period=period, by="system:test")
    assert services.post(entry=entry(effective_date=date(2026, 11, 1))).period != period
    assert Line.objects.filter(verb="period.closed").count() == 1


@pytest.mark.usefixtures("_now")
def test_a_period_is_closed_only_when_it_is_over_and_suspense_is_empty() -> None:
    running = services.period_of(date(2026, 11, 30))
    with pytest.raises(PeriodRunning, match="2026-11"):
        services.close_period(period=running, by="system:test")
    unknown = entry(legs={"9000": Rupiah(7), "1110": Rupiah(-7)})
    period = services.post(entry=unknown).period
    with pytest.raises(SuspenseHolds, match="Rp7"):
        services.close_period(period=period, by="system:test")
    services.post(entry=entry(key="solved", legs={"9000": Rupiah(-7), "1110": Rupiah(7)}))
    assert services.close_period(period=period, by="system:test").closed_at is not None
    running.refresh_from_db()
    assert running.closed_at is None


def test_an_account_is_closed_when_it_holds_nothing_and_takes_nothing_more() -> None:
    services.post(entry=entry(legs={"5300": Rupiah(5), "2200:bandung": Rupiah(-5)}))
    account = Account.objects.get(code="2200:bandung")
    with pytest.raises(AccountHolds, match="-Rp5"):
        services.close_account(account=account, by="user:1")
    services.post(entry=entry(key="b", legs={"5300": Rupiah(-5), "2200:bandung": Rupiah(5)}))
    closed = services.close_account(account=account, by="user:1")
    assert services.close_account(account=account, by="user:1") == closed
    assert Line.objects.filter(verb="account.closed").count() == 1
    with pytest.raises(IntegrityError, match="is closed"):
        services.post(entry=entry(key="c", legs={"5300": Rupiah(5), "2200:bandung": Rupiah(-5)}))
    assert Entry.objects.count() == 2


def test_several_facts_are_posted_together_or_none() -> None:
    facts = [
        entry(),
        entry(key="two", legs={"5300": Rupiah(5), "2200:x": Rupiah(-5)}, names={"2200:x": "Simpul X"}),
    ]
    assert [one.idempotency_key for one in services.post_all(entries=facts)] == ["pay:midtrans:1", "two"]
    assert Account.objects.get(code="2200:x").name == "Simpul X"
    with pytest.raises(LedgerConflict):
        services.post_all(entries=[entry(key="three"), entry(amount=1)])
    assert Entry.objects.count() == 2


def test_payouts_and_manual_entries_need_two_people() -> None:
    for approved_by in ("", "system:test"):
        with pytest.raises(SamePerson):
            services.post(entry=entry(kind="manual", approved_by=approved_by))
    assert services.post(entry=entry(kind="manual", approved_by="user:2")).approved_by == "user:2"


def test_an_entry_is_taken_back_once_by_its_mirror() -> None:
    posted = services.post(entry=entry())
    mirror = services.reverse(entry=posted, on=DAY, made_by="user:1", approved_by="user:2")
    assert mirror.reverses == posted
    assert selectors.balance("1110") == ZERO
    with pytest.raises(AlreadyReversed):
        services.reverse(entry=posted, on=DAY, made_by="user:1", approved_by="user:2")


def test_the_trial_balance_has_two_equal_sides() -> None:
    services.post(entry=entry())
    lines = selectors.trial_balance()
    assert sum(line.debit.amount for line in lines) == sum(line.credit.amount for line in lines) == 268_000
    assert {line.code for line in lines} >= {"1110", "2900", "9000"}
    assert [posting.amount for posting in selectors.account_history("1110")] == [Rupiah(268_000)]
    assert list(selectors.entries()) == list(Entry.objects.all())


def test_opening_the_accounts_again_opens_none() -> None:
    assert services.open_standard_accounts() == 0
    assert Period.objects.count() == 0


def test_balances_are_locked_in_one_order_and_stand_from_the_opening_of_the_account() -> None:
    services.post(entry=entry())
    with transaction.atomic():
        locked = services.lock_accounts(["1110", "1100", "2200:bandung"])
    assert locked == {"1110": Rupiah(268_000), "1100": ZERO, "2200:bandung": ZERO}


def test_a_late_fact_is_booked_on_the_first_open_day() -> None:
    services.close_period(period=services.period_of(DAY), by="system:test")
    assert services.booking_day(DAY) == timezone.localdate()
    assert services.booking_day(timezone.localdate()) == timezone.localdate()
    assert services.booking_day(date(2026, 9, 3)) == date(2026, 9, 3)


def test_a_period_that_closes_while_we_post_refuses_in_words(monkeypatch) -> None:
    stale = services.period_of(DAY)
    services.close_period(period=services.period_of(DAY), by="system:test")
    monkeypatch.setattr(services, "period_of", lambda _day: stale)
    with pytest.raises(PeriodClosed, match="2026-10"):
        services.post(entry=entry())
    assert not Entry.objects.exists()
