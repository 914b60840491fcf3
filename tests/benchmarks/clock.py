"""How long calls take. No framework here: our shop and stock Oscar are timed by the same clock."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

MOST_CALLS = 60
FEWEST_CALLS = 5
SECONDS = 6.0  # at most for one figure, and as much before it


@dataclass(frozen=True, slots=True)
class Figure:
    """Milliseconds of a call: half are quicker than `p50`, all but one in twenty than `p95`.

    `best` is the quickest: on a machine that others use too, it says most of the code and least of the others.
    """

    best: float
    p50: float
    p95: float
    queries: int
    calls: int


def timed(
    call: Callable[[str], object], addresses: Sequence[str], queries_of: Callable[[str], int]
) -> Figure:
    """Every address is called once before (while there is time), so that nothing is made for the first time."""
    ends = time.perf_counter() + SECONDS
    for address in addresses[:MOST_CALLS]:
        if time.perf_counter() < ends:
            call(address)
    took: list[float] = []
    ends = time.perf_counter() + SECONDS
    while len(took) < FEWEST_CALLS or (len(took) < MOST_CALLS and time.perf_counter() < ends):
        address = addresses[len(took) % len(addresses)]
        begun = time.perf_counter()
        call(address)
        took.append((time.perf_counter() - begun) * 1_000)
    took.sort()
    return Figure(took[0], at(took, 0.5), at(took, 0.95), max(map(queries_of, addresses[:2])), len(took))


def at(took: Sequence[float], part: float) -> float:
    """The nearest rank of sorted values."""
    return took[min(len(took) - 1, round(part * (len(took) - 1)))]
