"""What came of sales: for a chapter, and for everyone. Read from the books alone."""

from dataclasses import dataclass
from typing import Any, TypedDict

from django.db.models import Case, F, Q, Sum, Value, When
from django.db.models.functions import Substr, TruncMonth

from iccn.chapters.models import Chapter
from iccn.ledger import chart
from iccn.ledger.models import Balance, Entry, Posting
from iccn.money.rupiah import ZERO, Rupiah, total
from store.profit.legs import chapter_pots
from store.profit.models import LineShare

ARTISANS, CHAPTERS, SOLIDARITY = "artisans", "chapters", "solidarity"
SALES = (Entry.Kind.DELIVERED, Entry.Kind.ALLOCATED, Entry.Kind.REFUND)
POTS = {
    chart.ARTISAN_PAYABLE: ARTISANS,
    chart.CLAWBACK_ARTISAN: ARTISANS,
    chart.CHAPTER_PENDING: CHAPTERS,
    chart.CHAPTER_AVAILABLE: CHAPTERS,
    chart.CLAWBACK_CHAPTER: CHAPTERS,
    chart.SOLIDARITY_POOL: SOLIDARITY,
}


@dataclass(frozen=True, slots=True)
class ChapterMoney:
    """A chapter's part of profit: waiting, ready to draw, drawn; `total` is all of it, less what refunds took back."""

    pending: Rupiah = ZERO
    available: Rupiah = ZERO
    paid: Rupiah = ZERO
    total: Rupiah = ZERO


def money_of_chapter(chapter: Chapter) -> ChapterMoney:
    """Two queries."""
    pending, available, owed = chapter_pots(chapter.slug)
    held: dict[str, Rupiah] = dict(
        Balance.objects.filter(account__code__in=(pending, available, owed)).values_list(
            "account__code", "amount"
        )
    )
    drawn = Posting.objects.filter(account__code=available, entry__kind=Entry.Kind.PAYOUT)
    paid = _rupiah(drawn.aggregate(sum=Sum("amount"))["sum"])
    waits, ready, owes = -held.get(pending, ZERO), -held.get(available, ZERO), held.get(owed, ZERO)
    return ChapterMoney(waits, ready, paid, waits + ready + paid - owes)


@dataclass(frozen=True, slots=True)
class MonthTotal:
    """One calendar month, `2026-11`."""

    month: str
    artisans: Rupiah
    chapters: Rupiah
    solidarity: Rupiah


@dataclass(frozen=True, slots=True)
class ChapterTotal:
    slug: str
    name: str
    province: str
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class ProvinceTotal:
    province: str
    chapters: int
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class ChapterMonth:
    """One line of the open data: what one chapter received in one month."""

    month: str
    chapter: str
    province: str
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class PublicTotals:
    """What everyone may see; no person is named. Refunds and reversals are taken off the month they happened in."""

    artisans: Rupiah
    chapters: Rupiah
    solidarity: Rupiah
    orders: int
    by_month: tuple[MonthTotal, ...]
    by_chapter: tuple[ChapterTotal, ...]
    by_province: tuple[ProvinceTotal, ...]
    by_chapter_month: tuple[ChapterMonth, ...]


class Row(TypedDict):
    month: str
    pot: str
    slug: str
    amount: Rupiah


def public_totals() -> PublicTotals:
    """Three queries, however many sales there were."""
    rows = _rows()
    places = _places({row["slug"] for row in rows if row["slug"]})
    by_chapter = _by_chapter(rows, places)
    return PublicTotals(
        artisans=_sum(rows, ARTISANS),
        chapters=_sum(rows, CHAPTERS),
        solidarity=_sum(rows, SOLIDARITY),
        orders=LineShare.objects.values("order_number").distinct().count(),
        by_month=_by_month(rows),
        by_chapter=by_chapter,
        by_province=_by_province(by_chapter),
        by_chapter_month=_by_chapter_month(rows, places),
    )


def _rows() -> list[Row]:
    """Net credits of sales by month and pot; a chapter's own beside its slug."""
    found: Any = (
        Posting.objects.filter(Q(entry__kind__in=SALES) | Q(entry__reverses__kind__in=SALES))
        .annotate(
            prefix=Substr("account__code", 1, 4),
            whose=Case(
                When(account__owner__startswith="chapter:", then=F("account__owner")), default=Value("")
            ),
            month=TruncMonth("entry__effective_date"),
        )
        .filter(prefix__in=POTS)
        .values("month", "prefix", "whose")
        .annotate(sum=Sum("amount"))
        .order_by("month", "prefix", "whose")
    )
    return [
        {
            "month": f"{row['month']:%Y-%m}",
            "pot": POTS[row["prefix"]],
            "slug": row["whose"].removeprefix("chapter:"),
            "amount": -_rupiah(row["sum"]),
        }
        for row in found
    ]


def _rupiah(sum_of_amounts: Any) -> Rupiah:
    return Rupiah(int(sum_of_amounts or 0))


def _sum(rows: list[Row], pot: str) -> Rupiah:
    return total([row["amount"] for row in rows if row["pot"] == pot])


def _by_month(rows: list[Row]) -> tuple[MonthTotal, ...]:
    months = {row["month"]: [one for one in rows if one["month"] == row["month"]] for row in rows}
    return tuple(
        MonthTotal(month, _sum(of, ARTISANS), _sum(of, CHAPTERS), _sum(of, SOLIDARITY))
        for month, of in months.items()
    )


def _places(slugs: set[str]) -> dict[str, Chapter]:
    return {
        one.slug: one for one in Chapter.objects.filter(slug__in=slugs).select_related("regency__province")
    }


def _by_chapter(rows: list[Row], places: dict[str, Chapter]) -> tuple[ChapterTotal, ...]:
    """Those with most first; chapters with the same sum by name."""
    sums: dict[str, list[Rupiah]] = {}
    for row in rows:
        if row["slug"]:
            sums.setdefault(row["slug"], []).append(row["amount"])
    totals = [
        ChapterTotal(slug, places[slug].name, places[slug].regency.province.name, total(amounts))
        for slug, amounts in sums.items()
    ]
    return tuple(sorted(totals, key=lambda one: (-int(one.amount), one.name)))


def _by_province(chapters: tuple[ChapterTotal, ...]) -> tuple[ProvinceTotal, ...]:
    names = sorted({one.province for one in chapters})
    of = {name: [one.amount for one in chapters if one.province == name] for name in names}
    return tuple(ProvinceTotal(name, len(amounts), total(amounts)) for name, amounts in of.items())


def _by_chapter_month(rows: list[Row], places: dict[str, Chapter]) -> tuple[ChapterMonth, ...]:
    sums: dict[tuple[str, str], Rupiah] = {}
    for row in rows:
        if row["slug"]:
            key = (row["month"], row["slug"])
            sums[key] = sums.get(key, ZERO) + row["amount"]
    return tuple(
        ChapterMonth(month, places[slug].name, places[slug].regency.province.name, amount)
        for (month, slug), amount in sums.items()
    )
