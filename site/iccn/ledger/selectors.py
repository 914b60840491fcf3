"""Reading the books."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Min, Q, QuerySet, Sum

from iccn.ledger.models import Account, Balance, BooksCheck, Entry, Posting, Seal
from iccn.money.rupiah import ZERO, Rupiah, total


def balance(code: str) -> Rupiah:
    """An account's balance: debit positive, credit negative; zero when nothing was posted."""
    found = Balance.objects.filter(account__code=code).values_list("amount", flat=True).first()
    return found or ZERO


def credit(code: str) -> Rupiah:
    """What we owe on a liability account, as a positive figure."""
    return -balance(code)


@dataclass(frozen=True, slots=True)
class TrialLine:
    code: str
    name: str
    debit: Rupiah
    credit: Rupiah


def trial_balance() -> list[TrialLine]:
    """Every account with its balance on its side; the two columns have the same sum."""
    rows = Account.objects.select_related("balance").order_by("code")
    amounts = [(row, row.balance.amount if hasattr(row, "balance") else ZERO) for row in rows]
    return [TrialLine(row.code, row.name, max(amount, ZERO), max(-amount, ZERO)) for row, amount in amounts]


def account_history(code: str) -> QuerySet[Posting]:
    """What was posted to an account, the newest first."""
    return Posting.objects.filter(account__code=code).select_related("entry").order_by("-pk")


def history_page(code: str, number: str) -> Page[Posting]:
    """One page of what was posted to an account; a number that is none gives the first or the last."""
    return Paginator(account_history(code), 50).get_page(number)


def entries() -> QuerySet[Entry]:
    return Entry.objects.prefetch_related("postings__account").order_by("-pk")


def entries_with_amounts() -> QuerySet[Entry]:
    """Entries with `moved`: the sum of their debits."""
    return Entry.objects.annotate(moved=Sum("postings__amount", filter=Q(postings__amount__gt=0)))


@dataclass(frozen=True, slots=True)
class Leg:
    """One posting on its side, for people to read."""

    code: str
    name: str
    debit: Rupiah
    credit: Rupiah


def legs_of(entry: Entry) -> list[Leg]:
    """The debits first, each side in account order."""
    legs = [
        Leg(one.account.code, one.account.name, max(one.amount, ZERO), max(-one.amount, ZERO))
        for one in entry.postings.all()
    ]
    return sorted(legs, key=lambda leg: (not leg.debit, leg.code))


@dataclass(frozen=True, slots=True)
class Sums:
    debit: Rupiah
    credit: Rupiah

    @property
    def are_equal(self) -> bool:
        return self.debit == self.credit


def sums_of(lines: Iterable[TrialLine]) -> Sums:
    rows = list(lines)
    return Sums(total([one.debit for one in rows]), total([one.credit for one in rows]))


@dataclass(frozen=True, slots=True)
class OpenItem:
    """What a source left on an account, and since when."""

    source: str
    amount: Rupiah
    since: date


def open_items(code: str, *, until: date) -> list[OpenItem]:
    """Sources whose postings to the account do not cancel out, begun on that day or before; the oldest first."""
    rows = (
        Posting.objects.filter(account__code=code)
        .values("entry__source")
        .annotate(rest=Sum("amount"), since=Min("entry__effective_date"))
        .exclude(rest=0)
        .filter(since__lte=until)
        .order_by("since", "entry__source")
    )
    return [OpenItem(row["entry__source"], row["rest"], row["since"]) for row in rows]


def seals() -> QuerySet[Seal]:
    """Published roots, the newest first."""
    return Seal.objects.order_by("-day")


def last_check() -> BooksCheck | None:
    return BooksCheck.objects.order_by("-at").first()


def drift() -> list[str]:
    """Accounts whose balance is not the sum of their postings: must be empty."""
    sums = dict(Posting.objects.values_list("account__code").annotate(total=Sum("amount")))
    balances = dict(Balance.objects.values_list("account__code", "amount"))
    return sorted(
        code for code in {*sums, *balances} if int(sums.get(code) or 0) != int(balances.get(code) or 0)
    )
