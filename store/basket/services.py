"""Putting things into a basket and taking them out. Nothing is held by it: goods are held when an order is placed."""

from typing import Final

from django.db import transaction

from store.basket.models import Basket, Line
from store.basket.refusals import NotForSale, OnlySoMany, TooMany
from store.catalogue.models import Product
from store.catalogue.options import name_list
from store.catalogue.refusals import NothingChosen

MOST_OF_ONE: Final = 50


@transaction.atomic
def add(*, basket: Basket, product: Product, quantity: int) -> Line:
    """So many pieces more; of a product with variants, of one variant.

    Raises NothingChosen, NotForSale, OnlySoMany, TooMany; then the basket is as it was.
    """
    there = basket.lines.filter(product=product).first() if basket.pk else None
    refuse_too_many(product, quantity + (there.quantity if there else 0))
    line: Line = basket.add_product(product, quantity)[0]
    return line


@transaction.atomic
def set_quantity(*, line: Line, quantity: int) -> Line | None:
    """Exactly so many pieces; none takes the line out. Raises NotForSale, OnlySoMany, TooMany."""
    if quantity <= 0:
        remove(line=line)
        return None
    refuse_too_many(line.product, quantity)
    line.quantity = quantity
    line.save(update_fields=["quantity"])
    return line


@transaction.atomic
def remove(*, line: Line) -> Product:
    """Takes the line out; gives back what was in it, so that it can be put in again."""
    product: Product = line.product
    line.delete()
    return product


def refuse_too_many(product: Product, wanted: int) -> None:
    if product.is_parent:
        raise NothingChosen(names=name_list(product.option_names))
    left = product.pieces_left
    if not product.is_sellable:
        raise NotForSale(title=product.name_shown)
    if left is not None and wanted > left:
        raise OnlySoMany(title=product.name_shown, left=left)
    if wanted > MOST_OF_ONE:
        raise TooMany(most=MOST_OF_ONE)
