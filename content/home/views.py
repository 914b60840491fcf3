"""Serving Wagtail's pages, robots.txt and the sitemap."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from content.home import selectors

HOUR = 3_600


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """Wagtail's own view; the page is found by its whole address instead of step by step, which saves queries."""
    page = selectors.page_at((get_language() or "id")[:2], path)
    if page is not None:
        request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]
    answer: HttpResponseBase = wagtail_serve(request, path)
    return answer


@require_safe
@cache_control(max_age=HOUR, public=True)
def robots(request: HttpRequest) -> HttpResponse:
    context = {"base_url": settings.BASE_URL, "is_demo": settings.DEMO}
    return render(request, "pages/robots.txt", context, content_type="text/plain; charset=utf-8")
