"""Finding products."""

from dataclasses import replace
from typing import Final

from django.core.cache import cache

from store.search.engines.choice import engine
from store.search.engines.port import ProductQuery, ProductResults
from store.search.expansion import Thesaurus, thesaurus, understand
from store.search.models import KnownWord, ProductDocument, Variant
from store.search.spelling import suggest

THESAURUS_KEY: Final = "search:thesaurus"
VOCABULARY_KEY: Final = "search:vocabulary"
THESAURUS_SECONDS: Final = 60
VOCABULARY_SECONDS: Final = 600


def find_products(query: ProductQuery) -> ProductResults:
    """The page of products that has all the words.

    When none has: what the words were probably meant to be, otherwise the products that have some of them.
    """
    terms = understand(query.words, known_variants()) if query.words else ()
    found = engine().find(query, terms, widen=False)
    if found.total or not terms:
        return found
    meant = suggest(query.words, vocabulary())
    if meant:
        corrected = _all_or_some(query, meant)
        if corrected.total:
            return replace(corrected, suggestion=meant, is_corrected=True)
    wider = engine().find(query, terms, widen=True) if len(terms) > 1 else found
    return replace(wider, suggestion=meant)


def _all_or_some(query: ProductQuery, words: str) -> ProductResults:
    terms = understand(words, known_variants())
    found = engine().find(query, terms, widen=False)
    return found if found.total or len(terms) < 2 else engine().find(query, terms, widen=True)


def needs_rebuild() -> bool:
    """Whether documents were never made in today's shape, or the wordings to begin with are not there."""
    return ProductDocument.objects.filter(digest="").exists() or not Variant.objects.exists()


def known_variants() -> Thesaurus:
    """Editors' rows, fresh within a minute in every process."""
    known: Thesaurus | None = cache.get(THESAURUS_KEY)
    if known is None:
        rows = list(Variant.objects.values_list("relation", "word", "means"))
        known = thesaurus(
            same=[(word, means) for relation, word, means in rows if relation == Variant.Relation.SAME],
            kinds=[(word, means) for relation, word, means in rows if relation == Variant.Relation.KIND],
        )
        cache.set(THESAURUS_KEY, known, THESAURUS_SECONDS)
    return known


def vocabulary() -> dict[str, int]:
    """The catalogue's own words, each with how many products have it, as last counted."""
    known: dict[str, int] | None = cache.get(VOCABULARY_KEY)
    if known is None:
        known = dict(KnownWord.objects.values_list("word", "products"))
        cache.set(VOCABULARY_KEY, known, VOCABULARY_SECONDS)
    return known
