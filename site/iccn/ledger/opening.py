"""Accounts and periods are opened when they are first needed."""

import calendar
from datetime import date

from django.db import transaction
from django.utils import timezone

from iccn.audit import services as audit
from iccn.ledger import chart
from iccn.ledger.models import Account, Period
from iccn.ledger.refusals import AccountHolds, PeriodClosed, PeriodRunning, SuspenseHolds, UnknownAccount
from iccn.ledger.selectors import balance


@transaction.atomic
def open_standard_accounts() -> int:
    """Opens the platform's accounts that are missing; returns how many."""
    made = [
        Account.objects.get_or_create(
            code=line.code, defaults={"name": line.name, "type": line.type, "no_overdraw": line.no_overdraw}
        )[1]
        for line in chart.PLATFORM
    ]
    return sum(made)


def open_account(*, code: str, name: str = "") -> Account:
    """Opens `2200:bandung` for `chapter:bandung`, once. Raises UnknownAccount for a code outside the chart."""
    kind, _, owner = code.partition(":")
    line = chart.PER_OWNER.get(kind)
    if line is None or not owner:
        raise UnknownAccount(code=code)
    account, _made = Account.objects.get_or_create(
        code=code,
        defaults={
            "name": name or f"{line.name} {owner}",
            "type": line.type,
            "owner": f"{chart.OWNER_KIND[kind]}:{owner}",
            "no_overdraw": line.no_overdraw,
        },
    )
    return account


@transaction.atomic
def close_account(*, account: Account, by: str) -> Account:
    """Closes an account that holds nothing; for ever. Raises AccountHolds."""
    locked = Account.objects.select_for_update(no_key=True).get(pk=account.pk)
    if locked.closed_at is None:
        if rest := balance(locked.code):
            raise AccountHolds(code=locked.code, rest=rest)
        locked.closed_at = timezone.now()
        locked.save(update_fields=["closed_at"])
        audit.record(by, "account.closed", locked)
    return locked


def period_of(day: date) -> Period:
    """The period that a day lies in: its calendar month, opened when it is first needed."""
    there = Period.objects.filter(starts__lte=day, ends__gte=day).first()
    if there is not None:
        return there
    last = calendar.monthrange(day.year, day.month)[1]
    first_day, last_day = day.replace(day=1), day.replace(day=last)
    return Period.objects.get_or_create(starts=first_day, defaults={"ends": last_day})[0]


def booking_day(day: date) -> date:
    """The day to book a fact on: its own while its period is open, else today (whose period cannot be closed)."""
    closed = Period.objects.filter(starts__lte=day, ends__gte=day, closed_at__isnull=False).exists()
    return timezone.localdate() if closed else day


@transaction.atomic
def close_period(*, period: Period, by: str) -> Period:
    """Closes a period for ever, once it is over and nothing waits in suspense.

    Raises PeriodClosed, PeriodRunning, SuspenseHolds.
    """
    locked = Period.objects.select_for_update().get(pk=period.pk)
    if locked.closed_at is not None:
        raise PeriodClosed(period=locked)
    if locked.ends >= timezone.localdate():
        raise PeriodRunning(period=locked)
    if rest := balance(chart.SUSPENSE):
        raise SuspenseHolds(rest=rest)
    locked.closed_at = timezone.now()
    locked.save(update_fields=["closed_at"])
    audit.record(by, "period.closed", locked)
    return locked
