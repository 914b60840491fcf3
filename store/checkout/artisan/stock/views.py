"""Her products: how many there are, changed by one step or by a number; pause and resume. All without JavaScript."""

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from iccn.refusals import Refusal
from store.catalogue.models import Product
from store.catalogue.refusals import StockBelowPromised
from store.catalogue.services import add_stock, pause_product, resume_product
from store.checkout.artisan.by_link.services import send_stock_link
from store.checkout.artisan.stock import selectors
from store.checkout.artisan.stock.forms import StockForm, counted
from store.checkout.artisan.stock.selectors import Part
from store.checkout.artisan.stock.services import count_all
from store.curation.views import for_artisans
from store.partner.models import Partner

PER_PAGE = 20
STEPS: Final = {"tambah": 1, "kurang": -1}
PART_NAMES: Final = {
    Part.ON_SALE: gettext_lazy("Dijual"),
    Part.LOW: gettext_lazy("Hampir habis"),
    Part.PAUSED: gettext_lazy("Dijeda"),
}
VERBS: Final[dict[str, Callable[..., object]]] = {
    "pause": pause_product,
    "resume": resume_product,
    "send_link": send_stock_link,
}
DONE: Final = {
    "pause": gettext_lazy("Produk dijeda. Pembeli tidak dapat memesannya sampai Anda menjualnya lagi."),
    "resume": gettext_lazy("Produk dijual lagi."),
    "send_link": gettext_lazy("Tautan untuk mengisi stok sudah kami kirim ke WhatsApp atau e-mail."),
}


@for_artisans
@require_GET
def products(request: HttpRequest, artisan: Partner) -> HttpResponse:
    words = request.GET.get("q", "").strip()[:80]
    part = next((one for one in Part if one.value == request.GET.get("tampil")), None)
    page = Paginator(selectors.listed(artisan, part=part, words=words), PER_PAGE).get_page(
        request.GET.get("page")
    )
    context = {
        "page": page,
        "rows": [row_of(one) for one in page.object_list],
        "tabs": tabs_at(part, selectors.counts(artisan)),
        "words": words,
        "part": part.value if part else "",
        "query": request.GET.urlencode(),
    }
    return render(request, "store/artisan/products.html", context)


def tabs_at(part: Part | None, counts: dict[Part, int]) -> list[dict[str, Any]]:
    everything = {
        "label": _("Semua"),
        "url": "?",
        "count": counts[Part.ON_SALE] + counts[Part.PAUSED],
        "current": part is None,
    }
    named = [
        {"label": PART_NAMES[one], "url": f"?tampil={one.value}", "count": count, "current": one is part}
        for one, count in counts.items()
    ]
    return [everything, *named]


def row_of(product: Product, form: StockForm | None = None) -> dict[str, Any]:
    return {
        "product": product,
        "form": form or StockForm(counted(product), auto_id=f"id_{product.pk}_%s"),
        "badge": "stopped" if product.paused_at else "done",
        "state": _("Dijeda") if product.paused_at else _("Dijual"),
        "low": getattr(product, "low", False),
    }


@for_artisans
@require_http_methods(["GET", "POST"])
def product(request: HttpRequest, artisan: Partner, product_id: int) -> HttpResponse:
    """One product; another artisan's does not exist for her. What was typed wrongly stays, with what is wrong."""
    found = get_object_or_404(selectors.products_of(artisan), pk=product_id)
    form = StockForm(counted(found), request.POST if "save" in request.POST else None)
    if request.method == "POST":
        try:
            if change(request, found, form):
                return back(request, found)
        except StockBelowPromised as refusal:
            if "save" not in request.POST:
                messages.warning(request, str(refusal))
                return back(request, found)
            form.refuse(int(str(refusal.facts["product"])), str(refusal))
        except Refusal as refusal:
            messages.warning(request, str(refusal))
            return back(request, found)
    context = {"row": row_of(found, form), "query": request.POST.get("dari", "")}
    return render(request, "store/artisan/product.html", context, status=422 if form.errors else 200)


def change(request: HttpRequest, product: Product, form: StockForm) -> bool:
    """Whether the one thing that was asked is done; false when what was typed cannot be read."""
    verb = next((name for name in VERBS if name in request.POST), None)
    step = next((name for name in STEPS if name in request.POST), None)
    if verb is not None:
        VERBS[verb](product=product, by=request.user)
        messages.success(request, DONE[verb])
        return True
    if step is not None:
        one = {str(one.pk): one for one in counted(product)}.get(request.POST[step])
        if one is None:
            raise Http404
        add_stock(product=one, pieces=STEPS[step], by=request.user)  # type: ignore[arg-type]  # signed in
    elif not form.is_valid():
        return False
    else:
        count_all(products=counted(product), pieces=form.pieces, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Stok tersimpan."))
    return True


def back(request: HttpRequest, product: Product) -> HttpResponseRedirect:
    """To the list as it was filtered, at the product."""
    query = QueryDict(request.POST.get("dari", "")[:300]).urlencode()
    address = reverse("artisan_products:list")
    return HttpResponseRedirect(f"{address}{'?' if query else ''}{query}#produk-{product.pk}")
