"""How the variants of a product are written down: one child each, with its own stock record."""

from collections.abc import Sequence
from typing import Final

from iccn.money.rupiah import Rupiah
from store.catalogue import rules
from store.catalogue.details import ProductDetails, VariantDetails
from store.catalogue.models import Product
from store.catalogue.options import OPTIONS, fault_words
from store.catalogue.refusals import WrongVariants
from store.partner.models import StockRecord

# What a variant repeats of its product, so that a basket, a parcel and the books read it from the line's own product.
SAME: Final = (
    "title",
    "title_en",
    "artisan_id",
    "chapter_id",
    "weight_g",
    "length_cm",
    "width_cm",
    "height_cm",
    "making_days",
    "is_made_to_order",
    "making_cost",
    "published_at",
)


def refuse_wrong(variants: Sequence[VariantDetails]) -> None:
    """Raises WrongVariants for the first that may not stand."""
    faults = rules.variant_faults(_tidied(variants), OPTIONS)
    faults |= {place: rules.Fault.BELOW_ZERO for place, one in enumerate(variants) if _is_below(one)}
    for place, fault in sorted(faults.items()):
        raise WrongVariants(number=place + 1, words=fault_words(fault))


def _is_below(variant: VariantDetails) -> bool:
    return variant.stock < 0 or (variant.price is not None and int(variant.price) <= 0)


def _tidied(variants: Sequence[VariantDetails]) -> list[dict[str, str]]:
    return rules.tidy_variants([one.options for one in variants])


def write_variants(product: Product, details: ProductDetails) -> None:
    """The product's children, numbered from 01 behind its code."""
    same = {name: getattr(product, name) for name in SAME}
    written = zip(details.variants, _tidied(details.variants), strict=True)
    for number, (one, options) in enumerate(written, start=1):
        child: Product = Product.objects.create(
            **same,
            upc=f"{product.upc}-{number:02}",
            structure=Product.CHILD,
            parent=product,
            variant_options=options,
        )
        write_stock(child, price=one.price or details.price, pieces=one.stock)


def write_stock(product: Product, *, price: Rupiah, pieces: int) -> None:
    StockRecord.objects.create(
        product=product,
        partner_id=product.artisan_id,
        partner_sku=product.upc,
        price_currency="IDR",
        price=int(price),
        num_in_stock=None if product.is_made_to_order else pieces,
        num_allocated=0,
    )
