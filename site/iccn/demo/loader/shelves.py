"""What shoppers look through: each product's document with its pictures cut to size, made before the first visitor."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from iccn.demo.loader.progress import Progress
from store.catalogue.models import Product
from store.search.models import ProductDocument
from store.search.services import index_products
from store.search.tasks import make_gallery

HANDS = 2
BATCH = 6


def tell_shelves(progress: Progress) -> None:
    there = ProductDocument.objects.values("product")
    missing = list(
        Product.objects.published().exclude(pk__in=there).order_by("pk").values_list("pk", flat=True)
    )
    batches = [missing[start : start + BATCH] for start in range(0, len(missing), BATCH)]
    if not batches:
        return
    if connection.in_atomic_block:  # other threads would not see what is not committed
        for batch in batches:
            index_products(product_ids=batch)
        return
    with ThreadPoolExecutor(HANDS) as hands:
        list(progress.over(hands.map(index_batch, batches), "Rak toko", total=len(batches)))
    for batch in batches:
        make_gallery.enqueue(
            batch
        )  # the pictures of product pages, by the worker, when it has nothing else to do


def index_batch(product_ids: Sequence[int]) -> None:
    try:
        index_products(product_ids=product_ids)
    finally:
        connection.close()
