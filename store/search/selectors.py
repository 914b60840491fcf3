"""Finding products."""

from dataclasses import replace
from typing import Final

from django.core.cache import cache

from store.search.engines.database import DatabaseEngine
from store.search.engines.port import ProductQuery, ProductResults, SearchEngine
from store.search.expansion import Thesaurus, thesaurus, understand
from store.search.models import Variant
from store.search.spelling import suggest

THESAURUS_KEY: Final = "search:thesaurus"
VOCABULARY_KEY: Final = "search:vocabulary"
THESAURUS_SECONDS: Final = 60
VOCABULARY_SECONDS: Final = 600


def engine() -> SearchEngine:
    """The engine in use. One today; another by setting when the shop outgrows one table."""
    return DatabaseEngine()


def find_products(query: ProductQuery) -> ProductResults:
    """The page of products that has all the words; when none has, those that have some, and a suggestion."""
    terms = understand(query.words, known_variants()) if query.words else ()
    found = engine().find(query, terms, widen=False)
    if found.total or not terms:
        return found
    suggestion = suggest(query.words, vocabulary())
    if len(terms) == 1:
        return replace(found, suggestion=suggestion)
    wider = engine().find(query, terms, widen=True)
    return replace(wider, suggestion=suggestion, took_ms=found.took_ms + wider.took_ms)


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
    """The catalogue's own words, each with how many products have it."""
    known: dict[str, int] | None = cache.get(VOCABULARY_KEY)
    if known is None:
        known = dict(engine().vocabulary())
        cache.set(VOCABULARY_KEY, known, VOCABULARY_SECONDS)
    return known
