"""Thousands of products at once: rows written in bulk, documents made by the indexer."""

from datetime import timedelta

from django.utils import timezone

from store.catalogue.models import Category, Product, ProductCategory
from store.partner.models import Partner, StockRecord
from store.search.services import reindex
from tests.factories.catalogue import make_category, make_product

CRAFTS = (
    ("tas", "Tas"),
    ("topi", "Topi"),
    ("tikar", "Tikar"),
    ("keranjang", "Keranjang"),
    ("kipas", "Kipas"),
)
PLAITS = ("pandan", "rotan", "bambu", "mendong", "lontar")


def make_many(artisan: Partner, total: int) -> None:
    """So many products over five categories of one tree, with prices from Rp15.000 up; indexed."""
    root = make_category()
    categories = [make_category(slug, name, name, under=root) for slug, name in CRAFTS]
    pattern = make_product(artisan, upc="POLA")
    now = timezone.now()
    fields = {
        field.attname: getattr(pattern, field.attname)
        for field in Product._meta.concrete_fields
        if field.attname not in {"id", "upc", "title", "slug", "published_at"}
    }
    products = Product.objects.bulk_create(
        Product(
            **fields,
            upc=f"B{number:06}",
            title=f"{CRAFTS[number % 5][1]} {PLAITS[number // 5 % 5]} nomor {number}",
            slug=f"produk-{number}",
            published_at=now - timedelta(minutes=number),
        )
        for number in range(total - 1)
    )
    _fill(products, categories, artisan)
    list(reindex())


def _fill(products: list[Product], categories: list[Category], artisan: Partner) -> None:
    ProductCategory.objects.bulk_create(
        ProductCategory(product=one, category=categories[place % 5]) for place, one in enumerate(products)
    )
    StockRecord.objects.bulk_create(
        StockRecord(
            product=one, partner=artisan, partner_sku=one.upc, price=15_000 + 1_000 * place, num_in_stock=7
        )
        for place, one in enumerate(products)
    )
