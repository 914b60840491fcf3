"""Fair rotation: every chapter is seen once before any chapter is seen twice, in an order that changes every day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b


@dataclass(frozen=True, slots=True)
class Offer:
    """A product as the rotation sees it."""

    product: int
    chapter: str
    is_available: bool = True


def turns(day: date, offers: Iterable[Offer]) -> dict[int, int]:
    """The place of every product on this day, from 1. What cannot be bought comes after what can."""
    rounds: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for offer in offers:
        rounds[not offer.is_available, offer.chapter].append(offer.product)
    seats = [
        (is_sold_out, number, _lot(day, chapter), chapter, product)
        for (is_sold_out, chapter), products in rounds.items()
        for number, product in enumerate(sorted(products, key=lambda one: (_lot(day, one), one)))
    ]
    return {product: place for place, (*_seat, product) in enumerate(sorted(seats), start=1)}


def _lot(day: date, drawn: int | str) -> bytes:
    """A number drawn by the day: the same for everybody, known to nobody before, and nobody's choice."""
    return blake2b(f"{day.isoformat()}:{drawn}".encode(), digest_size=8).digest()
