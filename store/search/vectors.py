"""The words of a document as PostgreSQL keeps them: lexeme, places, weight."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from store.search.analysis import roots, tokens
from store.search.scoring import at_head

MOST_WORDS: Final = 4_000  # PostgreSQL keeps places up to 16,383
MOST_PLACES: Final = 200  # and 255 of them for one lexeme
GAP: Final = 10  # so that no phrase runs over from one text into the next


@dataclass(frozen=True, slots=True)
class Analysed:
    """A document's words, each passage joined by blanks. Roots are not among them: they come from `analysis.roots`."""

    title: tuple[str, ...]
    names: tuple[str, ...]
    rest: tuple[str, ...]


def analyse(*, title: Iterable[str], names: Iterable[str], rest: Iterable[str]) -> Analysed:
    """Passages without words are left out, and none is kept twice."""
    return Analysed(_passages(title), _passages(names), _passages(rest))


def _passages(texts: Iterable[str]) -> tuple[str, ...]:
    found = (" ".join(tokens(text)[:MOST_WORDS]) for text in texts)
    return tuple(dict.fromkeys(passage for passage in found if passage))


def heading_vector(analysed: Analysed) -> str:
    """Words of titles A, their roots B; words and roots of names C; the mark of the title's first word A."""
    marks = "".join(f" '{mark}':{MOST_WORDS * 2}A" for mark in heads(analysed.title))
    return _literal((analysed.title, "A", "B"), (analysed.names, "C", "C")) + marks


def heads(titles: Sequence[str]) -> list[str]:
    """Marks of the word that says what the thing is, the first of the first title, and of its roots."""
    first = titles[0].split()[0] if titles else ""
    return [at_head(word) for word in (first, *roots(first))] if first else []


def whole_vector(analysed: Analysed) -> str:
    """The heading, and the rest as D."""
    return _literal((analysed.title, "A", "B"), (analysed.names, "C", "C"), (analysed.rest, "D", "D"))


def _literal(*parts: tuple[Sequence[str], str, str]) -> str:
    """A tsvector literal. Root and word share a place, so that phrases meet either."""
    places: dict[str, dict[int, str]] = defaultdict(dict)
    at = 0
    for passages, word_weight, root_weight in parts:
        for passage in passages:
            for word in passage.split()[: max(0, MOST_WORDS - at)]:
                at += 1
                places[word][at] = word_weight
                for root in roots(word):
                    places[root].setdefault(at, root_weight)
            at += GAP
    return " ".join(f"'{lexeme}':{_listed(where)}" for lexeme, where in sorted(places.items()))


def _listed(where: dict[int, str]) -> str:
    return ",".join(f"{at}{weight}" for at, weight in list(where.items())[:MOST_PLACES])
