"""Finding products."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from secrets import token_hex
from typing import Final

from django.core.cache import cache

from store.search.engines.choice import engine
from store.search.engines.port import ProductQuery, ProductResults, Sort
from store.search.expansion import Term, Thesaurus, thesaurus, understand
from store.search.models import KnownWord, ProductDocument, Variant
from store.search.spelling import Vocabulary, suggest

THESAURUS_KEY: Final = "search:thesaurus"
VOCABULARY_KEY: Final = "search:vocabulary"
THESAURUS_SECONDS: Final = 60
VOCABULARY_SECONDS: Final = 600
FEW: Final = 8  # fewer hits than this are helped out
NEARBY: Final = 12


def find_products(query: ProductQuery) -> ProductResults:
    """The page of products that has all the words; when few have, products that have some of them are added apart.

    When none has: what the words were probably meant to be, otherwise the products that have some of them.
    """
    terms = understand(query.words, known_variants()) if query.words else ()
    found = engine().find(query, terms, widen=False)
    if found.total >= FEW or not terms:
        return found
    meant = suggest(query.words, vocabulary(), known_variants())
    if found.total:
        return replace(_with_nearby(query, query.words, found), suggestion=meant)
    if meant:
        corrected = _all_or_some(query, meant)
        if corrected.total:
            return replace(corrected, suggestion=meant, is_corrected=True)
    return replace(_some(query, query.words, found), suggestion=meant)


def _all_or_some(query: ProductQuery, words: str) -> ProductResults:
    found = engine().find(query, understand(words, known_variants()), widen=False)
    return _with_nearby(query, words, found) if found.total else _some(query, words, found)


def _some(query: ProductQuery, words: str, found: ProductResults) -> ProductResults:
    terms = apart(words)
    return engine().find(query, terms, widen=True) if terms else found


def _with_nearby(query: ProductQuery, words: str, found: ProductResults) -> ProductResults:
    terms = apart(words)
    if not (terms and found.hits and query.with_nearby and query.page == 1 and found.total < FEW):
        return found
    near = replace(
        query, sort=Sort.RELEVANCE, per_page=found.total + NEARBY, with_facets=False, with_total=False
    )
    there = {hit.product for hit in found.hits}
    wider = engine().find(near, terms, widen=True).hits
    return replace(found, nearby=tuple(hit for hit in wider if hit.product not in there))


def apart(words: str) -> Sequence[Term]:
    """Terms that need not all be there: of a lone phrase its words; none where there is but one word to ask for."""
    terms = understand(words, known_variants())
    if len(terms) == 1 and len(terms[0].own[0]) > 1:
        return understand(words, Thesaurus())
    return terms if len(terms) > 1 else ()


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


def vocabulary() -> Vocabulary:
    """The catalogue's own words as last counted. Each process keeps them in hand; what the cache holds is their age."""
    stamp: str | None = cache.get(VOCABULARY_KEY)
    if stamp is None:
        stamp = token_hex(8)
        cache.set(VOCABULARY_KEY, stamp, VOCABULARY_SECONDS)
    return _vocabulary(stamp)


@lru_cache(maxsize=1)
def _vocabulary(_stamp: str) -> Vocabulary:
    return Vocabulary(KnownWord.objects.values_list("word", "products"))
