"""What a typed search means: terms, each with every wording that answers it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from store.search.analysis import FILLERS, forms, tokens

Phrase = tuple[str, ...]
MOST_TERMS: Final = 12
SHORTEST_PREFIX: Final = 3
SHORTEST_PREFIX_BESIDE: Final = 2  # beside other words
SHORTEST_BEGUN: Final = 4
MOST_BEGUN: Final = 4
MOST_WORDINGS: Final = 80


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: `own` is the word as typed and its forms, `others` mean the same, `prefix` a beginning."""

    own: tuple[Phrase, ...]
    others: tuple[Phrase, ...] = ()
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Thesaurus:
    """Which wordings mean the same (`same`, both ways) and which are kinds of another (`kinds`, one way)."""

    same: Mapping[Phrase, tuple[Phrase, ...]] = field(default_factory=dict)
    kinds: Mapping[Phrase, tuple[Phrase, ...]] = field(default_factory=dict)
    longest: int = 1  # the words of the longest phrase

    def wordings(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The phrase, what means the same, and the kinds of all of those, down to the last."""
        found = dict.fromkeys((phrase, *self.same.get(phrase, ())))
        waiting = list(found)
        while waiting and len(found) < MOST_WORDINGS:
            for kind in self.kinds.get(waiting.pop(0), ()):
                new = [one for one in (kind, *self.same.get(kind, ())) if one not in found]
                found.update(dict.fromkeys(new))
                waiting += new
        return tuple(found)

    def begun_by(self, prefix: str) -> tuple[Phrase, ...]:
        """The wordings of known words that begin so: "krip" may become kripik, which means keripik."""
        known = sorted(one for one in self.same if len(one) == 1 and one[0].startswith(prefix))
        return tuple(wording for one in known[:MOST_BEGUN] for wording in self.wordings(one))

    def knows(self, phrase: Phrase) -> bool:
        return phrase in self.same or phrase in self.kinds

    def cut(self, words: Sequence[str]) -> list[Phrase]:
        """The words as known phrases, the longest first, and single words."""
        found, at = [], 0
        while at < len(words):
            sizes = range(min(self.longest, len(words) - at), 1, -1)
            size = next((size for size in sizes if self.knows(tuple(words[at : at + size]))), 1)
            found.append(tuple(words[at : at + size]))
            at += size
        return found


def thesaurus(same: Iterable[tuple[str, str]], kinds: Iterable[tuple[str, str]]) -> Thesaurus:
    """Built from pairs: `same` words stand for each other through all links; a kind answers for its whole."""
    groups: dict[Phrase, set[Phrase]] = {}
    for one, other in same:
        left, right = tuple(tokens(one)), tuple(tokens(other))
        merged = groups.get(left, {left}) | groups.get(right, {right})
        groups.update(dict.fromkeys(merged, merged))
    narrower: dict[Phrase, list[Phrase]] = defaultdict(list)
    for kind, broader in kinds:
        narrower[tuple(tokens(broader))].append(tuple(tokens(kind)))
    return Thesaurus(
        same={phrase: tuple(sorted(group - {phrase})) for phrase, group in groups.items()},
        kinds={phrase: tuple(found) for phrase, found in narrower.items()},
        longest=max((len(phrase) for phrase in (*groups, *narrower)), default=1),
    )


def understand(text: str, known: Thesaurus) -> tuple[Term, ...]:
    """The terms of a typed search; the last word may be a beginning.

    Fillers are left out unless there is nothing else.
    """
    words = tokens(text)
    phrases = known.cut(words)
    telling = [phrase for phrase in phrases if not (len(phrase) == 1 and phrase[0] in FILLERS)]
    chosen = (telling or phrases)[:MOST_TERMS]
    shortest = SHORTEST_PREFIX if len(chosen) == 1 else SHORTEST_PREFIX_BESIDE
    return tuple(
        _term(phrase, known, _prefix(phrase, shortest) if place == len(chosen) else "")
        for place, phrase in enumerate(chosen, start=1)
    )


def _term(phrase: Phrase, known: Thesaurus, prefix: str) -> Term:
    own = tuple(_formed(phrase))
    begun = known.begun_by(prefix) if len(prefix) >= SHORTEST_BEGUN else ()
    wordings = dict.fromkeys(form for one in (*_with_root(phrase, known), *begun) for form in _formed(one))
    return Term(own, tuple(one for one in wordings if one not in own), prefix)


def _prefix(phrase: Phrase, shortest: int) -> str:
    typed = phrase[0] if len(phrase) == 1 else ""
    return typed if len(typed) >= shortest and not typed.isdigit() else ""


def _with_root(phrase: Phrase, known: Thesaurus) -> tuple[Phrase, ...]:
    """Synonyms of the word as typed, and of its root (menganyam knows what anyam knows)."""
    if len(phrase) > 1:
        return known.wordings(phrase)
    return tuple(dict.fromkeys(one for form in forms(phrase[0]) for one in known.wordings((form,))))


def _formed(wording: Phrase) -> list[Phrase]:
    return [(form,) for form in forms(wording[0])] if len(wording) == 1 else [wording]
