"""The fair rotation, given to the documents once a night."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from django.db import connection, transaction

from store.search import unsent
from store.search.models import ProductDocument
from store.search.rotation import Offer, turns

BATCH = 500


def rotate(*, day: date) -> Iterator[list[int]]:
    """Gives every document its turn of the day; yields the products of each batch that changed.

    Each batch stands by itself, so that nobody waits long for a row; running it again changes nothing.
    """
    rows = list(ProductDocument.objects.values_list("product", "chapter_slug", "is_available", "turn"))
    wanted = turns(day, (Offer(product, chapter, is_available) for product, chapter, is_available, _ in rows))
    changed = iter(sorted(product for product, *_rest, turn in rows if turn != wanted[product]))
    while batch := list(islice(changed, BATCH)):
        _write(batch, [wanted[product] for product in batch])
        yield batch


@transaction.atomic
def _write(products: Sequence[int], places: Sequence[int]) -> None:
    """Rows are locked in the order of their keys, as everywhere."""
    held = ProductDocument.objects.filter(pk__in=products).order_by("pk").select_for_update()
    list(held.values_list("pk"))
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE search_productdocument AS document SET turn = given.turn "
            "FROM unnest(%s::bigint[], %s::int[]) AS given (product_id, turn) "
            "WHERE document.product_id = given.product_id",
            [list(products), list(places)],
        )
    unsent.remember(products)
