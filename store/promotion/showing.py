"""How promoted things look: cards of products in the curators' order, a maker, a wide picture."""

from collections.abc import Sequence
from typing import Final

from django.utils.safestring import SafeString

from iccn.media.models import Picture
from iccn.media.pictures import WIDE, shown
from store.partner.models import Partner
from store.search.cards import ProductCard, card_of
from store.search.engines.port import ProductQuery, Sort
from store.search.product_page import Maker
from store.search.selectors import find_products

WIDE_SIZES: Final = "(min-width: 56rem) 40rem, 100vw"
MOST_OF_A_MAKER: Final = 8


def cards_in_order(product_ids: Sequence[int]) -> list[ProductCard]:
    """Those on sale, in the order given. One query; none for nothing."""
    if not product_ids:
        return []
    query = ProductQuery(
        products=tuple(product_ids), per_page=len(product_ids), with_facets=False, with_total=False
    )
    cards = {hit.product: card_of(hit) for hit in find_products(query).hits}
    return [cards[one] for one in product_ids if one in cards]


def cards_of_maker(artisan: Partner, *, most: int = MOST_OF_A_MAKER) -> list[ProductCard]:
    """The newest of one artisan. One query."""
    query = ProductQuery(
        artisan=artisan.pk, per_page=most, sort=Sort.NEWEST, with_facets=False, with_total=False
    )
    return [card_of(hit) for hit in find_products(query).hits]


def wide_picture(picture: Picture | None) -> SafeString:
    return shown(picture, WIDE, sizes=WIDE_SIZES) if picture else SafeString("")


def covers(pictures_and_firsts: Sequence[tuple[Picture | None, int | None]]) -> list[SafeString]:
    """The picture of each collection, or that of its first work on sale. One query for all."""
    wanted = tuple({first for picture, first in pictures_and_firsts if picture is None and first})
    cards = {card.id: card.picture for card in cards_in_order(wanted)}
    return [
        wide_picture(picture) or cards.get(first or 0, SafeString(""))
        for picture, first in pictures_and_firsts
    ]


def maker_of(artisan: Partner) -> Maker:
    return Maker(artisan)
