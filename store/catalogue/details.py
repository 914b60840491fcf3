"""What has to be known about a product before it may be sold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from iccn.media.models import Picture
from iccn.money.rupiah import Rupiah
from store.partner.models import Partner


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateDetails:
    """`kind` is one of ProductCertificate.Kind; without a day it does not run out."""

    kind: str
    number: str
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantDetails:
    """`options` by the names of `store.catalogue.options`; without a price of its own the product's price holds."""

    options: Mapping[str, str]
    price: Rupiah | None = None
    stock: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductDetails:
    """Words are Indonesian, `*_en` English. Weight in grams, size in whole centimetres.

    `stock` counts finished pieces and is not used when `made_to_order`; with `variants` each has its own.
    """

    title: str
    story: str
    category_slug: str
    partner: Partner
    price: Rupiah
    making_cost: Rupiah
    weight_g: int
    length_cm: int
    width_cm: int
    height_cm: int
    title_en: str = ""
    story_en: str = ""
    materials: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    stock: int = 0
    making_days: int = 1
    made_to_order: bool = False
    certificates: tuple[CertificateDetails, ...] = ()
    pictures: tuple[Picture, ...] = ()
    variants: tuple[VariantDetails, ...] = ()
    why_selected: str = ""
    why_selected_en: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductChange:
    """What may change of a product on sale. `prices` by upc: its own, or that of each variant."""

    title: str
    story: str
    making_cost: Rupiah
    prices: Mapping[str, Rupiah]
    pictures: tuple[Picture, ...]
    title_en: str = ""
    story_en: str = ""
