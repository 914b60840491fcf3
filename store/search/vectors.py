"""The words of a document as PostgreSQL keeps them: lexeme, places, weight."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from store.search.analysis import roots, tokens

MOST_WORDS = 4_000  # PostgreSQL keeps places up to 16,383
MOST_PLACES = 200  # and 255 of them for one lexeme
GAP = 10  # so that no phrase runs over from one text into the next


@dataclass(frozen=True, slots=True)
class Passage:
    """A text with the weight of its words and the weight of their roots (A heaviest, D lightest)."""

    text: str
    words: str
    roots: str


def vector_text(passages: Iterable[Passage]) -> str:
    """A tsvector literal. Root and word share a place, so that phrases meet either."""
    places: dict[str, dict[int, str]] = defaultdict(dict)
    at = 0
    for passage in passages:
        for word in tokens(passage.text)[: MOST_WORDS - at]:
            at += 1
            places[word][at] = passage.words
            for root in roots(word):
                places[root].setdefault(at, passage.roots)
        at += GAP
    return " ".join(f"'{lexeme}':{_listed(where)}" for lexeme, where in sorted(places.items()))


def _listed(where: dict[int, str]) -> str:
    return ",".join(f"{at}{weight}" for at, weight in list(where.items())[:MOST_PLACES])
