"""How well a document answers a search: one declared rule, which every engine computes alike.

A term counts by the best place in which one of its wordings stands. In Indonesian the first word of a title says what
the thing is (kopi gayo is coffee, sabun kopi is soap), so that word counts most. Wordings that were not typed count for
a part, words that only begin as typed for a small one. The score of a document is the sum over its terms, and a bonus
when the words as typed stand side by side in a title. Where some of the terms suffice, each that is there counts
PRESENT besides, so that a document with more of them comes before one with fewer. Equal scores fall by pieces sold,
then by the newer, then by the higher number. Scores are whole hundredths: their sums are exact everywhere, so that no
engine breaks a tie by rounding.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from store.search.expansion import Phrase, Term

HEAD: Final = 130  # the first word of the title or its root
TITLE: Final = 100  # a word of the title
TITLE_ROOT: Final = 60  # the root of one
NAME: Final = 20  # material, technique, category, maker, place; word or root
REST: Final = 5  # story, code, what the category stands under
AS_TYPED: Final = 100  # in a hundred
MEANT: Final = 50  # the part that other wordings count
BEGUN: Final = 15  # the part that a word counts which only begins as typed
SIDE_BY_SIDE: Final = 50
PRESENT: Final = 200  # only where some terms suffice
HEAD_MARK: Final = "h0"  # words are letters or digits, never both, so that no word looks so


@dataclass(frozen=True, slots=True)
class Step:
    """What it is worth that a term stands, as typed or meant or begun, where the weights of a tsvector say."""

    worth: int
    weights: str
    part: int
    is_head: bool = False

    def wordings(self, term: Term) -> tuple[Sequence[Phrase], str]:
        """What has to stand there: one of these wordings, or a word that begins so."""
        if self.part == BEGUN:
            return (), term.prefix
        phrases = term.own if self.part == AS_TYPED else term.others
        if self.is_head:
            return [(at_head(phrase[0]),) for phrase in phrases if len(phrase) == 1], ""
        return phrases, ""


def _steps() -> Iterator[Step]:
    for part in (AS_TYPED, MEANT):
        yield Step(HEAD * part // AS_TYPED, "A", part, is_head=True)
        yield Step(TITLE * part // AS_TYPED, "A", part)
        yield Step(TITLE_ROOT * part // AS_TYPED, "AB", part)
        yield Step(NAME * part // AS_TYPED, "ABC", part)
    yield Step(TITLE * BEGUN // AS_TYPED, "A", BEGUN)
    # A name that only begins so would be worth less than REST, which every match is worth.


def at_head(word: str) -> str:
    """The mark that a document keeps, with its title's words, for the first of them and its roots."""
    return HEAD_MARK + word


def side_by_side(terms: Sequence[Term]) -> Phrase:
    """The words as typed, to be looked for as one phrase; empty for a single word."""
    words = tuple(word for term in terms for word in term.own[0])
    return words if len(words) > 1 else ()


STEPS: Final = tuple(sorted(_steps(), key=lambda step: -step.worth))  # the first that holds is the best
