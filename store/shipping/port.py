"""What a source of courier prices is asked, and what it answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from iccn.money.rupiah import ZERO, Rupiah


@dataclass(frozen=True, slots=True)
class ParcelContents:
    """The goods of one parcel, before packing."""

    grams: int
    volume_cm3: int = 0
    value: Rupiah = ZERO


@dataclass(frozen=True, slots=True)
class Route:
    """One parcel from a place to a place: codes of villages, or of regencies where the village is not told."""

    origin: str
    destination: str
    contents: ParcelContents


@dataclass(frozen=True, slots=True)
class Quote:
    """What one service of a courier asks for one parcel. `grams` is with packing; days are working days."""

    provider: str
    courier: str
    courier_name: str
    service: str
    service_name: str
    cost: Rupiah
    grams: int
    billable_kilos: int
    days_min: int
    days_max: int

    @property
    def key(self) -> str:
        """Stable in forms: the same service has the same key tomorrow, at another price."""
        return f"{self.courier}:{self.service}"

    @property
    def title(self) -> str:
        return f"{self.courier_name} {self.service_name}"


class RateProvider(Protocol):
    """A source of prices: a table of our own, or a service asked over HTTP."""

    code: str

    def offers(self, routes: Sequence[Route]) -> list[list[Quote]]:
        """Every offer of each route, in any order. Raises UnknownPlace and NoCourier."""
        ...
