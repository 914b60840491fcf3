"""`python -m tests.benchmarks.stock_oscar.measure 1000 10000`: one line of JSON for each size."""

import io
import json
import resource
import sys
import time
import warnings
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import django

warnings.simplefilter("ignore")
django.setup()

from django.core.files.base import ContentFile  # noqa: E402 - the shop must stand first
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from oscar.core.loading import get_model  # noqa: E402
from PIL import Image  # noqa: E402

from tests.benchmarks.clock import timed  # noqa: E402
from tests.benchmarks.words import SEARCHES  # noqa: E402
from tests.factories.crafts import CRAFTS, PARENTS, PLACES, Good, good  # noqa: E402

BATCH = 5_000
PICTURES = 12
PRODUCTS_MEASURED = 20
Product, ProductClass = get_model("catalogue", "Product"), get_model("catalogue", "ProductClass")
Category, ProductCategory = get_model("catalogue", "Category"), get_model("catalogue", "ProductCategory")
ProductImage = get_model("catalogue", "ProductImage")
Partner, StockRecord = get_model("partner", "Partner"), get_model("partner", "StockRecord")


def categories() -> dict[str, Any]:
    parents = {slug: Category.add_root(name=name, slug=slug) for slug, (name, _) in PARENTS.items()}
    return {
        one.slug: Category.objects.get(pk=parents[one.parent].pk).add_child(name=one.name, slug=one.slug)
        for one in CRAFTS
    }


def partners() -> list[list[Any]]:
    return [
        [Partner.objects.create(name=f"Perajin {number + 1} {place[5]}") for number in range(3)]
        for place in PLACES
    ]


def pictures(of: Any) -> list[str]:
    """Files that products share, as ours share theirs."""
    names = []
    for number in range(PICTURES):
        data = io.BytesIO()
        Image.new("RGB", (60, 60), (150, 90, 50 + number)).save(data, "PNG")
        made = ProductImage(product=of, display_order=number)
        made.original.save(f"karya-{number}.png", ContentFile(data.getvalue()), save=False)
        names.append(made.original.name)
    return names


def write(goods: list[Good], shelf: dict[str, Any], makers: list[list[Any]], shown: list[str]) -> None:
    kind = ProductClass.objects.get_or_create(name="Produk")[0]
    products = Product.objects.bulk_create(
        Product(
            upc=f"B{one.number:06}",
            title=one.title,
            slug=f"produk-{one.number}",
            description=one.story,
            product_class=kind,
        )
        for one in goods
    )
    pairs = list(zip(goods, products, strict=True))
    ProductCategory.objects.bulk_create(
        ProductCategory(product=product, category=shelf[one.craft.slug]) for one, product in pairs
    )
    StockRecord.objects.bulk_create(
        StockRecord(
            product=product,
            partner=makers[one.place][one.maker],
            partner_sku=product.upc,
            price=one.price,
            num_in_stock=7 if one.stock is None else one.stock,
        )
        for one, product in pairs
    )
    ProductImage.objects.bulk_create(
        ProductImage(product=product, original=shown[place % len(shown)], display_order=0)
        for place, product in enumerate(products)
    )


def shops(sizes: list[int]) -> Iterator[tuple[int, float]]:
    """The shop at each size in turn, with the seconds that its index took."""
    call_command("migrate", run_syncdb=True, verbosity=0, interactive=False)
    shelf, makers, shown, before = categories(), partners(), pictures(Product(title="-")), 0
    for size in sizes:
        for start in range(before, size, BATCH):
            write([good(number) for number in range(start, min(start + BATCH, size))], shelf, makers, shown)
        before = size
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
        begun = time.perf_counter()
        call_command("rebuild_index", interactive=False, verbosity=0, batchsize=1_000)
        yield size, time.perf_counter() - begun


def addresses() -> dict[str, list[str]]:
    shelves = Category.objects.filter(depth=2).order_by("pk")
    products = Product.objects.order_by("pk")
    step = max(1, products.count() // PRODUCTS_MEASURED)
    return {
        "listing": ["/catalogue/", *(f"/catalogue/?page={page}" for page in range(2, 11))],
        "category": [one.get_absolute_url() for one in shelves],
        "search": [f"/search/?q={words}" for words in SEARCHES],
        "product": [one.get_absolute_url() for one in products[::step][:PRODUCTS_MEASURED]],
    }


def main(sizes: list[int]) -> None:
    client = Client()

    def call(address: str) -> None:
        answer = client.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{address} answered {answer.status_code}")

    def queries_of(address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            call(address)
        return len(queries)

    for size, seconds in shops(sizes):
        figures = {name: asdict(timed(call, paths, queries_of)) for name, paths in addresses().items()}
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        told = {"size": size, "rebuild_seconds": seconds, "memory_mb": memory, "figures": figures}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]])
