"""Chapters, one chapter, and where the money went."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from content.blocks import linked_data
from content.network import money, selectors
from iccn.chapters.models import Chapter
from iccn.chapters.selectors import active_chapters
from iccn.ledger.selectors import seals
from store.api.selectors import artisan_cards, chapter_money, product_cards, public_money, public_money_csv

SHELF = 10


@require_safe
def chapters(request: HttpRequest) -> HttpResponse:
    groups = selectors.chapters_by_province()
    places = [(one.code, one.name, len(one.chapters)) for one in groups]
    context = {
        "groups": groups,
        "points": selectors.points_of(places),
        "count": sum(count for _code, _name, count in places),
    }
    return render(request, "network/chapters.html", context)


@require_safe
def chapter(request: HttpRequest, slug: str) -> HttpResponse:
    found: Chapter = get_object_or_404(active_chapters(), slug=slug)
    breadcrumbs = [
        {"label": _("Simpul"), "url": selectors.chapters_url()},
        {"label": found.name, "url": found.get_absolute_url()},
    ]
    context = {
        "chapter": found,
        "page": selectors.chapter_page(found),
        "artisans": artisan_cards(found),
        "products": product_cards(chapter=found, newest=SHELF),
        "money": chapter_money(found),
        "breadcrumbs": breadcrumbs,
        "linked_data": linked_data.as_json([linked_data.organization(), linked_data.way(breadcrumbs)]),
    }
    return render(request, "network/chapter.html", context)


@require_safe
def transparency(request: HttpRequest) -> HttpResponse:
    totals = public_money()
    context = {
        "totals": totals,
        "flow": money.flow_of(totals),
        "months": money.months_table(totals),
        "bars": money.bars_of(totals),
        "chapters": money.chapters_table(totals),
        "provinces": money.provinces_table(totals),
        "policy": money.policy_shown(),
        "seal": seals().first(),
    }
    return render(request, "network/transparency.html", context)


@require_safe
def data_csv(_request: HttpRequest) -> HttpResponse:
    response = HttpResponse(public_money_csv(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="keuntungan-per-simpul.csv"'
    return response


@require_safe
def data_json(_request: HttpRequest) -> JsonResponse:
    return JsonResponse(money.open_data(public_money()), json_dumps_params={"ensure_ascii": False})


@require_safe
def roots_json(_request: HttpRequest) -> JsonResponse:
    """The root of every sealed day, for whoever wants to keep them."""
    rows = [{"day": one.day.isoformat(), "entries": one.entries, "root": one.root} for one in seals()]
    return JsonResponse({"algorithm": "sha256 chain", "days": rows})
