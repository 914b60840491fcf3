"""One artisan's earnings. A line is pending until its parcel's arrival is booked; then it stands on her account."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, Case, F, OuterRef, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce, Concat, TruncMonth
from django.db.models.lookups import Exact

from iccn.ledger import chart
from iccn.ledger.models import Balance, Entry, Posting
from iccn.money.rupiah import ZERO, Rupiah
from store.partner.models import Partner
from store.profit.models import LineRefund, LineShare


@dataclass(frozen=True, slots=True)
class Earnings:
    """`pending`: paid by shoppers, not arrived yet. `available`: owed to her, less what refunds took after a payout."""

    pending: Rupiah
    available: Rupiah
    paid: Rupiah


@dataclass(frozen=True, slots=True)
class Month:
    """`earned` is booked on arrival, less refunds; by the day of the entry."""

    month: str
    earned: Rupiah
    paid: Rupiah


def account_of(artisan: Partner) -> str:
    return chart.owned(chart.ARTISAN_PAYABLE, artisan.code)


def clawback_of(artisan: Partner) -> str:
    return chart.owned(chart.CLAWBACK_ARTISAN, artisan.code)


def lines_of(artisan: Partner) -> QuerySet[LineShare]:
    """Hers, the newest first, with `taken` by refunds, and the entries behind: `paid_entry`, `arrival`, `refund`."""
    refunds = LineRefund.objects.filter(share=OuterRef("pk"))
    taken = refunds.order_by().values("share").annotate(sum=Sum("artisan")).values("sum")
    of_order = Entry.objects.filter(source=Concat(Value("order:"), OuterRef("order_number")))
    start = Concat(Value("dlv:"), OuterRef("order_number"))
    key = Case(
        When(Exact(OuterRef("parcel"), Value("")), then=start),
        default=Concat(start, Value(":"), OuterRef("parcel")),
    )
    return (
        LineShare.objects.filter(artisan_account=artisan)
        .annotate(
            taken=Coalesce(Subquery(taken, output_field=BigIntegerField()), 0),
            paid_entry=Subquery(of_order.filter(kind=Entry.Kind.PAID).order_by("pk").values("pk")[:1]),
            arrival=Subquery(Entry.objects.filter(idempotency_key=key).values("pk")[:1]),
            refund=Subquery(refunds.order_by("-pk").values("entry_id")[:1]),
        )
        .order_by("-pk")
    )


def earnings_of(artisan: Partner) -> Earnings:
    """Three queries, however many lines."""
    waiting: Any = lines_of(artisan)
    waiting = waiting.filter(arrival=None).aggregate(frozen=Sum("artisan"), back=Sum("taken"))
    drawn = Posting.objects.filter(account__code=account_of(artisan), entry__kind=Entry.Kind.PAYOUT)
    return Earnings(
        pending=Rupiah(int(waiting["frozen"] or 0) - int(waiting["back"] or 0)),
        available=_owed_to(artisan),
        paid=Rupiah(int(drawn.aggregate(sum=Sum("amount"))["sum"] or 0)),
    )


def _owed_to(artisan: Partner) -> Rupiah:
    """What stands on her account, less what she owes back. A credit is negative in the books."""
    both = Balance.objects.filter(account__code__in=(account_of(artisan), clawback_of(artisan)))
    return Rupiah(-int(both.aggregate(sum=Sum("amount"))["sum"] or 0))


def months_of(artisan: Partner) -> list[Month]:
    """From her two accounts, the newest month first. One query."""
    rows = (
        Posting.objects.filter(account__code__in=(account_of(artisan), clawback_of(artisan)))
        .exclude(entry__kind=Entry.Kind.NETTED)
        .annotate(month=TruncMonth("entry__effective_date"), kind=F("entry__kind"))
        .values("month", "kind")
        .annotate(sum=Sum("amount"))
        .order_by("-month")
    )
    sums: dict[str, tuple[Rupiah, Rupiah]] = {}
    for row in rows:
        month, amount = f"{row['month']:%Y-%m}", Rupiah(int(row["sum"]))
        earned, paid = sums.get(month, (ZERO, ZERO))
        is_payout = row["kind"] == Entry.Kind.PAYOUT
        sums[month] = (earned, paid + amount) if is_payout else (earned - amount, paid)
    return [Month(month, earned, paid) for month, (earned, paid) in sums.items()]
