"""What a link opens. Looking changes nothing, so that a messenger's preview spends no link; the answer is a POST."""

from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from iccn.refusals import Refusal
from store.catalogue.models import Product
from store.catalogue.refusals import StockBelowPromised
from store.checkout.artisan.by_link import limits, services
from store.checkout.artisan.stock.forms import StockForm, counted
from store.links.models import OneTimeLink
from store.links.refusals import LinkRevoked, UnknownLink
from store.links.selectors import link_of
from store.links.services import GONE, speaks_for_the_shop
from store.order.machine import ParcelState
from store.order.models import Parcel
from store.order.refusals import NoSuchMove

Purpose = OneTimeLink.Purpose
STATUS: Final = {"unknown_link": 404, "link_used": 200, "link_expired": 410, "link_revoked": 410}


@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    link = link_of(token)
    if link is None:
        return unknown(request)
    if request.method == "POST" and limits.is_too_often("answer", str(link.pk), limits.MOST_ANSWERS):
        return too_often(request)
    try:
        refuse_gone(link)
        return SHOWN[Purpose(link.purpose)](request, link)
    except NoSuchMove:  # confirmed meanwhile by another way: the page says so
        return redirect(request.path)
    except Refusal as refusal:
        return kindly(request, refusal)


def refuse_gone(link: OneTimeLink) -> None:
    if refusal := GONE.get(link.standing):
        raise refusal
    if not speaks_for_the_shop(link):
        raise LinkRevoked


def parcel_page(request: HttpRequest, link: OneTimeLink) -> HttpResponse:
    """What is to be made and which courier carries it; the shopper's name and address stay behind the log-in."""
    if request.method == "POST":
        services.confirm_by_link(link=link)
        return redirect(request.path)
    parcel = Parcel.objects.select_related("order").get(pk=link.subject_id)
    context = {
        "link": link,
        "parcel": parcel,
        "lines": parcel.lines.select_related("product"),
        "is_waiting": parcel.state == ParcelState.WAITING,
    }
    return private(render(request, "store/artisan/by_link/parcel.html", context))


def stock_page(request: HttpRequest, link: OneTimeLink) -> HttpResponse:
    product = Product.objects.with_variants().get(pk=link.subject_id)
    form = StockForm(counted(product), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.count_by_link(link=link, pieces=form.pieces)
        except StockBelowPromised as refusal:
            form.refuse(int(str(refusal.facts["product"])), str(refusal))
        else:
            return redirect(request.path)
    context = {"link": link, "product": product, "form": form}
    page = render(request, "store/artisan/by_link/stock.html", context, status=422 if form.errors else 200)
    return private(page)


SHOWN: Final = {Purpose.CONFIRM_ORDER: parcel_page, Purpose.SAY_STOCK: stock_page}


@require_POST
def again(request: HttpRequest, token: str) -> HttpResponse:
    """A new link for one that ran out, sent to the person it was made for."""
    link = link_of(token)
    if link is None:
        return unknown(request)
    try:
        services.send_again(link=link)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Tautan baru sudah kami kirim. Buka pesan terbaru dari kami."))
    return redirect("by_link:open", token)


def unknown(request: HttpRequest) -> HttpResponse:
    if limits.is_too_often("unknown", request.META.get("REMOTE_ADDR", ""), limits.MOST_UNKNOWN):
        return too_often(request)
    return kindly(request, UnknownLink())


def too_often(request: HttpRequest) -> HttpResponse:
    context = {
        "refusal": {
            "message": _("Terlalu sering dicoba."),
            "what_next": _("Tunggu satu jam, lalu coba lagi."),
        }
    }
    return private(render(request, "store/artisan/by_link/gone.html", context, status=429))


def kindly(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Says why it opens nothing, and what to do; who used it reads that the answer has arrived."""
    context: dict[str, Any] = {
        "refusal": refusal,
        "code": refusal.code,
        "again": request.path if refusal.code == "link_expired" else "",
        "room": "curation:home",
    }
    page = render(request, "store/artisan/by_link/gone.html", context, status=STATUS.get(refusal.code, 409))
    return private(page)


def private(page: HttpResponse) -> HttpResponse:
    """The address is a key: it is not kept by caches and not told to other sites."""
    add_never_cache_headers(page)
    page["Referrer-Policy"] = "same-origin"
    return page
