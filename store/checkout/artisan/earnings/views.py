"""Her earnings: the three sums, month by month, and line by line with the entries behind them."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from iccn.money.rupiah import Rupiah
from store.checkout.artisan.earnings import selectors
from store.checkout.artisan.sheets import download
from store.curation.views import for_artisans
from store.partner.models import Partner

PER_PAGE = 25
MOST_LINES = 20_000


@for_artisans
@require_GET
def earnings(request: HttpRequest, artisan: Partner) -> HttpResponse:
    page = Paginator(selectors.lines_of(artisan), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "sums": selectors.earnings_of(artisan),
        "months": selectors.months_of(artisan),
        "page": page,
        "rows": [row_of(share) for share in page.object_list],
    }
    return render(request, "store/artisan/earnings.html", context)


def row_of(share: Any) -> dict[str, Any]:
    taken = Rupiah(int(share.taken))
    return {
        "share": share,
        "taken": taken,
        "left": share.artisan - taken,
        "state": _("Tercatat sebagai hak Anda") if share.arrival else _("Menunggu paket sampai"),
    }


@for_artisans
@require_GET
def export(request: HttpRequest, artisan: Partner) -> HttpResponse:
    """Her own lines alone, with the numbers of the entries."""
    head = (
        _("Nomor pesanan"), _("Dibekukan"), _("Harga"), _("Bagian Anda"), _("Dikembalikan"), _("Sisa"), _("Keadaan"),
        _("Jurnal bayar"), _("Jurnal sampai"), _("Jurnal pengembalian"),
    )  # fmt: skip
    rows = (cells_of(row_of(share)) for share in selectors.lines_of(artisan)[:MOST_LINES])
    return download("penghasilan", request.GET.get("bentuk", ""), head, rows)


def cells_of(row: dict[str, Any]) -> tuple[Any, ...]:
    share = row["share"]
    return (
        share.order_number,
        localtime(share.frozen_at).strftime("%Y-%m-%d"),
        int(share.price),
        int(share.artisan),
        int(row["taken"]),
        int(row["left"]),
        row["state"],
        share.paid_entry or "",
        share.arrival or "",
        share.refund or "",
    )
