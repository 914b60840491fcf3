"""The one box in which people find their village."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from iccn.regions.selectors import search

LIMIT = 10


@require_GET
def search_places(request: HttpRequest) -> HttpResponse:
    """Matches for `?q=`: a list to choose from for htmx, JSON for everyone else."""
    words = request.GET.get("q", "")[:100]
    places = search(words, limit=LIMIT)
    if getattr(request, "htmx", False):
        return render(request, "regions/matches.html", {"places": places, "words": words})
    return JsonResponse(
        {"places": [{"village_code": one.village_code, "label": one.label} for one in places]}
    )
