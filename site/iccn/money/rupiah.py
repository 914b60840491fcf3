"""Whole rupiah, and the one place where they are shared out."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Self


class NotWholeRupiah(ValueError):  # noqa: N818
    """A figure with sen, or no figure at all, where whole rupiah are asked for."""


@dataclass(frozen=True, order=True, slots=True)
class Rupiah:
    """An amount in whole rupiah; may be negative (a debt, a discount)."""

    amount: int

    def __post_init__(self) -> None:
        if type(self.amount) is not int:
            raise NotWholeRupiah(f"{self.amount!r} is not a whole number of rupiah")

    @classmethod
    def of(cls, value: "Rupiah | int | Decimal | str") -> Self:
        """Reads a figure; 12500.00 is fine, 12500.50 raises NotWholeRupiah."""
        if isinstance(value, Rupiah):
            return cls(value.amount)
        figure = Decimal(value)
        if not figure.is_finite() or figure != figure.to_integral_value():
            raise NotWholeRupiah(f"{value!r} is not a whole number of rupiah")
        return cls(int(figure))

    def __add__(self, other: "Rupiah") -> "Rupiah":
        return Rupiah(self.amount + other.amount)

    def __sub__(self, other: "Rupiah") -> "Rupiah":
        return Rupiah(self.amount - other.amount)

    def __mul__(self, times: int) -> "Rupiah":
        return Rupiah(self.amount * times)

    __rmul__ = __mul__

    def __neg__(self) -> "Rupiah":
        return Rupiah(-self.amount)

    def __bool__(self) -> bool:
        return self.amount != 0

    def __int__(self) -> int:
        return self.amount

    def __str__(self) -> str:
        sign = "-" if self.amount < 0 else ""
        return f"{sign}Rp{abs(self.amount):,}".replace(",", ".")

    def part(self, basis_points: int) -> "Rupiah":
        """So many ten-thousandths of the amount, rounded half up (away from zero)."""
        scaled = abs(self.amount) * basis_points
        rounded = (scaled + 5_000) // 10_000
        return Rupiah(rounded if self.amount >= 0 else -rounded)


ZERO = Rupiah(0)


def total(amounts: "Mapping[str, Rupiah] | list[Rupiah] | tuple[Rupiah, ...]") -> Rupiah:
    values = amounts.values() if isinstance(amounts, Mapping) else amounts
    return Rupiah(sum(value.amount for value in values))


def share_out(amount: Rupiah, weights: Mapping[str, int], *, key: str) -> dict[str, Rupiah]:
    """Shares an amount by weights, to the rupiah: largest remainder, ties by a hash of `key` and the name.

    The hash makes ties fall fairly over many sales and always the same way for one sale. A negative amount is
    shared as its positive and turned. Raises NotWholeRupiah when the weights do not add up to more than zero
    or one of them is negative.
    """
    whole = sum(weights.values())
    if whole <= 0 or min(weights.values()) < 0:
        raise NotWholeRupiah("weights must be zero or more, and together more than zero")
    if amount.amount < 0:
        return {name: -part for name, part in share_out(-amount, weights, key=key).items()}
    parts = {name: amount.amount * weight // whole for name, weight in weights.items()}
    left = amount.amount - sum(parts.values())
    for name in sorted(weights, key=lambda one: _claim(one, amount, weights[one], whole, key))[:left]:
        parts[name] += 1
    return {name: Rupiah(part) for name, part in parts.items()}


def _claim(name: str, amount: Rupiah, weight: int, whole: int, key: str) -> tuple[int, str]:
    """Who is first in line for a left-over rupiah: the largest remainder, then the smallest hash."""
    return -(amount.amount * weight % whole), hashlib.sha256(f"{key}|{name}".encode()).hexdigest()
