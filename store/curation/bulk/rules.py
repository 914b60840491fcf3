"""What a sheet may hold, on plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MOST_BYTES: Final = 5_000_000
MOST_UNFOLDED: Final = 40_000_000
MOST_PARTS: Final = 200
MOST_ROWS: Final = 500
LONGEST_CELL: Final = 8_000
STARTS_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class Danger(StrEnum):
    """Why a file is not opened."""

    TOO_LARGE = "too_large"
    UNFOLDS = "unfolds"
    PROGRAMS = "programs"


@dataclass(frozen=True, slots=True)
class Part:
    """One file inside a workbook, with its size when unfolded."""

    name: str
    size: int


def danger_of(parts: Iterable[Part]) -> Danger | None:
    """What is wrong with the parts of a workbook, before any is unfolded; None when it may be opened."""
    found = list(parts)
    if len(found) > MOST_PARTS or sum(part.size for part in found) > MOST_UNFOLDED:
        return Danger.UNFOLDS
    if any("vbaproject" in part.name.lower() or "externallink" in part.name.lower() for part in found):
        return Danger.PROGRAMS
    return None


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would work it out instead of showing it."""
    return text.startswith(STARTS_FORMULA)


def plain(value: object) -> str:
    """A cell as an artisan would type it: 3.0 is 3, nothing is empty."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()[:LONGEST_CELL]
