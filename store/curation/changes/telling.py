"""How a product's words and prices are kept in a request: plain values that can be compared and shown."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from iccn.media.models import Picture
from iccn.money.rupiah import Rupiah
from store.catalogue.details import ProductChange
from store.catalogue.models import Product

WORDS = ("title", "title_en", "story", "story_en")
LABELS = {
    "title": _("Nama produk"),
    "title_en": _("Nama dalam bahasa Inggris"),
    "story": _("Cerita produk"),
    "story_en": _("Cerita dalam bahasa Inggris"),
    "making_cost": _("Biaya pembuatan"),
}
PRICE = _("Harga")
Telling = Mapping[str, Any]


def sold_of(product: Product) -> list[Product]:
    """What has a price: the product itself, or each of its variants."""
    return product.variants or [product]


def telling_of(product: Product) -> dict[str, Any]:
    return {
        **{name: str(getattr(product, name)) for name in WORDS},
        "making_cost": int(product.making_cost),
        "prices": {one.upc: int(one.price) for one in sold_of(product)},
    }


def pictures_of(product: Product) -> list[int]:
    return [image.picture_id for image in product.images.all()]


def words_of(telling: Telling, product: Product) -> dict[str, tuple[object, str]]:
    """Each part with its name and its words as people read them."""
    prices = {
        f"price:{one.upc}": (price_label(one), str(Rupiah(telling["prices"].get(one.upc, 0))))
        for one in sold_of(product)
    }
    cost = {"making_cost": (LABELS["making_cost"], str(Rupiah(telling["making_cost"])))}
    return {**{name: (LABELS[name], str(telling[name])) for name in WORDS}, **cost, **prices}


def price_label(sold: Product) -> str:
    return f"{PRICE} · {sold.variant_words}" if sold.variant_words else str(PRICE)


def change_of(telling: Telling, pictures: list[int]) -> ProductChange:
    """What the catalogue's service takes; a picture that is no longer kept is left out."""
    kept = Picture.objects.in_bulk(pictures)
    return ProductChange(
        **{name: telling[name] for name in WORDS},
        making_cost=Rupiah(telling["making_cost"]),
        prices={upc: Rupiah(price) for upc, price in telling["prices"].items()},
        pictures=tuple(kept[one] for one in pictures if one in kept),
    )
