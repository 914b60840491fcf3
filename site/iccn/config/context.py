"""What every page's frame needs: few, cheap things."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject


def page_frame(request: HttpRequest) -> dict[str, Any]:
    """Values for `base.html`; the basket is counted only when the frame asks for it."""
    return {
        "DEMO": settings.DEMO,
        "BASE_URL": settings.BASE_URL,
        "basket_count": SimpleLazyObject(lambda: basket_count(request)),
    }


def basket_count(request: HttpRequest) -> int:
    """Pieces in the basket of this request, 0 when there is none."""
    basket = getattr(request, "basket", None)
    return basket.num_items if basket is not None else 0
