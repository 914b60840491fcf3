"""Who may open Oscar's dashboard, and which of its pages.

Products, orders and money have their own services; what in Oscar's dashboard would write past them is closed.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, Final

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLPattern, URLResolver, reverse

KEEP_STORE: Final = "catalogue.keep_store"

# Pages that only show, and pages that may be sent to.
SHOWN: Final = frozenset(
    {
        "index",
        "catalogue-product-list",
        "catalogue-category-list",
        "catalogue-category-detail-list",
        "order-list",
        "order-stats",
        "order-detail",
        "order-line-detail",
        "partner-list",
        "reports-index",
    }
)
SENT_TO: Final = frozenset(
    {
        "catalogue-product",
        "catalogue-category-create",
        "catalogue-category-create-child",
        "catalogue-category-update",
        "logout",
    }
)
READING: Final = frozenset({"GET", "HEAD", "OPTIONS"})

View = Callable[..., HttpResponseBase]


def is_open(name: str | None, method: str) -> bool:
    """Whether a page of the dashboard answers a method at all."""
    return name in SENT_TO or (name in SHOWN and method in READING)


def guarded(view: View, name: str | None) -> View:
    """The view for store staff alone: others are sent to log in, or refused when they are somebody else."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        if not (request.user.has_perm(KEEP_STORE) and is_open(name, request.method or "")):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return checked


def guard(patterns: Iterable[URLPattern | URLResolver]) -> None:
    """Puts the guard before every view of a tree of addresses."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            guard(pattern.url_patterns)
        else:
            pattern.callback = guarded(pattern.callback, pattern.name)
