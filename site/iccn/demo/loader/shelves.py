"""What shoppers look through: each product's document with its pictures cut to size, made before the first visitor."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from iccn.chapters.models import Chapter
from iccn.demo.loader.progress import Progress
from iccn.media.models import Picture
from iccn.media.pictures import CARD, sources_of
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
        # The pictures of product pages, by the worker, when it has nothing else to do.
        make_gallery.enqueue(batch)


def tell_faces(progress: Progress) -> None:
    """The chapters' pictures as their list shows them: the first visitor would wait for fifty of them."""
    uncut = Chapter.objects.filter(picture__isnull=False, picture__renditions=None).order_by("pk")
    pictures = [chapter.picture for chapter in uncut.select_related("picture")]
    if not pictures or connection.in_atomic_block:
        return
    with ThreadPoolExecutor(HANDS) as hands:
        list(progress.over(hands.map(cut, pictures), "Foto simpul", total=len(pictures)))


def cut(picture: Picture) -> None:
    try:
        sources_of(picture, CARD)
    finally:
        connection.close()


def index_batch(product_ids: Sequence[int]) -> None:
    try:
        index_products(product_ids=product_ids)
    finally:
        connection.close()
