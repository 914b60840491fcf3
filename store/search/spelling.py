""" "Did you mean": the nearest of the catalogue's own words."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil, floor
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from store.search.analysis import FILLERS, forms, is_indonesian, tokens
from store.search.expansion import Phrase, Thesaurus

NEAR_ENOUGH: Final = 0.7  # one slip in four letters, two in seven
OTHER_BEGINNING: Final = 0.12  # people seldom slip on the first letter
SHORTEST: Final = 4
SHORTEST_PART: Final = 3  # of a word written together
MOST_LETTERS: Final = 30


class Vocabulary(dict[str, int]):
    """Words with the number of products that have each, kept by length, and by first letter and length."""

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        found = defaultdict(list)
        for word in self:
            found[len(word)].append(word)
        return found

    @cached_property
    def by_beginning(self) -> dict[tuple[str, int], list[str]]:
        found = defaultdict(list)
        for word in self:
            found[word[0], len(word)].append(word)
        return found


def suggest(text: str, vocabulary: Vocabulary, known: Thesaurus) -> str:
    """The search with its unknown words replaced by near known ones; empty when nothing better is known.

    Of equally near words the commoner wins.
    """
    words = tokens(text)
    better = _joined(words, vocabulary, known)
    better = [one for phrase in known.cut(better) for one in _mended(phrase, vocabulary, known)]
    return " ".join(better) if better != words else ""


def _mended(phrase: Phrase, vocabulary: Vocabulary, known: Thesaurus) -> Sequence[str]:
    """An unknown word written apart, or the nearest to it."""
    if len(phrase) > 1 or not _may_be_a_slip(phrase[0], vocabulary, known):
        return phrase
    return _apart(phrase[0], vocabulary) or (_nearest(phrase[0], vocabulary),)


def _may_be_a_slip(word: str, vocabulary: Vocabulary, known: Thesaurus) -> bool:
    if not SHORTEST <= len(word) <= MOST_LETTERS or word.isdigit() or word in FILLERS:
        return False
    ways = forms(word)
    return not (is_indonesian(word) or any(way in vocabulary or known.knows((way,)) for way in ways))


def _joined(words: Sequence[str], vocabulary: Vocabulary, known: Thesaurus) -> list[str]:
    """Neighbours that make one known word, where one of them alone says nothing: "anyam an" is anyaman."""
    for at, (left, right) in enumerate(pairwise(words)):
        strange = [one for one in (left, right) if one not in vocabulary and one not in FILLERS]
        if strange and left + right in vocabulary and not known.knows((left, right)):
            return [*words[:at], left + right, *_joined(words[at + 2 :], vocabulary, known)]
    return list(words)


def _apart(word: str, vocabulary: Vocabulary) -> Phrase:
    """Two known words written together: "megamendung" is mega mendung. The pair whose rarer word is commonest."""
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    pairs = [(word[:at], word[at:]) for at in cuts if word[:at] in vocabulary and word[at:] in vocabulary]
    return max(pairs, key=lambda pair: (min(vocabulary[one] for one in pair), pair), default=())


def _nearest(word: str, vocabulary: Vocabulary) -> str:
    """Words of another first letter must be nearer by OTHER_BEGINNING, and fewer lengths are looked through."""
    alike = [
        (likeness, vocabulary[one], one)
        for size in _lengths(word, NEAR_ENOUGH)
        for one, likeness in _near(word, vocabulary.by_beginning.get((word[0], size), []), NEAR_ENOUGH)
    ]
    other = [
        (likeness - OTHER_BEGINNING, vocabulary[one], one)
        for size in _lengths(word, NEAR_ENOUGH + OTHER_BEGINNING)
        for one, likeness in _near(word, vocabulary.by_length.get(size, []), NEAR_ENOUGH + OTHER_BEGINNING)
        if one[0] != word[0]
    ]
    _likeness, _count, found = max((*alike, *other), default=(0.0, 0, word))
    return found


def _lengths(word: str, least: float) -> range:
    """How long words may be that are so like it: each letter more or less is a slip."""
    return range(ceil(len(word) * least), floor(len(word) / least) + 1)


def _near(word: str, words: list[str], least: float) -> list[tuple[str, float]]:
    scorer = OSA.normalized_similarity
    return [
        (one, likeness)
        for one, likeness, _at in process.extract(word, words, scorer=scorer, score_cutoff=least, limit=20)
    ]
