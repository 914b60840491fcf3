"""A paid order as plain values: what profit needs to know of it, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from iccn.money.rupiah import ZERO, Rupiah, total


@dataclass(frozen=True, slots=True)
class SoldLine:
    """One line as it was paid. `artisan` and `chapter` are their codes; `price` is for all its pieces.

    `shipping` is the line's part of its parcel's shipping; `making_cost` the floor under the artisan's share.
    """

    line: int
    parcel: str
    artisan: str
    chapter: str
    price: Rupiah
    share_basis_points: int
    making_cost: Rupiah = ZERO
    shipping: Rupiah = ZERO


@dataclass(frozen=True, slots=True)
class Sale:
    """One order paid by one payment: `gateway` and `transaction` name the outside fact."""

    number: str
    gateway: str
    transaction: str
    method: str
    paid_on: date
    lines: tuple[SoldLine, ...]
    fee: Rupiah | None = None  # when the gateway has told it; else the table's

    @property
    def amount(self) -> Rupiah:
        """What the shopper paid: goods and shipping."""
        return total([line.price + line.shipping for line in self.lines])


@dataclass(frozen=True, slots=True)
class Figures:
    """Who gets what of one line; the parts without shipping add up to the price. `operations` may be negative."""

    line: int
    artisan_code: str
    chapter_code: str
    price: Rupiah
    shipping: Rupiah
    artisan: Rupiah
    gateway: Rupiah
    chapter: Rupiah
    solidarity: Rupiah
    operations: Rupiah

    @property
    def platform(self) -> Rupiah:
        """What stays with the store: the gateway's fee is paid out of it. Never negative."""
        return self.gateway + self.operations


@dataclass(frozen=True, slots=True)
class Taken:
    """What a refund takes back of one line, from whom."""

    goods: Rupiah = ZERO
    shipping: Rupiah = ZERO
    artisan: Rupiah = ZERO
    chapter: Rupiah = ZERO
    solidarity: Rupiah = ZERO
    platform: Rupiah = ZERO


@dataclass(frozen=True, slots=True)
class Asked:
    """What a refund gives back for one line: so much for the goods, so much for shipping."""

    line: int
    goods: Rupiah
    shipping: Rupiah = ZERO


def by_code(pairs: Iterable[tuple[str, Rupiah]]) -> dict[str, Rupiah]:
    """Sums per code."""
    sums: dict[str, Rupiah] = {}
    for code, amount in pairs:
        sums[code] = sums.get(code, ZERO) + amount
    return sums
