"""Reading the books."""

from dataclasses import dataclass

from django.db.models import F, QuerySet, Sum
from django.db.models.functions import TruncMonth

from iccn.ledger.models import Account, Balance, Entry, Posting
from iccn.money.rupiah import ZERO, Rupiah


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


def entries() -> QuerySet[Entry]:
    return Entry.objects.prefetch_related("postings__account").order_by("-pk")


def sum_of_kind(prefix: str, kinds: list[str]) -> dict[str, Rupiah]:
    """The net credit that entries of some kinds brought to each owner of accounts with a prefix."""
    rows = (
        Posting.objects.filter(account__code__startswith=prefix, entry__kind__in=kinds)
        .values(owner=F("account__owner"))
        .annotate(total=Sum("amount"))
    )
    return {row["owner"]: Rupiah(-int(row["total"])) for row in rows}


def credit_by_month(prefix: str, kinds: list[str]) -> list[tuple[str, Rupiah]]:
    """The net credit of some kinds of entries by calendar month (`2026-11`), oldest first."""
    rows = (
        Posting.objects.filter(account__code__startswith=prefix, entry__kind__in=kinds)
        .annotate(month=TruncMonth("entry__effective_date"))
        .values("month")
        .annotate(total=Sum("amount"))
        .order_by("month")
    )
    return [(f"{row['month']:%Y-%m}", Rupiah(-int(row["total"]))) for row in rows]


def drift() -> list[str]:
    """Accounts whose balance is not the sum of their postings: must be empty."""
    sums = dict(Posting.objects.values_list("account__code").annotate(total=Sum("amount")))
    balances = dict(Balance.objects.values_list("account__code", "amount"))
    return sorted(
        code for code in {*sums, *balances} if int(sums.get(code) or 0) != int(balances.get(code) or 0)
    )
