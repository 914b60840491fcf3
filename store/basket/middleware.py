"""The basket of a request: a guest's by a signed cookie, a signed-in person's own. Signing in brings both together."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import ngettext
from oscar.apps.basket.middleware import BasketMiddleware

from store.basket.models import Basket
from store.basket.selectors import pieces_in


class OneBasket(BasketMiddleware):  # type: ignore[misc]  # Oscar has no types
    """Oscar's, in our words: what a guest gathered is told once, when it comes into the account's basket."""

    def get_basket(self, request: Any) -> Basket:
        if request._basket_cache is None:
            cookie_key = self.get_cookie_key(request)
            guests = self.get_cookie_basket(cookie_key, request, Basket.open)
            request._basket_cache = guests or Basket()
            if request.user.is_authenticated:
                request._basket_cache = self.own_basket(request, cookie_key, guests)
        found: Basket = request._basket_cache
        return found

    def own_basket(self, request: Any, cookie_key: str, guests: Basket | None) -> Basket:
        """The oldest open one; whatever else is open comes into it."""
        owned = list(Basket.open.filter(owner=request.user).order_by("pk"))
        own: Basket = owned[0] if owned else Basket.open.create(owner=request.user)
        own.owner = request.user
        for other in owned[1:]:
            self.merge_baskets(own, other)
        if guests is not None:
            tell_of(request, pieces_in(basket_id=guests.pk))
            self.merge_baskets(own, guests)
            request.cookies_to_delete.append(cookie_key)
        return own


def tell_of(request: HttpRequest, pieces: int) -> None:
    if pieces:
        words = ngettext(
            "%(pieces)d barang yang Anda pilih sebelum masuk sudah ada di keranjang akun Anda.",
            "%(pieces)d barang yang Anda pilih sebelum masuk sudah ada di keranjang akun Anda.",
            pieces,
        )
        messages.info(request, words % {"pieces": pieces})
