"""The artisan asks for a change of a product that is on sale."""

from collections.abc import Callable
from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from iccn.media.models import Picture
from iccn.media.services import keep_picture
from iccn.refusals import Refusal
from store.catalogue.models import Product
from store.curation import showing
from store.curation.changes import selectors, services
from store.curation.changes.forms import ChangeForm, initial_of
from store.curation.models import MOST_PICTURES, ChangeRequest
from store.curation.uploads import uploaded
from store.curation.views import for_artisans
from store.partner.models import Partner


def own(artisan: Partner, change_id: int) -> ChangeRequest:
    """The artisan's own request; another's does not exist for her."""
    return get_object_or_404(selectors.changes_of(artisan), pk=change_id)


def try_it(request: HttpRequest, act: Callable[[], Any], words: str = "") -> bool:
    """Does it, and says what came of it."""
    try:
        act()
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return False
    if words:
        messages.success(request, words)
    return True


@for_artisans
@require_GET
def changes(request: HttpRequest, artisan: Partner) -> HttpResponse:
    """Her products with a way to ask for a change, and what she asked for so far."""
    context = {
        "products": selectors.products_of(artisan),
        "changes": selectors.changes_of(artisan)[:50],
    }
    return render(request, "store/artisan/changes.html", context)


@for_artisans
@require_POST
def begin(request: HttpRequest, artisan: Partner, upc: str) -> HttpResponse:
    product = get_object_or_404(Product.objects.published().by_artisan(artisan), upc=upc)
    try:
        change = services.begin_change(product=product, user=request.user)  # type: ignore[arg-type]
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("curation:changes")
    return redirect("curation:write_change", change.pk)


@for_artisans
@require_GET
def change(request: HttpRequest, artisan: Partner, change_id: int) -> HttpResponse:
    """What was, what should be, and what became of it."""
    found = own(artisan, change_id)
    context = {
        "change": found,
        "difference": selectors.difference_of(found),
        "is_stale": (found.is_writable or found.is_open) and selectors.is_stale(found),
        "may_withdraw": found.is_writable or found.is_open,
        "badge": {"open": "working", "accepted": "done", "refused": "stopped"}.get(found.state, "quiet"),
    }
    return render(request, "store/artisan/change.html", context)


@for_artisans
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, artisan: Partner, change_id: int) -> HttpResponse:
    found = own(artisan, change_id)
    if not found.is_writable:
        return redirect(found)
    initial = initial_of(found.after, found.note, found.product)
    form = ChangeForm(found.product, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        words = {"after": form.told(), "note": form.cleaned_data["note"]}
        try_it(request, lambda: services.write_change(change=found, user=request.user, **words))  # type: ignore[arg-type]
        return redirect(found)
    context = {"change": found, "form": form, "rows": form.rows(), **picture_context(found)}
    return render(request, "store/artisan/change_form.html", context, status=422 if form.errors else 200)


def picture_context(found: ChangeRequest) -> dict[str, Any]:
    kept = Picture.objects.in_bulk(found.pictures_after)
    ids = [one for one in found.pictures_after if one in kept]
    return {
        "pictures": showing.in_order(
            [kept[one] for one in ids],
            [reverse("curation:move_in_change", args=[found.pk, one]) for one in ids],
        ),
        "add_url": reverse("curation:add_to_change", args=[found.pk]),
        "most_pictures": MOST_PICTURES,
        "room_left": MOST_PICTURES - len(ids),
    }


@for_artisans
@require_POST
def add_pictures(request: HttpRequest, artisan: Partner, change_id: int) -> HttpResponse:
    found = own(artisan, change_id)

    def keep(file: Any) -> None:
        key = request.POST.get("key", "")[:36]
        if key and key in found.keys:
            return
        services.refuse_full(change=found, user=request.user)  # type: ignore[arg-type]
        name = file.name or ""
        picture = keep_picture(file=cast("BinaryIO", file), name=name, title=found.product.title)
        services.add_picture(change=found, user=request.user, picture=picture, key=key)  # type: ignore[arg-type]

    return uploaded(request, keep, reverse("curation:write_change", args=[found.pk]))


@for_artisans
@require_POST
def change_picture(request: HttpRequest, artisan: Partner, change_id: int, picture_id: int) -> HttpResponse:
    found = own(artisan, change_id)
    whose: dict[str, Any] = {"change": found, "user": request.user, "picture_id": picture_id}
    if "remove" in request.POST:
        try_it(request, lambda: services.remove_picture(**whose))
    else:
        place = place_asked(request, found.pictures_after, picture_id)
        try_it(request, lambda: services.move_picture(**whose, place=place))
    return redirect(reverse("curation:write_change", args=[found.pk]) + "#foto-tersimpan")


def place_asked(request: HttpRequest, ids: list[int], picture_id: int) -> int:
    """Where a picture should stand, by the button that was pressed or the place it was dragged to."""
    if "first" in request.POST:
        return 0
    if (place := request.POST.get("place", "")).isdigit():
        return int(place)
    here = ids.index(picture_id) if picture_id in ids else 0
    return here - 1 if "earlier" in request.POST else here + 1


@for_artisans
@require_POST
def send(request: HttpRequest, artisan: Partner, change_id: int) -> HttpResponse:
    found = own(artisan, change_id)
    try_it(
        request,
        lambda: services.send_change(change=found, user=request.user),  # type: ignore[arg-type]
        _("Permintaan terkirim. Kurator akan menjawabnya."),
    )
    return redirect(found)


@for_artisans
@require_POST
def withdraw(request: HttpRequest, artisan: Partner, change_id: int) -> HttpResponse:
    found = own(artisan, change_id)
    try_it(
        request,
        lambda: services.withdraw_change(change=found, user=request.user),  # type: ignore[arg-type]
        _("Permintaan ditarik kembali."),
    )
    return redirect("curation:changes")
