"""The public pages of what curators put in front."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from store.promotion import selectors, showing
from store.search.twins import twins


@require_safe
def collections(request: HttpRequest) -> HttpResponse:
    found = selectors.collections_shown()
    covers = showing.covers([(one.picture, next(iter(one.product_ids), None)) for one in found])
    makers = [(one, showing.maker_of(one.artisan)) for one in selectors.makers_shown()]
    context = {
        "collections": list(zip(found, covers, strict=True)),
        "makers": makers,
        "breadcrumbs": _way(),
        "translations": twins(request.path),
    }
    return render(request, "store/promotion/collections.html", context)


@require_safe
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    """What is over or not yet begun answers as if it were not there."""
    found = selectors.collection_shown(slug)
    if found is None:
        raise Http404
    way = [*_way(), {"label": found.title_shown, "url": found.get_absolute_url()}]
    context = {**found.shown(), "breadcrumbs": way, "translations": twins(request.path)}
    return render(request, "store/promotion/collection.html", context)


def _way() -> list[dict[str, str]]:
    return [
        {"label": _("Toko"), "url": reverse("store:listing")},
        {"label": _("Koleksi"), "url": reverse("promotion:collections")},
    ]
