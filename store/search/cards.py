"""A product as a card shows it, in the language of the page."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iccn.money.rupiah import Rupiah
from store.catalogue.pictures import largest_url, picture_html
from store.catalogue.words import in_language
from store.search.engines.port import Hit

SIZES = "(min-width: 90rem) 17rem, (min-width: 56rem) 22vw, 46vw"
FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductCard:
    """The inputs of the component `product_card`. `amount` is the price as a figure, `price` as text.

    `price_from`: variants differ in price, and this is the lowest.
    """

    id: int
    title: str
    url: str
    amount: Rupiah
    price: str
    price_from: bool
    picture: SafeString
    image_url: str
    maker: str
    place: str
    badge: str | Promise
    badge_kind: str
    sold_out: bool


def card_of(hit: Hit, *, is_eager: bool = False, sizes: str = SIZES) -> ProductCard:
    """`is_eager` for cards that are seen at once: their pictures are not put off."""
    badge, kind = _badge(hit)
    return ProductCard(
        id=hit.product,
        title=in_language(hit.title, hit.title_en),
        url=reverse("catalogue:detail", kwargs={"product_slug": hit.slug, "pk": hit.product}),
        amount=hit.price,
        price=str(hit.price),
        price_from=hit.is_from_price,
        picture=picture_html(hit.picture, sizes=sizes, is_eager=is_eager),
        image_url=largest_url(hit.picture),
        maker=hit.artisan_name or hit.chapter_name,
        place=short_place(hit.regency_name) if hit.artisan_name else "",
        badge=badge,
        badge_kind=kind,
        sold_out=not hit.is_available,
    )


def _badge(hit: Hit) -> tuple[str, str]:
    if hit.is_made_to_order:
        return _("Sesuai pesanan"), "plain"
    if hit.pieces_left is not None and 0 < hit.pieces_left <= FEW:
        return _("Sisa %(pieces)d") % {"pieces": hit.pieces_left}, "warning"
    return "", ""


def short_place(regency: str) -> str:
    """A regency as people call it: "Kabupaten Jepara" is Jepara, "Kota Bandung" is Bandung."""
    return regency.removeprefix("Kabupaten ").removeprefix("Kota ")
