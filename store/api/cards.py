"""What pages get of the store: plain values, ready for a component."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from store.profit.selectors import ChapterMoney, PublicTotals
from store.search.cards import ProductCard

__all__ = ["ArtisanCard", "ChapterMoney", "MakerShelf", "ProductCard", "PublicTotals", "Shelf"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """A collection on a page."""

    title: str
    text: str
    url: str
    cards: tuple[ProductCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MakerShelf:
    """A featured maker on a page."""

    title: str
    text: str
    name: str
    place: str
    url: str
    picture: SafeString
    cards: tuple[ProductCard, ...]
