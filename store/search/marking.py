"""Where the words of a search stand in a text."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from store.search.analysis import forms, tokens
from store.search.expansion import Term

Piece = tuple[str, bool]  # a piece of a text, and whether it is one of the words

LONGEST: Final = 200
BEFORE: Final = 60
READ: Final = 8_000  # letters of one text that are looked through
_WORD: Final = re.compile(r"\w+")


def wanted(terms: Iterable[Term]) -> frozenset[str]:
    """Every word that answers a search."""
    return frozenset(word for term in terms for phrase in (*term.own, *term.others) for word in phrase)


def pieces(text: str, words: frozenset[str]) -> Iterator[Piece]:
    """The text cut at the words that were found; joined again, it is the same text."""
    at = 0
    for match in _WORD.finditer(text):
        if is_one(match[0], words):
            yield from _plain(text[at : match.start()])
            yield match[0], True
            at = match.end()
    yield from _plain(text[at:])


def is_one(word: str, words: frozenset[str]) -> bool:
    return any(form in words for token in tokens(word) for form in forms(token))


def excerpt(texts: Iterable[str], words: frozenset[str]) -> list[Piece]:
    """The part of the first text that holds one of the words, cut between words; else the first text's beginning."""
    known = [" ".join(text[:READ].split()) for text in texts]
    for text in known:
        found = next((one for one in _WORD.finditer(text) if is_one(one[0], words)), None)
        if found:
            return list(_around(text, found.start(), words))
    return list(_around(next(filter(None, known), ""), 0, words))


def _around(text: str, place: int, words: frozenset[str]) -> Iterator[Piece]:
    start = 0 if place <= BEFORE else text.rfind(" ", 0, place - BEFORE) + 1
    end = len(text) if len(text) - start <= LONGEST else text.rfind(" ", start + 1, start + LONGEST)
    end = start + LONGEST if end <= start else end
    yield from _plain("… " if start else "")
    yield from pieces(text[start:end], words)
    yield from _plain(" …" if end < len(text) else "")


def _plain(text: str) -> Iterator[Piece]:
    if text:
        yield text, False
