"""A product on the store's desk: its stock, and whether it is on the shelf."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from iccn.accounts.models import User
from iccn.refusals import Refusal
from store.catalogue.models import Product
from store.catalogue.services import pause_product, resume_product, set_stock
from store.dashboard.forms import StockForm


@require_http_methods(["GET", "HEAD", "POST"])
def product(request: HttpRequest, pk: int) -> HttpResponse:
    """One form for the stock of each thing that can be bought: the product, or each of its variants."""
    found = get_object_or_404(Product.objects.filter(parent=None).for_display(), pk=pk)
    forms = [(one, form_of(one, request)) for one in found.variants or [found]]
    if request.method == "POST" and _is_done(request, found, dict(forms)):
        return HttpResponseRedirect(request.path)
    return render(request, "store/dashboard/product.html", {"product": found, "forms": forms})


def form_of(thing: Product, request: HttpRequest) -> StockForm:
    """Filled with what was sent for this thing, otherwise with what is counted."""
    was_sent = request.POST.get("act") == "stock" and request.POST.get("thing") == str(thing.pk)
    initial = {"pieces": thing.stock.num_in_stock}
    return StockForm(request.POST if was_sent else None, initial=initial, auto_id=f"id_%s_{thing.pk}")


def _is_done(request: HttpRequest, found: Product, forms: dict[Product, StockForm]) -> bool:
    """Does what was asked, once; a refusal is told beside the form."""
    act = request.POST.get("act")
    by = request.user
    counted = next((one for one, form in forms.items() if form.is_valid()), None)
    if not isinstance(by, User) or (act == "stock" and counted is None):
        return False
    try:
        if counted is not None:
            set_stock(product=counted, pieces=forms[counted].cleaned_data["pieces"], by=by)
        elif act == "pause":
            pause_product(product=found, by=by)
        elif act == "resume":
            resume_product(product=found, by=by)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return True
    messages.success(request, _("Perubahan disimpan."))
    return True
