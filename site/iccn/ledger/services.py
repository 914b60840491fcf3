"""Posting: `post` is the only door to the books."""

import calendar
from datetime import date

import structlog
from django.db import IntegrityError, transaction
from django.utils import timezone

from iccn.audit import services as audit
from iccn.ledger import chart
from iccn.ledger.entry import NewEntry
from iccn.ledger.models import Account, Balance, Entry, Period, Posting
from iccn.ledger.refusals import (
    AlreadyReversed,
    LedgerConflict,
    Overdrawn,
    PeriodClosed,
    SamePerson,
    UnknownAccount,
)

logger = structlog.get_logger(__name__)
EYES = frozenset({Entry.Kind.PAYOUT, Entry.Kind.MANUAL, Entry.Kind.REVERSAL})


@transaction.atomic
def post(*, entry: NewEntry) -> Entry:
    """Posts one fact, once: the same key with the same legs gives the first entry again.

    Raises EmptyEntry, OutOfBalance, UnknownAccount, PeriodClosed, Overdrawn, SamePerson, and LedgerConflict when
    the key is there with other legs (an alarm in the log, never a second entry).
    """
    entry.check()
    if entry.kind in EYES and entry.approved_by in {"", entry.made_by}:
        raise SamePerson
    if there := Entry.objects.filter(idempotency_key=entry.key).first():
        return same_or_conflict(there, entry)
    accounts = accounts_for(entry)
    period = period_of(entry.effective_date)
    if period.closed_at is not None:
        raise PeriodClosed(period=period)
    try:
        with transaction.atomic():
            return write(entry, accounts, period)
    except IntegrityError as error:
        return explain(error, entry)


def write(entry: NewEntry, accounts: dict[str, Account], period: Period) -> Entry:
    made = Entry.objects.create(
        kind=entry.kind,
        idempotency_key=entry.key,
        payload_hash=entry.payload_hash,
        period=period,
        effective_date=entry.effective_date,
        made_by=entry.made_by,
        approved_by=entry.approved_by,
        source=entry.source,
        policy_version=entry.policy_version,
        reverses_id=entry.reverses_id,
    )
    for code, amount in entry.booked.items():
        Posting.objects.create(entry=made, account=accounts[code], amount=amount)
    return made


def explain(error: IntegrityError, entry: NewEntry) -> Entry:
    """Another process posted the same fact meanwhile, or an account would be overdrawn; anything else goes on."""
    if "overdrawn" in str(error):
        raise Overdrawn from error
    there = Entry.objects.filter(idempotency_key=entry.key).first()
    if there is None:
        raise error
    return same_or_conflict(there, entry)


def same_or_conflict(there: Entry, entry: NewEntry) -> Entry:
    if there.payload_hash == entry.payload_hash:
        return there
    # The log, not the audit trail: the refusal undoes what its transaction wrote.
    logger.error("ledger conflict", key=entry.key, entry=there.pk)
    raise LedgerConflict(key=entry.key)


def accounts_for(entry: NewEntry) -> dict[str, Account]:
    """The accounts of the legs; an owner's own account is opened when it is first needed. Raises UnknownAccount."""
    found = {account.code: account for account in Account.objects.filter(code__in=entry.booked)}
    for code in entry.booked:
        if code not in found:
            found[code] = open_owned(code, entry.names.get(code, ""))
    return found


def open_owned(code: str, name: str = "") -> Account:
    """Opens `2200:bandung` for `chapter:bandung`. Raises UnknownAccount for a code outside the chart."""
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
def open_standard_accounts() -> int:
    """Opens the platform's accounts that are missing; returns how many."""
    made = [
        Account.objects.get_or_create(
            code=line.code, defaults={"name": line.name, "type": line.type, "no_overdraw": line.no_overdraw}
        )[1]
        for line in chart.PLATFORM
    ]
    return sum(made)


def period_of(day: date) -> Period:
    """The period that a day lies in: its calendar month, opened when it is first needed."""
    there = Period.objects.filter(starts__lte=day, ends__gte=day).first()
    if there is not None:
        return there
    last = calendar.monthrange(day.year, day.month)[1]
    return Period.objects.get_or_create(starts=day.replace(day=1), defaults={"ends": day.replace(day=last)})[
        0
    ]


@transaction.atomic
def close_period(*, period: Period, by: str) -> Period:
    """Closes a period for ever. Closing twice raises PeriodClosed."""
    locked = Period.objects.select_for_update().get(pk=period.pk)
    if locked.closed_at is not None:
        raise PeriodClosed(period=locked)
    locked.closed_at = timezone.now()
    locked.save(update_fields=["closed_at"])
    audit.record(by, "period.closed", locked)
    return locked


@transaction.atomic
def reverse(*, entry: Entry, on: date, made_by: str, approved_by: str) -> Entry:
    """Takes an entry back by its mirror, in a period that is open. Raises AlreadyReversed, SamePerson, PeriodClosed."""
    if Entry.objects.filter(reverses=entry).exists():
        raise AlreadyReversed
    legs = {posting.account.code: -posting.amount for posting in entry.postings.select_related("account")}
    return post(
        entry=NewEntry(
            kind=Entry.Kind.REVERSAL,
            key=f"rev:{entry.pk}",
            legs=legs,
            effective_date=on,
            made_by=made_by,
            approved_by=approved_by,
            source=entry.source,
            reverses_id=entry.pk,
        )
    )


def lock_balance(code: str) -> Balance | None:
    """Takes the row lock of an account's balance, so that what is read stays true until commit."""
    return Balance.objects.select_for_update().filter(account__code=code).first()
