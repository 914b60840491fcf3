"""What is in a basket, as the shopper sees it; every change since it was put in is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Sum
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from iccn.money.rupiah import ZERO, Rupiah, total
from store.basket.models import Basket, Line
from store.basket.services import MOST_OF_ONE
from store.catalogue.pictures import THUMB, picture_html, sources_of, words_of
from store.partner.models import Partner
from store.search.cards import ProductCard, card_of, short_place
from store.search.companions import companions_of


@dataclass(frozen=True)
class BasketLine:
    """Reads what `lines_of` fetched."""

    line: Line

    @property
    def product(self) -> Any:
        return self.line.product

    @property
    def price(self) -> Rupiah:
        price: Rupiah = self.line.stockrecord.rupiah
        return price

    @property
    def total(self) -> Rupiah:
        return self.price * int(self.line.quantity)

    @property
    def left(self) -> int | None:
        """Pieces that are left; None when each is made to order."""
        if self.product.is_made_to_order:
            return None
        left: int = self.line.stockrecord.net_stock_level
        return left

    @property
    def most(self) -> int:
        return MOST_OF_ONE if self.left is None else max(min(self.left, MOST_OF_ONE), 1)

    @property
    def can_be_bought(self) -> bool:
        return self.product.is_public and (self.left is None or self.left >= self.line.quantity)

    @property
    def note(self) -> str:
        """What the shopper should know; empty when nothing has changed."""
        if not self.product.is_public:
            return _("Sedang tidak dijual. Hapus dari keranjang untuk melanjutkan.")
        if self.left == 0:
            return _("Stok habis. Hapus dari keranjang untuk melanjutkan.")
        if self.left is not None and self.left < self.line.quantity:
            return _("Tinggal %(left)d buah. Kurangi jumlahnya untuk melanjutkan.") % {"left": self.left}
        if self.before not in {None, self.price}:
            return _("Harganya berubah dari %(before)s menjadi %(now)s sejak Anda memasukkannya.") % {
                "before": self.before,
                "now": self.price,
            }
        if self.left is None:
            return _("Dibuat setelah Anda memesan, sekitar %(days)d hari.") % {
                "days": self.product.making_days
            }
        return ""

    @property
    def is_note_calm(self) -> bool:
        """Whether the note only tells how the thing is sold."""
        return self.can_be_bought and self.left is None and self.before in {None, self.price}

    @property
    def before(self) -> Rupiah | None:
        """The price when it was put in."""
        kept = self.line.price_incl_tax or self.line.price_excl_tax
        return Rupiah.of(kept) if kept else None

    @property
    def field_id(self) -> str:
        return f"jumlah-{self.line.pk}"

    @cached_property
    def picture(self) -> SafeString:
        image = next(iter(self.product.shown_images), None)
        found = sources_of(image.picture, THUMB) if image else {}
        return picture_html(found, sizes="6rem", alt=words_of(found))


@dataclass(frozen=True)
class Group:
    """What comes from one artisan, in one parcel."""

    artisan: Partner
    lines: Sequence[BasketLine]

    @property
    def name(self) -> str:
        return self.artisan.name if self.artisan.is_public else _("Perajin")

    @property
    def place(self) -> str:
        chapter = self.artisan.chapter
        return short_place(chapter.regency.name) if chapter else ""

    @property
    def subtotal(self) -> Rupiah:
        return total([line.total for line in self.lines])


@dataclass(frozen=True)
class BasketView:
    groups: Sequence[Group]

    @property
    def lines(self) -> list[BasketLine]:
        return [line for group in self.groups for line in group.lines]

    @property
    def pieces(self) -> int:
        return sum(line.line.quantity for line in self.lines)

    @property
    def total(self) -> Rupiah:
        return total([group.subtotal for group in self.groups]) if self.groups else ZERO

    @property
    def summary(self) -> list[dict[str, str]]:
        pieces = ngettext("%(pieces)d barang", "%(pieces)d barang", self.pieces) % {"pieces": self.pieces}
        parcels = ngettext("%(parcels)d paket", "%(parcels)d paket", len(self.groups)) % {
            "parcels": len(self.groups)
        }
        return [{"label": _("Barang"), "amount": str(self.total), "note": f"{pieces} · {parcels}"}]

    @property
    def can_be_bought(self) -> bool:
        return bool(self.groups) and all(line.can_be_bought for line in self.lines)


def basket_view(basket: Basket) -> BasketView:
    groups: dict[int, list[BasketLine]] = {}
    for line in lines_of(basket):
        groups.setdefault(line.stockrecord.partner_id, []).append(BasketLine(line))
    return BasketView([Group(lines[0].line.stockrecord.partner, lines) for lines in groups.values()])


def companion_cards(view: BasketView) -> list[ProductCard]:
    """What others bought together with what is in the basket. One query, none for an empty basket."""
    products = [line.product.parent_id or line.product.pk for line in view.lines]
    return [card_of(hit) for hit in companions_of(products)]


def lines_of(basket: Basket) -> Sequence[Line]:
    """In the order in which they were put in, with all that the basket and the checkout read of them."""
    if not basket.pk:
        return []
    lines = basket.lines.select_related(
        "product__chapter",
        "product__product_class",
        "product__parent__product_class",
        "stockrecord__partner__member__chapter__regency",
        "stockrecord__partner__member__village__district__regency",
    )
    pictures = ("product__images__picture__renditions", "product__parent__images__picture__renditions")
    found = list(lines.prefetch_related(*pictures).order_by("pk"))
    for line in found:
        line.basket = basket  # with its strategy
    return found


def pieces_in(*, basket_id: int | None = None, owner: Any = None) -> int:
    """Pieces in an open basket: the one of this number, or the person's own. One query."""
    lines = Line.objects.filter(basket__status=Basket.OPEN)
    mine = lines.filter(basket__owner=owner) if owner else lines.filter(basket=basket_id, basket__owner=None)
    found: int = mine.aggregate(pieces=Sum("quantity"))["pieces"] or 0
    return found
