"""What makes a product complete, on plain values."""

from collections.abc import Mapping

WORDS_NEEDED = ("title", "story")
FIGURES_NEEDED = ("price", "weight_g", "length_cm", "width_cm", "height_cm")
FIGURES_FROM_ZERO = ("making_cost", "stock", "making_days")


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
