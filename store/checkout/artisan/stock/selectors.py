"""An artisan's products: on sale, paused, and those of which few are left."""

from enum import Enum

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from store.catalogue.models import Product
from store.catalogue.rules import LOW_STOCK
from store.partner.models import Partner, StockRecord


class Part(Enum):
    """How she looks at her products; the value stands in the address."""

    ON_SALE = "dijual"
    LOW = "hampir-habis"
    PAUSED = "dijeda"


PARTS = {Part.ON_SALE: Q(is_public=True), Part.LOW: Q(low=True), Part.PAUSED: Q(paused_at__isnull=False)}


def products_of(artisan: Partner) -> QuerySet[Product]:
    """Hers, published, each with its variants behind it; `low` says that few are left of it or of a variant."""
    few = StockRecord.objects.alias(left=F("num_in_stock") - Coalesce(F("num_allocated"), 0)).filter(
        left__lte=LOW_STOCK
    )
    is_low = Exists(few.filter(product=OuterRef("pk"))) | Exists(few.filter(product__parent=OuterRef("pk")))
    found: QuerySet[Product] = Product.objects.published().by_artisan(artisan).annotate(low=is_low)
    return found


def listed(artisan: Partner, *, part: Part | None, words: str) -> QuerySet[Product]:
    """Of which few are left first, then by name; searched by name or code. Three queries."""
    products = products_of(artisan)
    if part is not None:
        products = products.filter(PARTS[part])
    if words:
        products = products.filter(
            Q(title__icontains=words) | Q(title_en__icontains=words) | Q(upc__icontains=words)
        )
    ordered: QuerySet[Product] = products.order_by("-low", "title", "pk").prefetch_related(
        "stockrecords", "children__stockrecords"
    )
    return ordered


def counts(artisan: Partner) -> dict[Part, int]:
    """How many stand in each part; one query."""
    found = products_of(artisan).aggregate(**{part.name: Count("pk", filter=PARTS[part]) for part in Part})
    return {part: found[part.name] for part in Part}
