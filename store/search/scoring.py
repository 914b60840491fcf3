"""How well a document answers a search: one declared rule, which every engine computes alike.

A term counts by the best place in which one of its wordings stands. Wordings that were not typed (synonyms, the
beginnings of words) count for a part. The score of a document is the sum over its terms, and a bonus when the words
as typed stand side by side in a title. Equal scores fall by pieces sold, then by the newer, then by the higher number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from store.search.expansion import Phrase, Term

TITLE: Final = 1.0  # a word of the title
TITLE_ROOT: Final = 0.6  # the root of one
NAME: Final = 0.2  # material, technique, category, maker, place; word or root
REST: Final = 0.05  # story and code
NOT_TYPED: Final = 0.5  # the part that other wordings count
SIDE_BY_SIDE: Final = 0.5


@dataclass(frozen=True, slots=True)
class Step:
    """A place where a term may stand, as the weights of a tsvector name it, with what it is worth there."""

    worth: float
    weights: str
    is_typed: bool


STEPS: Final = tuple(
    sorted(
        (
            Step(worth * part, weights, is_typed)
            for worth, weights in ((TITLE, "A"), (TITLE_ROOT, "AB"), (NAME, "ABC"))
            for part, is_typed in ((1.0, True), (NOT_TYPED, False))
        ),
        key=lambda step: -step.worth,
    )
)


def side_by_side(terms: Sequence[Term]) -> Phrase:
    """The words as typed, to be looked for as one phrase; empty for a single word."""
    words = tuple(word for term in terms for word in term.own[0])
    return words if len(words) > 1 else ()
