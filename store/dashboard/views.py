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
    found = get_object_or_404(Product.objects.for_display(), pk=pk)
    form = StockForm(request.POST or None, initial={"pieces": found.stock.num_in_stock})
    if request.method == "POST" and _is_done(request, found, form):
        return HttpResponseRedirect(request.path)
    return render(request, "store/dashboard/product.html", {"product": found, "form": form})


def _is_done(request: HttpRequest, found: Product, form: StockForm) -> bool:
    """Does what was asked, once; a refusal is told beside the form."""
    act = request.POST.get("act")
    by = request.user
    if not isinstance(by, User) or (act == "stock" and not form.is_valid()):
        return False
    try:
        if act == "stock":
            set_stock(product=found, pieces=form.cleaned_data["pieces"], by=by)
        elif act == "pause":
            pause_product(product=found, by=by)
        elif act == "resume":
            resume_product(product=found, by=by)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return True
    messages.success(request, _("Perubahan disimpan."))
    return True
