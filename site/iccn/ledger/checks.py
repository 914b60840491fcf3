"""Looking every night whether the books are what they should be, and an alarm when they are not."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Final

import structlog
from django.db.models import Count, Min, Q, Sum
from django.utils import timezone

from iccn.accounts.models import User
from iccn.accounts.roles import FINANCE, FINANCE_CHECKER
from iccn.ledger import chart, selectors
from iccn.ledger.models import BooksCheck, Entry, Posting, SealedEntry
from iccn.ledger.sealing import first_break
from iccn.notices.recipient import Recipient
from iccn.notices.services import tell

logger = structlog.get_logger(__name__)
LOOKED_BACK: Final = timedelta(days=31)  # of the chain; the command looks at all of it
# How long money may stay on accounts that only pass it on.
PASSING: Final = {chart.CLEARING: timedelta(days=7), chart.SUSPENSE: timedelta(days=31)}
MOST_NAMED: Final = 50


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` is a code (see `TESTS`), `where` an account, an entry or a source, `amount` whole rupiah."""

    what: str
    where: str
    amount: int = 0


def _trial_balance() -> Iterator[Finding]:
    rest = int(Posting.objects.aggregate(total=Sum("amount"))["total"] or 0)
    if rest:
        yield Finding("trial_balance", "", rest)


def _drift() -> Iterator[Finding]:
    for code in selectors.drift():
        yield Finding("drift", code, int(selectors.balance(code)))


def _entries_balance() -> Iterator[Finding]:
    """The database refuses such entries; a restored or meddled copy may hold them."""
    odd = Entry.objects.annotate(legs=Count("postings"), rest=Sum("postings__amount"))
    for entry in odd.filter(Q(legs__lt=2) | ~Q(rest=0))[:MOST_NAMED]:
        yield Finding("entry", entry.idempotency_key, int(entry.rest or 0))


def _chain() -> Iterator[Finding]:
    since = SealedEntry.objects.filter(seal__day__gte=timezone.localdate() - LOOKED_BACK)
    first = since.aggregate(first=Min("place"))["first"]
    if first is not None and (place := first_break(since=first)) is not None:
        yield Finding("chain", str(place))


def _aging() -> Iterator[Finding]:
    for code, longest in PASSING.items():
        for row in selectors.open_items(code, until=timezone.localdate() - longest)[:MOST_NAMED]:
            yield Finding("old", f"{code} {row.source}", int(row.amount))


TESTS: Final[tuple[Callable[[], Iterator[Finding]], ...]] = (
    _trial_balance, _drift, _entries_balance, _chain, _aging,
)  # fmt: skip


def check_books() -> BooksCheck:
    """Runs every test, keeps what they found, and tells finance when it is anything but money that waits too long."""
    findings = [finding for test in TESTS for finding in test()]
    check = BooksCheck.objects.create(findings=[asdict(one) for one in findings])
    if any(one.what != "old" for one in findings):
        logger.error("ledger.unsound", check=check.pk, findings=len(findings))
        _alarm(check)
    return check


def _alarm(check: BooksCheck) -> None:
    people = User.objects.filter(groups__name__in=[FINANCE, FINANCE_CHECKER], is_active=True).distinct()
    for person in people:
        facts = {"count": len(check.findings), "first": check.findings[0]["what"]}
        tell(to=Recipient.of(person), kind="books_unsound", facts=facts, subject=check)
