"""Labels and packing lists as PDF. What is not hers, or has arrived, is not printed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from store.checkout.artisan.printing import labels
from store.curation.views import for_artisans
from store.order.models import Parcel
from store.partner.models import Partner


def pdf(made: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@for_artisans
@require_GET
def label(request: HttpRequest, artisan: Partner, parcel_id: int) -> HttpResponse:
    """One parcel on A6; `pecah` says that it breaks, where its materials do not say so."""
    parcel = get_object_or_404(labels.to_print(artisan), pk=parcel_id)
    made = labels.label_pdf([parcel], sheet="a6", fragile="pecah" in request.GET)
    return pdf(made, f"label-{parcel.order.number}-{parcel.number}")


@for_artisans
@require_GET
def all_labels(request: HttpRequest, artisan: Partner) -> HttpResponse:
    """The chosen parcels, four on a sheet of A4; none chosen means all that wait."""
    parcels = chosen(request, artisan)
    return pdf(labels.label_pdf(parcels, sheet="a4"), "label") if parcels else nothing(request)


@for_artisans
@require_GET
def packing(request: HttpRequest, artisan: Partner) -> HttpResponse:
    parcels = chosen(request, artisan)
    return pdf(labels.packing_pdf(parcels), "daftar-kemas") if parcels else nothing(request)


def chosen(request: HttpRequest, artisan: Partner) -> list[Parcel]:
    """At most a hundred; one that is not hers makes the whole request unknown."""
    typed = request.GET.getlist("paket")[: labels.MOST_AT_ONCE]
    if not typed:
        return list(labels.open_for(artisan)[: labels.MOST_AT_ONCE])
    keys = {int(one) for one in typed if one.isdecimal() and len(one) < 10}
    found = list(labels.to_print(artisan).filter(pk__in=keys))
    if len(found) != len(set(typed)):
        raise Http404
    return found


def nothing(request: HttpRequest) -> HttpResponseRedirect:
    messages.info(request, _("Tidak ada paket yang perlu dicetak."))
    return redirect("artisan_orders:list")
