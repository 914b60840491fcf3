"""What the page of one product, its passport and its maker's page show."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from iccn.money.rupiah import Rupiah
from iccn.regions.models import Village
from store.catalogue.choosing import Choice
from store.catalogue.linked_data import as_json, breadcrumb_facts, group_facts, product_facts
from store.catalogue.models import Product, ProductCertificate
from store.catalogue.options import choice_label
from store.catalogue.pictures import GALLERY, PORTRAIT, THUMB, largest_url, picture_html, sources_of, words_of
from store.catalogue.tree import CategoryTree
from store.catalogue.words import in_language
from store.partner.models import Partner
from store.pricing.services import breakdown_for
from store.search.cards import ProductCard, card_of, short_place
from store.search.companions import MOST, companions_of
from store.search.engines.port import ProductQuery, Sort
from store.search.picker import Picker, most_at_once, stock_words
from store.search.selectors import find_products

GALLERY_SIZES = "(min-width: 56rem) 40rem, 100vw"


@dataclass(frozen=True)
class Maker:
    """The artisan as the public may see: by name only when she agreed."""

    artisan: Partner

    @property
    def name(self) -> str:
        return self.artisan.name if self.artisan.is_public else ""

    @property
    def url(self) -> str:
        return self.artisan.get_absolute_url() if self.artisan.is_public else ""

    @property
    def story(self) -> str:
        return in_language(self.artisan.story, self.artisan.story_en) if self.artisan.is_public else ""

    @cached_property
    def picture(self) -> SafeString:
        if not self.artisan.is_public:
            return SafeString("")
        return picture_html(sources_of(self.artisan.portrait, PORTRAIT), sizes="10rem")

    @property
    def place(self) -> str:
        """District and regency: near enough to picture, too wide to knock on a door."""
        village: Village | None = self.artisan.member.village if self.artisan.member else None
        chapter = self.artisan.chapter
        parts = [village.district.name] if village and self.artisan.is_public else []
        return ", ".join([*parts, short_place(chapter.regency.name)] if chapter else parts)


@dataclass(frozen=True)
class ProductPage:
    """Reads what `Product.objects.for_display()` fetched; pictures, price and neighbours are asked for once each."""

    product: Product
    tree: CategoryTree
    choice: Choice

    @property
    def url(self) -> str:
        return f"{settings.BASE_URL}{self.product.get_absolute_url()}"

    @cached_property
    def maker(self) -> Maker:
        return Maker(self.product.artisan)

    @property
    def chapter_url(self) -> str:
        return chapter_url(self.product.chapter.slug)

    @cached_property
    def gallery(self) -> list[dict[str, SafeString]]:
        return [
            {
                "picture": picture_html(one, sizes=GALLERY_SIZES, alt=words_of(one), is_eager=place == 0),
                "thumb": picture_html(thumb, sizes="4rem"),
            }
            for place, (one, thumb) in enumerate(self._pictures)
        ]

    @cached_property
    def _pictures(self) -> list[tuple[dict[str, Any], dict[str, Any]]]:
        pictures = [image.picture for image in self.product.images.all()]
        return [(sources_of(one, GALLERY), sources_of(one, THUMB)) for one in pictures]

    @property
    def share_picture(self) -> str:
        return absolute(largest_url(self._pictures[0][0])) if self._pictures else ""

    @cached_property
    def parts(self) -> list[dict[str, Any]]:
        """Who gets what of this price, paid by QRIS today."""
        product = self.product
        found = breakdown_for(
            price=self.price,
            partner_share_basis_points=product.artisan.share_basis_points,
            chapter=product.chapter,
            making_cost=product.making_cost,
            artisan_name=self.maker.name,
        )
        urls = {"artisan": self.maker.url, "chapter": self.chapter_url}
        return [
            {
                "kind": one.kind,
                "label": one.label,
                "amount": one.amount,
                "note": one.note,
                "url": urls.get(one.kind),
            }
            for one in found.parts
        ]

    @cached_property
    def picker(self) -> Picker | None:
        """How a variant is chosen; None for what is sold in one way."""
        return Picker(self.choice) if self.product.is_parent else None

    @property
    def thing(self) -> Product:
        """The variant that was chosen, otherwise the product."""
        return self.choice.variant or self.product

    @property
    def price(self) -> Rupiah:
        return self.thing.price

    @property
    def price_words(self) -> str:
        if self.thing.is_from_price:
            return _("mulai %(price)s") % {"price": self.price}
        return str(self.price)

    @property
    def stock_words(self) -> str:
        return self.picker.stock_words if self.picker else stock_words(self.product)

    @property
    def most_at_once(self) -> int:
        return most_at_once(self.thing)

    @property
    def basket_url(self) -> str:
        try:
            return reverse("basket:add", args=[self.product.pk])
        except NoReverseMatch:
            return ""

    @property
    def facts(self) -> list[tuple[str, str]]:
        product = self.product
        size = f"{product.length_cm} × {product.width_cm} × {product.height_cm} cm"
        values = self.picker.values if self.picker else {}
        facts = [
            *((choice_label(name), ", ".join(there)) for name, there in values.items()),
            (_("Bahan"), ", ".join(product.materials)),
            (_("Teknik"), ", ".join(product.techniques)),
            (_("Ukuran"), size),
            (_("Berat"), f"{product.weight_g} g"),
            (_("Lama pembuatan"), _("%(days)d hari") % {"days": product.making_days}),
            (_("Kode"), product.upc or ""),
        ]
        return [fact for fact in facts if fact[1]]

    @property
    def certificates(self) -> list[ProductCertificate]:
        return list(self.product.certificates.all())

    @cached_property
    def breadcrumbs(self) -> list[dict[str, str]]:
        nodes = [node for one in self.product.categories.all()[:1] for node in self.tree.line(one.pk)]
        return [
            {"label": _("Toko"), "url": reverse("store:listing")},
            *({"label": node.title, "url": node.url} for node in nodes),
            {"label": self.product.name_shown, "url": self.product.get_absolute_url()},
        ]

    @cached_property
    def companions(self) -> list[ProductCard]:
        """What several people bought together with it."""
        return [card_of(hit) for hit in companions_of([self.product.pk])]

    @cached_property
    def neighbours(self) -> list[ProductCard]:
        """Other products of the same chapter that can be bought; those shown as companions are not repeated."""
        shown = {self.product.pk, *(card.id for card in self.companions)}
        query = ProductQuery(
            chapter=self.product.chapter.slug,
            sort=Sort.ROTATION,
            per_page=len(shown) + MOST,
            with_facets=False,
            with_total=False,
        )
        hits = [hit for hit in find_products(query).hits if hit.is_available and hit.product not in shown]
        return [card_of(hit) for hit in hits[:MOST]]

    @property
    def linked_data(self) -> SafeString:
        pictures = [absolute(largest_url(one)) for one, _thumb in self._pictures]
        told = group_facts if self.picker else product_facts
        facts = told(self.product, url=self.url, pictures=pictures, seller=settings.OSCAR_SHOP_NAME)
        way = [(one["label"], absolute(one["url"])) for one in self.breadcrumbs]
        return as_json([facts, breadcrumb_facts(way)])


def cards_of_artisan(artisan: Partner) -> Sequence[ProductCard]:
    query = ProductQuery(
        artisan=artisan.pk, per_page=48, sort=Sort.NEWEST, with_facets=False, with_total=False
    )
    return [card_of(hit) for hit in find_products(query).hits]


def absolute(url: str) -> str:
    """With our own host, unless the files live elsewhere."""
    return url if "://" in url else f"{settings.BASE_URL}{url}"


def chapter_url(slug: str) -> str:
    """The chapter's public page, which a higher floor serves; empty where it does not."""
    try:
        return reverse("network:chapter", args=[slug])
    except NoReverseMatch:
        return ""
