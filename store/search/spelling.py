""" "Did you mean": the nearest of the catalogue's own words."""

from collections.abc import Mapping
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from store.search.analysis import FILLERS, forms, tokens

NEAR_ENOUGH: Final = 0.7  # one slip in four letters, two in seven
SHORTEST: Final = 4


def suggest(text: str, vocabulary: Mapping[str, int]) -> str:
    """The search with its unknown words replaced by near known ones; empty when nothing better is known.

    `vocabulary` maps a word to the number of products that have it; of equally near words the commoner wins.
    """
    words = tokens(text)
    better = [_nearest(word, vocabulary) for word in words]
    return " ".join(better) if better != words else ""


def _nearest(word: str, vocabulary: Mapping[str, int]) -> str:
    if len(word) < SHORTEST or word in FILLERS or any(form in vocabulary for form in forms(word)):
        return word
    near = process.extract(
        word,
        vocabulary.keys(),
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=NEAR_ENOUGH,
        limit=8,
    )
    if not near:
        return word
    return str(max(near, key=lambda one: (one[1], vocabulary[one[0]], one[0]))[0])
