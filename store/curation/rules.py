"""How curation counts: pure rules. See docs/rules/curation.md for worked numbers."""

from collections.abc import Mapping, Sequence

HIGHEST = 5  # a criterion is scored 1 to 5, or not applicable (None)
WHOLE = 100
CURATORS_NEEDED = 2
WIDE_SPREAD = 25  # points of 100 between two curators that call a third
SELECT_FROM = 70  # points of 100 from which we suggest to select


def weighted_score(values: Mapping[str, int | None], weights: Mapping[str, int]) -> int | None:
    """Points of 100, rounded half up; a criterion that is not applicable leaves the denominator.

    None when no criterion applies.
    """
    applying = {code: value for code, value in values.items() if value is not None}
    most = sum(weights[code] for code in applying) * HIGHEST
    if not most:
        return None
    reached = sum(weights[code] * value for code, value in applying.items())
    return (reached * WHOLE * 2 + most) // (most * 2)


def spread(scores: Sequence[int]) -> int:
    """Points between the highest and the lowest curator."""
    return max(scores) - min(scores) if scores else 0


def average(scores: Sequence[int]) -> int:
    """The mean of the curators' points, rounded half up."""
    return (2 * sum(scores) + len(scores)) // (2 * len(scores))


def is_tie(scores: Sequence[int]) -> bool:
    """Two curators of whom one would select and the other would not."""
    return len(scores) == CURATORS_NEEDED and min(scores) < SELECT_FROM <= max(scores)


def curators_needed(scores: Sequence[int]) -> int:
    """Two; a third when the first two lie wide apart or on both sides of the line."""
    first = scores[:CURATORS_NEEDED]
    return CURATORS_NEEDED + (1 if spread(first) >= WIDE_SPREAD or is_tie(first) else 0)


def is_ready_to_decide(scores: Sequence[int]) -> bool:
    return len(scores) >= curators_needed(scores)


def lowest_price(making_cost: int, share_basis_points: int) -> int:
    """The lowest price in rupiah at which the artisan's share covers the making cost, up to a full hundred rupiah."""
    exact = -(-making_cost * 10_000 // share_basis_points)
    return -(-exact // 100) * 100


def words_of_list(typed: str) -> list[str]:
    """`pandan,  rotan; bambu` is three materials; empty parts and doubles fall away, the order stays."""
    parts = [part.strip() for part in typed.replace(";", ",").replace("\n", ",").split(",")]
    return list(dict.fromkeys(part for part in parts if part))
