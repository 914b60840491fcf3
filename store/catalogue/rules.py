"""What makes a product complete, on plain values."""

import re
from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum

Options = Mapping[str, str]  # {"ukuran": "M", "warna": "Merah"}
WORDS_NEEDED = ("title", "story")
FIGURES_NEEDED = ("price", "weight_g", "length_cm", "width_cm", "height_cm")
FIGURES_FROM_ZERO = ("making_cost", "stock", "making_days")
MOST_VARIANTS = 30
LONGEST_VALUE = 30
GARMENT_SIZE = re.compile(r"\d?x*[sml]")


LOW_STOCK = 2


def is_low(pieces: int | None) -> bool:
    """Whether so few pieces are left that the artisan should hear of it; what is made to order is never low."""
    return pieces is not None and pieces <= LOW_STOCK


def missing(words: Mapping[str, str], figures: Mapping[str, int]) -> list[str]:
    """The names of what is absent: empty words, figures that must be above zero, figures below zero."""
    return [
        *(name for name in WORDS_NEEDED if not words[name].strip()),
        *(name for name in FIGURES_NEEDED if figures[name] <= 0),
        *(name for name in FIGURES_FROM_ZERO if figures[name] < 0),
    ]


def tidy_words(words: tuple[str, ...]) -> list[str]:
    """Materials and techniques as typed, without blanks and repeats, in their order."""
    return list(dict.fromkeys(word.strip() for word in words if word.strip()))


class Fault(StrEnum):
    """What may be wrong with the variants of a product."""

    TOO_MANY = "too_many"
    NO_VALUE = "no_value"
    UNKNOWN_NAME = "unknown_name"
    OTHER_NAMES = "other_names"
    TOO_LONG = "too_long"
    TWICE = "twice"
    BELOW_ZERO = "below_zero"


def tidy_variants(variants: Sequence[Options]) -> list[dict[str, str]]:
    """Values without needless blanks; one that is written in two ways ("merah", "Merah") as it was first written."""
    first: dict[tuple[str, str], str] = {}
    return [
        {name: first.setdefault((name, value.casefold()), value) for name, value in _tidied(one).items()}
        for one in variants
    ]


def _tidied(options: Options) -> dict[str, str]:
    return {name: _spelled(" ".join(value.split())) for name, value in options.items()}


def _spelled(value: str) -> str:
    """As filters show it for all products alike: `xl` is XL, `merah tua` is Merah tua."""
    return value.upper() if GARMENT_SIZE.fullmatch(value.lower()) else value[:1].upper() + value[1:]


def variant_faults(variants: Sequence[Options], known: Collection[str]) -> dict[int, Fault]:
    """The first fault of each variant, by its place; all of them tidied. Empty when the list may stand.

    Every variant answers the same questions, each once, with different values: so that a shopper who has answered all
    of them has chosen exactly one.
    """
    if len(variants) > MOST_VARIANTS:
        return {MOST_VARIANTS: Fault.TOO_MANY}
    names = set(variants[0]) if variants else set()
    faults = {place: _fault(one, names, variants[:place], known) for place, one in enumerate(variants)}
    return {place: fault for place, fault in faults.items() if fault}


def _fault(
    options: Options, names: set[str], before: Sequence[Options], known: Collection[str]
) -> Fault | None:
    checks = {
        Fault.UNKNOWN_NAME: any(name not in known for name in options),
        Fault.OTHER_NAMES: set(options) != names,
        Fault.NO_VALUE: not options or not all(options.values()),
        Fault.TOO_LONG: any(len(value) > LONGEST_VALUE for value in options.values()),
        Fault.TWICE: options in before,
    }
    return next((fault for fault, is_so in checks.items() if is_so), None)


def option_words(options: Options, order: Sequence[str]) -> str:
    """`Merah, M`: the values in the order of their names."""
    return ", ".join(options[name] for name in order if name in options)


def named(title: str, words: str) -> str:
    """`Tas pandan · Merah, M`."""
    return f"{title} · {words}" if title and words else title
