"""What differs between two tellings of the same thing, on plain values."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

SHARED: Final = 0.4  # below this, two texts are read as different ones


class Kind(StrEnum):
    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and whether they stayed, went or came."""

    kind: Kind
    text: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts woven into one, word by word; one after the other when they share little."""
    old, new = _words(before), _words(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < SHARED:
        return _filled([Piece(Kind.GONE, before), Piece(Kind.NEW, after)])
    return _filled(_woven(matcher, old, new))


def _woven(matcher: "SequenceMatcher[str]", old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield Piece(Kind.SAME, "".join(old[old_from:old_to]))
            continue
        yield Piece(Kind.GONE, "".join(old[old_from:old_to]))
        yield Piece(Kind.NEW, "".join(new[new_from:new_to]))


def _filled(found: Iterator[Piece] | Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(one for one in found if one.text)


def _words(text: str) -> list[str]:
    """Words and the blanks between them."""
    return [part for part in re.split(r"(\s+)", text) if part]


@dataclass(frozen=True, slots=True)
class Moved:
    """Pictures by their ids: what went, what came, and whether those that stayed stand in another order."""

    gone: tuple[int, ...]
    new: tuple[int, ...]
    is_reordered: bool

    def __bool__(self) -> bool:
        return bool(self.gone or self.new or self.is_reordered)


def moved(before: Sequence[int], after: Sequence[int]) -> Moved:
    stayed_before = [one for one in before if one in after]
    stayed_after = [one for one in after if one in before]
    return Moved(
        gone=tuple(one for one in before if one not in after),
        new=tuple(one for one in after if one not in before),
        is_reordered=stayed_before != stayed_after,
    )
