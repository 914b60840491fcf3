""" "Sering dibeli bersama": what several people bought together with these products."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Final

from store.search.engines.port import Hit
from store.search.models import Companion

MOST: Final = 4
LOOKED_AT: Final = 24  # one companion may stand beside several products of a basket
HIT_FIELDS: Final = tuple(field.name for field in fields(Hit))


def companions_of(products: Iterable[int], *, most: int = MOST) -> list[Hit]:
    """The closest companions of these products that can be bought now, themselves left out. One query."""
    chosen = list(products)
    if not chosen:
        return []
    rows = Companion.objects.filter(
        product__in=chosen, other__is_public=True, other__is_available=True
    ).exclude(other__in=chosen)
    ordered = rows.order_by("place", "-buyers", "-other").values(*(f"other__{name}" for name in HIT_FIELDS))
    found: dict[int, Hit] = {}
    for row in ordered[:LOOKED_AT]:
        hit = Hit(**{name: row[f"other__{name}"] for name in HIT_FIELDS})
        found.setdefault(hit.product, hit)
    return list(found.values())[:most]
