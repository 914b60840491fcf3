"""The basket. Its lines are found through the basket of the request, so nobody reaches another's."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from iccn.refusals import Refusal
from store.basket.models import Basket, Line
from store.basket.selectors import basket_view, companion_cards
from store.basket.services import add, remove, set_quantity
from store.catalogue.choosing import Choice
from store.catalogue.models import Product

MOST_DIGITS = 4


def basket_of(request: HttpRequest) -> Basket:
    found: Basket = request.basket  # type: ignore[attr-defined]  # Oscar's middleware
    return found


def typed_quantity(request: HttpRequest, default: int = 1) -> int:
    typed = request.POST.get("quantity", "").strip()
    return int(typed) if typed.isdecimal() and len(typed) <= MOST_DIGITS else default


@never_cache
@require_safe
def summary(request: HttpRequest) -> HttpResponse:
    view = basket_view(basket_of(request))
    return render(request, "store/basket/page.html", {"view": view, "companions": companion_cards(view)})


@require_POST
def add_product(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the product, with a word and a way to the basket; a refusal leaves the basket as it was."""
    product = get_object_or_404(Product.objects.published().with_variants(), pk=pk)
    choice = Choice.read(product, request.POST.dict())
    try:
        thing = choice.thing
        add(basket=basket_of(request), product=thing, quantity=max(typed_quantity(request), 1))
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(choice.address)
    words = _("“%(title)s” ada di keranjang.") % {"title": thing.name_shown}
    messages.success(request, words)
    return redirect("basket:summary")


@require_POST
def update(request: HttpRequest, line_id: int) -> HttpResponse:
    line = own_line(request, line_id)
    try:
        set_quantity(line=line, quantity=typed_quantity(request, line.quantity))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect("basket:summary")


@require_POST
def remove_line(request: HttpRequest, line_id: int) -> HttpResponse:
    product = remove(line=own_line(request, line_id))
    words = format_html(
        '{} <a href="{}">{}</a>',
        _("“%(title)s” dikeluarkan dari keranjang.") % {"title": product.name_shown},
        product.get_absolute_url(),
        _("Lihat lagi"),
    )
    messages.info(request, words)
    return redirect("basket:summary")


def own_line(request: HttpRequest, line_id: int) -> Line:
    """Another's line does not exist for this request."""
    basket = basket_of(request)
    found: Line = get_object_or_404(
        basket.lines.select_related("product__parent"), pk=line_id, basket__pk=basket.pk
    )
    return found
