"""`SearchEngine` on the documents' own table: one query for the hits, one for all counts."""

from collections.abc import Sequence
from dataclasses import fields
from time import perf_counter
from typing import Any, Final

from django.db.models import F

from store.search.engines.database.counts import Counted, counted
from store.search.engines.database.filters import Documents, base, filters
from store.search.engines.database.words import matching, score
from store.search.engines.port import Facets, Hit, ProductQuery, ProductResults, Sort
from store.search.expansion import Term

HIT_FIELDS: Final = tuple(field.name for field in fields(Hit))
NOTHING: Final = Counted(0, Facets())


class DatabaseEngine:
    """The documents' table is its index."""

    def find(self, query: ProductQuery, terms: Sequence[Term], *, widen: bool) -> ProductResults:
        started = perf_counter()
        found = base(query)
        if terms:
            found = found.filter(words=matching(terms, widen=widen))
        narrowing = filters(query)
        rows = _sorted(query, found.filter(*narrowing.values()), terms, widen=widen)
        hits = _page(rows, query, query.first)
        counts = _counts(query, found, narrowing, rows, hits)
        if not hits and counts.total:
            hits = _page(rows, query, (counts.total - 1) // query.per_page * query.per_page)
        took = (perf_counter() - started) * 1_000
        return ProductResults(
            hits=hits, total=counts.total, facets=counts.facets, is_widened=widen, took_ms=took
        )


def _page(rows: Documents, query: ProductQuery, first: int) -> tuple[Hit, ...]:
    return tuple(Hit(**row) for row in rows.values(*HIT_FIELDS)[first : first + query.per_page])


def _counts(
    query: ProductQuery, found: Documents, narrowing: dict[str, Any], rows: Documents, hits: tuple[Hit, ...]
) -> Counted:
    if not hits and query.first == 0 and query.words and not query.is_filtered:
        return NOTHING  # every facet would be empty
    if query.with_facets:
        return counted(query, found, narrowing)
    if not query.with_total:
        return Counted(query.first + len(hits), Facets())
    return Counted(rows.order_by().count(), Facets())


def _sorted(query: ProductQuery, chosen: Documents, terms: Sequence[Term], *, widen: bool) -> Documents:
    """Sold-out products come last, whatever the order; ties fall the same way on every page."""
    if query.sort == Sort.RELEVANCE and terms:
        chosen = chosen.alias(score=score(terms, widen=widen))
        return chosen.order_by("-is_available", "-score", "-sold", "-published_at", "-product")
    return chosen.order_by("-is_available", *ORDERS.get(query.sort, NEWEST))


NEWEST: Final = ("-published_at", "-product")
ORDERS: Final[dict[Sort, tuple[Any, ...]]] = {
    Sort.CHEAPEST: ("price", "product"),
    Sort.DEAREST: ("-price", "-product"),
    Sort.RATING: (F("rating").desc(nulls_last=True), "-reviews", "-product"),
    Sort.ROTATION: ("turn", "product"),
}
