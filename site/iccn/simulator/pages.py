"""The gateway's page, on which a person plays the payer, the bank, and whatever may go wrong."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlencode

import segno
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from iccn.simulator import bank
from iccn.simulator.answers import code_of
from iccn.simulator.channels import NAMES, qr_words
from iccn.simulator.models import SimTransaction

Choice = tuple[str, str | Promise, str]  # act, words, kind of button

PENDING: Final[tuple[Choice, ...]] = (
    ("pay", _("Bayar sekarang"), "accent"),
    ("deny", _("Tolak pembayaran"), "outline"),
    ("expire", _("Biarkan kedaluwarsa"), "outline"),
)
CARD: Final[tuple[Choice, ...]] = (
    ("capture", _("Bayar sekarang"), "accent"),
    ("challenge", _("Tahan untuk diperiksa"), "outline"),
    *PENDING[1:],
)
BY_STATUS: Final[Mapping[str, tuple[Choice, ...]]] = {
    "capture": (
        ("settle", _("Teruskan dana ke toko"), "outline"),
        ("cancel", _("Batalkan setelah dibayar"), "outline"),
    ),
    "expire": (("pay_late", _("Bayar terlambat"), "outline"),),
    "cancel": (("pay_late", _("Bayar terlambat"), "outline"),),
    "settlement": (("chargeback", _("Tarik kembali oleh bank"), "outline"),),
    "refund": (("confirm_refund", _("Bank mengonfirmasi pengembalian"), "outline"),),
    "partial_refund": (("confirm_refund", _("Bank mengonfirmasi pengembalian"), "outline"),),
}
TROUBLE: Final[tuple[Choice, ...]] = (
    ("again", _("Kirim pemberitahuan sekali lagi"), "quiet"),
    ("late_pending", _("Kirim kabar “menunggu” yang terlambat"), "quiet"),
)
MODES: Final = (
    (SimTransaction.Mode.NORMAL, _("menjawab seperti biasa")),
    (SimTransaction.Mode.SLOW, _("menjawab lambat (3 detik)")),
    (SimTransaction.Mode.HANG, _("macet (30 detik)")),
    (SimTransaction.Mode.BROKEN, _("rusak (503)")),
)
STATUS_WORDS: Final[Mapping[str, str | Promise]] = {
    "pending": _("Menunggu pembayaran"),
    "capture": _("Pembayaran diterima"),
    "settlement": _("Pembayaran berhasil"),
    "deny": _("Pembayaran ditolak"),
    "expire": _("Waktu bayar habis"),
    "cancel": _("Dibatalkan"),
    "refund": _("Dana dikembalikan"),
    "partial_refund": _("Dana dikembalikan sebagian"),
    "chargeback": _("Ditarik kembali oleh bank"),
}
PAGE_ACTS: Final = frozenset(bank.ACTS) - {"refund"}


def row_or_404(token: str) -> SimTransaction:
    row = SimTransaction.objects.filter(token=token).first()
    if row is None:
        raise Http404
    bank.expire_if_over(row)
    return row


@never_cache
@require_GET
def pay(request: HttpRequest, token: str) -> HttpResponse:
    row = row_or_404(token)
    return render(request, "simulator/pay.html", page_of(row, request.GET.get("tidak-bisa", "")))


def page_of(row: SimTransaction, refused: str) -> dict[str, Any]:
    over = row.closed or timezone.now() >= row.page_ends_at
    return {
        "row": row,
        "refused": refused,
        "channels": [(channel, NAMES.get(channel, channel)) for channel in row.channels],
        "can_choose": row.status in {"", "deny"} and not over,
        "over": over,
        "status_words": STATUS_WORDS.get(row.status, row.status),
        "acts": acts_of(row),
        "trouble": TROUBLE if row.status else (),
        "modes": MODES,
        "qr": qr_of(row),
        "finish": finish_url(row),
        "deliveries": row.deliveries.all(),
    }


def acts_of(row: SimTransaction) -> tuple[Choice, ...]:
    if row.status == "pending":
        return CARD if row.payment_type == "credit_card" else PENDING
    return BY_STATUS.get(row.status, ())


def qr_of(row: SimTransaction) -> str:
    """A drawn code, for ways to pay that are scanned."""
    if row.status != "pending" or row.payment_type not in {"qris", "gopay"}:
        return ""
    return str(segno.make(qr_words(row)).svg_inline(scale=5, light="#fff", omitsize=True))


def finish_url(row: SimTransaction) -> str:
    """Back to the shop, with words that the shop must not believe."""
    address = str((row.asked.get("callbacks") or {}).get("finish") or "/")
    told = {"order_id": row.order_id, "status_code": code_of(row), "transaction_status": row.status}
    return f"{address}?{urlencode(told)}" if row.status else address


@require_POST
def choose(request: HttpRequest, token: str) -> HttpResponse:
    return done(token, lambda: bank.choose(token, request.POST.get("channel", "")))


@require_POST
def act(request: HttpRequest, token: str) -> HttpResponse:
    what = request.POST.get("act", "")
    if what in PAGE_ACTS:
        return done(token, lambda: bank.act(token, what))
    if what in bank.OTHER_ACTS:
        return done(token, lambda: bank.OTHER_ACTS[what](token))
    raise Http404


@require_POST
def behave(request: HttpRequest, token: str) -> HttpResponse:
    mode = request.POST.get("mode", "")
    if mode not in SimTransaction.Mode.values:
        raise Http404
    return done(token, lambda: bank.behave(token, mode))


def done(token: str, what: bank.Deed) -> HttpResponse:
    """Does it and shows the page again; says so where it was not possible."""
    query = ""
    try:
        what()
    except SimTransaction.DoesNotExist:
        raise Http404 from None
    except bank.NotPossible:
        query = "?tidak-bisa=1"
    return HttpResponseRedirect(reverse("simulator:pay", args=[token]) + query)
