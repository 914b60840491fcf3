"""Where the money went, as tables, stations and bars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from iccn.ledger.policy import policy_in_force
from iccn.money.rupiah import Rupiah
from store.api.cards import PublicTotals

Cell = dict[str, Any]
PARTS: dict[str, str | Promise] = {
    "chapter": gettext_lazy("Simpul asal karya"),
    "solidarity": gettext_lazy("Dana solidaritas semua simpul"),
    "operations": gettext_lazy("Operasional toko"),
}
BAR_HEIGHT = 100


@dataclass(frozen=True, slots=True)
class PolicyPart:
    """The inputs of a part of `price_breakdown`: here `amount` is a weight."""

    kind: str
    label: str
    amount: int


@dataclass(frozen=True, slots=True)
class PolicyShown:
    version: int
    since: datetime
    is_example: bool
    parts: tuple[PolicyPart, ...]


def policy_shown() -> PolicyShown | None:
    """The split in force today. One query."""
    policy = policy_in_force()
    if policy is None:
        return None
    parts = tuple(
        PolicyPart(kind, str(PARTS.get(kind, kind)), int(weight))
        for kind, weight in sorted(policy.weights.items(), key=lambda one: -one[1])
        if weight
    )
    return PolicyShown(policy.version, policy.effective_from, policy.is_example, parts)


def flow_of(totals: PublicTotals) -> list[dict[str, str]]:
    """The stations of the component `flow`."""
    orders = ngettext("%(n)d pesanan sampai", "%(n)d pesanan sampai", totals.orders) % {"n": totals.orders}
    return [
        {
            "label": orders,
            "icon": "shopping-bag",
            "kind": "operations",
            "text": _("Dibayar dan diterima pembeli."),
        },
        {
            "label": _("Perajin"),
            "amount": str(totals.artisans),
            "icon": "hand-heart",
            "kind": "artisan",
            "text": _("Bagian pembuatnya, lebih dulu dari siapa pun."),
        },
        {
            "label": _("Simpul"),
            "amount": str(totals.chapters),
            "icon": "map-pin",
            "kind": "chapter",
            "text": _("Keuntungan untuk usaha kreatif di tempat asal karya."),
        },
        {
            "label": _("Dana solidaritas"),
            "amount": str(totals.solidarity),
            "icon": "handshake",
            "kind": "solidarity",
            "text": _("Keuntungan yang dibagi untuk semua simpul."),
        },
    ]


def month_name(code: str) -> str:
    """`2026-11` as November 2026."""
    year, month = code.split("-")
    return f"{MONTHS[int(month)]} {year}"


def head(*labels: str) -> list[dict[str, Any]]:
    """A table's head: the first column is words, the others are figures."""
    return [{"label": label, "numeric": place > 0} for place, label in enumerate(labels)]


def amounts(*values: Rupiah | int) -> list[Cell]:
    return [{"text": str(value), "numeric": True} for value in values]


def months_table(totals: PublicTotals) -> dict[str, Any]:
    rows = [
        [{"text": month_name(one.month)}, *amounts(one.artisans, one.chapters, one.solidarity)]
        for one in reversed(totals.by_month)
    ]
    return {
        "headers": head(_("Bulan"), _("Perajin"), _("Simpul"), _("Solidaritas")),
        "rows": rows,
        "foot": [{"text": _("Semua")}, *amounts(totals.artisans, totals.chapters, totals.solidarity)],
    }


def chapters_table(totals: PublicTotals) -> dict[str, Any]:
    rows = [
        [
            {"text": one.name, "url": reverse("network:chapter", args=[one.slug])},
            {"text": one.province},
            *amounts(one.amount),
        ]
        for one in totals.by_chapter
    ]
    headers = [{"label": _("Simpul")}, {"label": _("Provinsi")}, {"label": _("Diterima"), "numeric": True}]
    return {"headers": headers, "rows": rows}


def provinces_table(totals: PublicTotals) -> dict[str, Any]:
    rows = [[{"text": one.province}, *amounts(one.chapters, one.amount)] for one in totals.by_province]
    return {"headers": head(_("Provinsi"), _("Simpul"), _("Diterima")), "rows": rows}


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of the drawing, on a ground `BAR_HEIGHT` high: parts stand on each other from the foot."""

    label: str
    x: int
    parts: tuple[tuple[str, int, int], ...]  # kind, y, height


def bars_of(totals: PublicTotals, *, most: int = 12) -> list[Bar]:
    """The last months as bars of what left for artisans, chapters and the pool; refunds are not drawn below zero."""
    months = totals.by_month[-most:]
    sums = [
        [max(0, int(one.artisans)), max(0, int(one.chapters)), max(0, int(one.solidarity))] for one in months
    ]
    highest = max(map(sum, sums), default=0) or 1
    return [
        Bar(_short(one.month), place * 10, tuple(_stack(parts, highest)))
        for place, (one, parts) in enumerate(zip(months, sums, strict=True))
    ]


def _stack(parts: list[int], highest: int) -> Iterable[tuple[str, int, int]]:
    foot = BAR_HEIGHT
    for kind, amount in zip(("artisan", "chapter", "solidarity"), parts, strict=True):
        height = amount * BAR_HEIGHT // highest
        foot -= height
        yield kind, foot, height


def _short(code: str) -> str:
    year, month = map(int, code.split("-"))
    return date_format(date(year, month, 1), "M y")


def open_data(totals: PublicTotals) -> dict[str, Any]:
    """The same figures for machines: whole rupiah, no person named."""
    return {
        "currency": "IDR",
        "orders": totals.orders,
        "artisans": int(totals.artisans),
        "chapters": int(totals.chapters),
        "solidarity": int(totals.solidarity),
        "by_month": [
            {
                "month": one.month,
                "artisans": int(one.artisans),
                "chapters": int(one.chapters),
                "solidarity": int(one.solidarity),
            }
            for one in totals.by_month
        ],
        "by_chapter_month": [
            {"month": one.month, "chapter": one.chapter, "province": one.province, "amount": int(one.amount)}
            for one in totals.by_chapter_month
        ],
    }
