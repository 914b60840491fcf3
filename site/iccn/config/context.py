"""What every page's frame needs: few, cheap things."""

from typing import Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from content.home.selectors import frame
from store.basket.selectors import pieces_in

NAMES = dict(settings.LANGUAGES)
BASKET_COOKIE = str(settings.OSCAR_BASKET_COOKIE_OPEN)  # type: ignore[misc]  # Oscar's default


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Values for `base.html`; what costs something is read only when the frame asks for it."""
    language = (get_language() or "id")[:2]
    footer = SimpleLazyObject(lambda: frame(language).footer)
    return {
        "DEMO": settings.DEMO,
        "BASE_URL": settings.BASE_URL,
        "basket_count": SimpleLazyObject(lambda: basket_count(request)),
        "site_settings": SimpleLazyObject(lambda: frame(language)),
        "menus": {"main": SimpleLazyObject(lambda: main_menu(language, request.path)), "footer": footer},
        "translations": twins(request),
    }


def main_menu(language: str, path: str) -> list[dict[str, Any]]:
    """The main menu; the entry whose address begins this page's address is the current one."""
    return [{**link, "current": path.startswith(link["url"])} for link in frame(language).main]


def twins(request: HttpRequest) -> list[dict[str, str]]:
    """The same address in every language; a page of Wagtail knows its own twins and says so itself."""
    language, _slash, rest = request.path.lstrip("/").partition("/")
    match = request.resolver_match
    if language not in NAMES or match is None or match.view_name == "wagtail_serve":
        return []
    return [{"code": code, "url": f"/{code}/{rest}", "name": name} for code, name in NAMES.items()]


def basket_count(request: HttpRequest) -> int:
    """Pieces in the basket of this request. No query without a basket's cookie or a log-in, one with."""
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return pieces_in(owner=user)
    try:
        return pieces_in(basket_id=int(Signer().unsign(request.COOKIES[BASKET_COOKIE])))
    except (KeyError, BadSignature, ValueError):
        return 0
