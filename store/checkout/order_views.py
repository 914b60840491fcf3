"""The shopper's page of an order. Whoever holds its signed address may see it: guests have no log-in."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from iccn.refusals import Refusal
from store.checkout.completion import complete_parcel
from store.checkout.order_page import OrderPage, OrderRow, order_signed, orders_of
from store.checkout.views import way_to_pay
from store.order.machine import ParcelMove, parcel_after
from store.order.models import Order

PER_PAGE = 20


def signed_order(number: str, signature: str) -> Order:
    order = order_signed(number, signature)
    if order is None:
        raise Http404
    return order


@never_cache
@require_safe
def order(request: HttpRequest, number: str, signature: str) -> HttpResponse:
    found = signed_order(number, signature)
    return render(request, "store/order/page.html", {"page": OrderPage(found), "order": found})


@never_cache
@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What a person ordered while signed in, the newest first."""
    page = Paginator(orders_of(request.user), PER_PAGE).get_page(request.GET.get("halaman"))
    rows = [OrderRow(one) for one in page.object_list]
    return render(request, "store/order/mine.html", {"page": page, "rows": rows})


@require_POST
def pay(request: HttpRequest, number: str, signature: str) -> HttpResponse:
    """An order that is not paid yet, by this way or by another."""
    found = signed_order(number, signature)
    if not found.is_awaiting:
        messages.info(request, _("Pesanan ini tidak menunggu pembayaran."))
        return redirect(found)
    return way_to_pay(request, found, request.POST.get("method", ""))


@never_cache
@require_http_methods(["GET", "POST"])
def received(request: HttpRequest, number: str, signature: str, parcel: int) -> HttpResponse:
    """Asks once more, since it can't be undone: the artisan's money is let go by it."""
    found = signed_order(number, signature)
    its: Any = get_object_or_404(found.parcels.select_related("artisan"), number=parcel)
    if request.method == "POST":
        try:
            complete_parcel(parcel=its)
            messages.success(request, _("Terima kasih. Perajin dan simpulnya sekarang mendapat bagiannya."))
        except Refusal as refusal:
            messages.error(request, str(refusal))
        return redirect(found)
    if parcel_after(its.state, ParcelMove.DELIVER) is None:
        return redirect(found)
    context = {"order": found, "parcel": its, "lines": its.lines.select_related("product")}
    return render(request, "store/order/received.html", context)
