"""Posting: `post` and `post_all` are the only doors to the books."""

from collections.abc import Iterable, Sequence
from datetime import date

import structlog
from django.db import IntegrityError, transaction

from iccn.audit import services as audit
from iccn.ledger.entry import NewEntry
from iccn.ledger.models import Account, Balance, Entry, Period, Posting
from iccn.ledger.opening import (
    booking_day,
    close_account,
    close_period,
    open_account,
    open_standard_accounts,
    period_of,
)
from iccn.ledger.refusals import AlreadyReversed, LedgerConflict, Overdrawn, PeriodClosed, SamePerson
from iccn.money.rupiah import ZERO, Rupiah

__all__ = [
    "booking_day", "close_account", "close_period", "lock_accounts", "open_account", "open_standard_accounts",
    "period_of", "post", "post_all", "reverse",
]  # fmt: skip

logger = structlog.get_logger(__name__)
EYES = frozenset({Entry.Kind.PAYOUT, Entry.Kind.MANUAL, Entry.Kind.REVERSAL})


def post(*, entry: NewEntry) -> Entry:
    """Posts one fact, once: the same key with the same legs gives the first entry again.

    Raises EmptyEntry, OutOfBalance, UnknownAccount, PeriodClosed, Overdrawn, SamePerson, and LedgerConflict when
    the key is there with other legs: an alarm in the log and an audit line, never a second entry.
    """
    entry.check()
    if entry.kind in EYES and entry.approved_by in {"", entry.made_by}:
        raise SamePerson
    try:
        return _post_once(entry)
    except LedgerConflict as conflict:
        _alarm(entry)
        raise conflict


@transaction.atomic
def post_all(*, entries: Sequence[NewEntry]) -> list[Entry]:
    """Posts several facts together or none. Their accounts are locked first, in one order: nobody waits in a ring."""
    named = {code: name for entry in entries for code, name in entry.named.items()}
    _accounts_for(named)
    lock_accounts(named)
    return [post(entry=entry) for entry in entries]


@transaction.atomic
def _post_once(entry: NewEntry) -> Entry:
    if there := _posted(entry):
        return there
    accounts = _accounts_for(entry.named)
    period = period_of(entry.effective_date)
    if period.closed_at is not None:
        raise PeriodClosed(period=period)
    try:
        with transaction.atomic():
            return _write(entry, accounts, period)
    except IntegrityError as error:
        return _explain(error, entry, period)


def _write(entry: NewEntry, accounts: dict[str, Account], period: Period) -> Entry:
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
    Posting.objects.bulk_create(
        Posting(entry=made, account=account, amount=entry.booked[account.code])
        for account in sorted(accounts.values(), key=lambda one: one.pk)
    )
    return made


def _posted(entry: NewEntry) -> Entry | None:
    """The entry that stands under this key. Raises LedgerConflict when it says something else."""
    there = Entry.objects.filter(idempotency_key=entry.key).first()
    if there is not None and there.payload_hash != entry.payload_hash:
        raise LedgerConflict(key=entry.key)
    return there


def _explain(error: IntegrityError, entry: NewEntry, period: Period) -> Entry:
    """Another process posted the same fact meanwhile, or the books refuse; anything else goes on."""
    if "overdrawn" in str(error):
        raise Overdrawn from error
    if f"the period {period.starts} is closed" in str(error):
        raise PeriodClosed(period=period) from error
    there = _posted(entry)
    if there is None:
        raise error
    return there


def _alarm(entry: NewEntry) -> None:
    """The audit line stands unless the caller's own transaction is undone; the log always stands."""
    there = Entry.objects.get(idempotency_key=entry.key)
    logger.error("ledger conflict", key=entry.key, entry=there.pk)
    audit.record(entry.made_by, "entry.conflicted", there, key=entry.key)


def _accounts_for(named: dict[str, str]) -> dict[str, Account]:
    """Accounts by code; an owner's own account is opened when it is first needed. Raises UnknownAccount."""
    found = {account.code: account for account in Account.objects.filter(code__in=named)}
    for code in sorted(named):
        if code not in found:
            found[code] = open_account(code=code, name=named[code])
    return found


def lock_accounts(codes: Iterable[str]) -> dict[str, Rupiah]:
    """The balances of accounts by code, locked until commit, always in one order; accounts not yet opened hold zero.

    Whoever decides by a balance what to post locks first every account that will be posted to.
    """
    wanted = list(codes)
    rows = (
        Balance.objects.select_for_update(of=("self",))
        .filter(account__code__in=wanted)
        .select_related("account")
        .order_by("account_id")
    )
    return {**dict.fromkeys(wanted, ZERO), **{row.account.code: row.amount for row in rows}}


@transaction.atomic
def reverse(*, entry: Entry, on: date, made_by: str, approved_by: str) -> Entry:
    """Takes an entry back by its mirror, in a period that is open. Raises AlreadyReversed, SamePerson, PeriodClosed."""
    locked = Entry.objects.select_for_update().get(pk=entry.pk)
    if Entry.objects.filter(reverses=locked).exists():
        raise AlreadyReversed
    legs = {posting.account.code: -posting.amount for posting in locked.postings.select_related("account")}
    return post(
        entry=NewEntry(
            kind=Entry.Kind.REVERSAL,
            key=f"rev:{locked.pk}",
            legs=legs,
            effective_date=on,
            made_by=made_by,
            approved_by=approved_by,
            source=locked.source,
            reverses_id=locked.pk,
        )
    )
