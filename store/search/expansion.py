"""What a typed search means: terms, each with every wording that answers it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from store.search.analysis import FILLERS, forms, tokens

Phrase = tuple[str, ...]
MOST_TERMS: Final = 12
SHORTEST_PREFIX: Final = 3
SHORTEST_BEGUN: Final = 4
MOST_BEGUN: Final = 4


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

    def wordings(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The phrase, what means the same, and the kinds of all of those."""
        same = (phrase, *self.same.get(phrase, ()))
        kinds = [kind for one in same for kind in self.kinds.get(one, ())]
        return tuple(dict.fromkeys((*same, *kinds)))

    def begun_by(self, prefix: str) -> tuple[Phrase, ...]:
        """The wordings of known words that begin so: "krip" may become kripik, which means keripik."""
        known = sorted(one for one in self.same if len(one) == 1 and one[0].startswith(prefix))
        return tuple(wording for one in known[:MOST_BEGUN] for wording in self.wordings(one))

    def longest(self) -> int:
        return max((len(phrase) for phrase in (*self.same, *self.kinds)), default=1)


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
    )


def understand(text: str, known: Thesaurus) -> tuple[Term, ...]:
    """The terms of a typed search. Fillers are left out unless there is nothing else."""
    words = tokens(text)
    phrases = _phrases(words, known)
    telling = [phrase for phrase in phrases if not (len(phrase) == 1 and phrase[0] in FILLERS)]
    chosen = (telling or phrases)[:MOST_TERMS]
    return tuple(_term(phrase, known, is_last=at == len(chosen) - 1) for at, phrase in enumerate(chosen))


def _phrases(words: list[str], known: Thesaurus) -> list[Phrase]:
    """Cuts the words into known phrases, the longest first, and single words."""
    found, at, longest = [], 0, known.longest()
    while at < len(words):
        size = next(
            (n for n in range(min(longest, len(words) - at), 1, -1) if _knows(known, words[at : at + n])), 1
        )
        found.append(tuple(words[at : at + size]))
        at += size
    return found


def _knows(known: Thesaurus, words: list[str]) -> bool:
    return tuple(words) in known.same or tuple(words) in known.kinds


def _term(phrase: Phrase, known: Thesaurus, *, is_last: bool) -> Term:
    own = tuple(_formed(phrase))
    prefix = _prefix(phrase) if is_last else ""
    begun = known.begun_by(prefix) if len(prefix) >= SHORTEST_BEGUN else ()
    wordings = dict.fromkeys(form for one in (*_with_root(phrase, known), *begun) for form in _formed(one))
    return Term(own, tuple(one for one in wordings if one not in own), prefix)


def _prefix(phrase: Phrase) -> str:
    typed = phrase[0] if len(phrase) == 1 else ""
    return typed if len(typed) >= SHORTEST_PREFIX and not typed.isdigit() else ""


def _with_root(phrase: Phrase, known: Thesaurus) -> tuple[Phrase, ...]:
    """Synonyms of the word as typed, and of its root (menganyam knows what anyam knows)."""
    if len(phrase) > 1:
        return known.wordings(phrase)
    return tuple(dict.fromkeys(one for form in forms(phrase[0]) for one in known.wordings((form,))))


def _formed(wording: Phrase) -> list[Phrase]:
    return [(form,) for form in forms(wording[0])] if len(wording) == 1 else [wording]
