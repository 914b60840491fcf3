"""What pages get of the store: plain values, ready for a component."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from store.profit.selectors import ChapterMoney, PublicTotals
from store.search.cards import ProductCard

__all__ = ["ArtisanCard", "ChapterMoney", "ProductCard", "PublicTotals"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArtisanCard:
    """An artisan who agreed to be shown: the inputs of the component `person_card`."""

    name: str
    role: str
    place: str
    text: str
    url: str
    picture: SafeString
    products: int
