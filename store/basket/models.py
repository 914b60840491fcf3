"""The basket (fork): Oscar's own, named here so that our code can name it."""

from oscar.apps.basket.abstract_models import AbstractBasket, AbstractLine


class Basket(AbstractBasket):
    """What a shopper has put together. It holds no goods."""


class Line(AbstractLine):
    """One product in a basket."""


from oscar.apps.basket.models import *  # noqa: E402 - Oscar asks for its models after ours
