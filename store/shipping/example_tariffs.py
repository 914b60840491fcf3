"""EXAMPLE prices, made up to be believable: a courier's price list or contract gives the real ones.

All grow from one table, regular service between zones for one kilo. Provinces by their codes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from iccn.money.rupiah import Rupiah

ZONES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "jawa": ("Jawa", ("31", "32", "33", "34", "35", "36")),
    "sumatra": ("Sumatra", ("11", "12", "13", "14", "15", "16", "17", "18", "19", "21")),
    "bali-nusra": ("Bali dan Nusa Tenggara", ("51", "52", "53")),
    "kalimantan": ("Kalimantan", ("61", "62", "63", "64", "65")),
    "sulawesi": ("Sulawesi", ("71", "72", "73", "74", "75", "76")),
    "maluku": ("Maluku", ("81", "82")),
    "papua": ("Papua", ("91", "92", "93", "94", "95", "96")),
}

# One kilo by regular service, in thousands of rupiah; the same both ways. Rows and columns in the order of ZONES.
BETWEEN: Final = (
    (18, 32, 30, 38, 40, 68, 92),
    (32, 28, 46, 50, 54, 82, 108),
    (30, 46, 26, 48, 44, 66, 90),
    (38, 50, 48, 32, 46, 76, 98),
    (40, 54, 44, 46, 30, 58, 82),
    (68, 82, 66, 76, 58, 40, 64),
    (92, 108, 90, 98, 82, 64, 52),
)
IN_PROVINCE: Final = (13, 16, 15, 18, 18, 26, 36)
IN_CITY: Final = (9, 10, 10, 11, 11, 14, 18)
DAYS_IN_CITY: Final = (1, 2)
DAYS_IN_PROVINCE: Final = (2, 3)
STEP: Final = 500  # prices end in 500 or 000


@dataclass(frozen=True, slots=True)
class Example:
    """A service beside the regular one: its price in percent, the days it saves or takes, how far it goes."""

    courier: str
    service: str
    name: str
    percent: int
    extra_days: int = 0
    dearest: int = 1_000  # not offered where a regular kilo costs more thousands than this


@dataclass(frozen=True, slots=True)
class Row:
    reach: int
    origin: str
    destination: str
    first_kilo: Rupiah
    next_kilo: Rupiah
    days: tuple[int, int]


# Code: name, tolerance in grams.
COURIERS: Final[dict[str, tuple[str, int]]] = {
    "jne": ("JNE", 300),
    "jnt": ("J&T Express", 0),
    "sicepat": ("SiCepat", 0),
    "anteraja": ("AnterAja", 0),
    "pos": ("Pos Indonesia", 0),
}
SERVICES: Final = (
    Example("jne", "oke", "OKE", percent=88, extra_days=2, dearest=60),
    Example("jne", "reg", "REG", percent=100),
    Example("jne", "yes", "YES", percent=190, extra_days=-9, dearest=32),
    Example("jnt", "ez", "EZ", percent=103),
    Example("sicepat", "reg", "REG", percent=97, dearest=60),
    Example("anteraja", "reg", "Reguler", percent=95, extra_days=1, dearest=54),
    Example("pos", "reguler", "Reguler", percent=85, extra_days=2),
    Example("pos", "nextday", "Nextday", percent=170, extra_days=-9, dearest=18),
)


def rows_of(example: Example) -> Iterator[Row]:
    """Every row of a service: in each zone's cities and provinces, and between all zones it reaches."""
    zones = list(ZONES)
    for place, zone in enumerate(zones):
        yield from _row(example, 2, (zone, zone), IN_CITY[place], DAYS_IN_CITY)
        yield from _row(example, 1, (zone, zone), IN_PROVINCE[place], DAYS_IN_PROVINCE)
        for other, destination in enumerate(zones):
            thousands = BETWEEN[place][other]
            yield from _row(example, 0, (zone, destination), thousands, days_between(thousands))


def days_between(thousands: int) -> tuple[int, int]:
    """What costs more is farther away: two to three days on Jawa, a week and more to Papua."""
    return 2 + thousands // 22, 3 + thousands // 15


def _row(
    example: Example, reach: int, zones: tuple[str, str], thousands: int, days: tuple[int, int]
) -> Iterator[Row]:
    if thousands > example.dearest:
        return
    first = -(-thousands * 10 * example.percent // STEP) * STEP
    yield Row(
        reach=reach,
        origin=zones[0],
        destination=zones[1],
        first_kilo=Rupiah(first),
        next_kilo=Rupiah(first - first // 10 // STEP * STEP),
        days=(max(1, days[0] + example.extra_days), max(1, days[1] + example.extra_days)),
    )
