"""`SearchEngine` on Elasticsearch: one request for hits, total and facets."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from elasticsearch.dsl import Search
from elasticsearch.dsl.query import Bool, Query

from iccn.money.rupiah import Rupiah
from store.search.engines.elasticsearch.client import Connection, client
from store.search.engines.elasticsearch.counts import aggregations, counts_of
from store.search.engines.elasticsearch.filters import base, filters
from store.search.engines.elasticsearch.index import alias
from store.search.engines.elasticsearch.mapping import MOST_HITS
from store.search.engines.elasticsearch.words import matching, scores
from store.search.engines.facets import assembled
from store.search.engines.port import Facets, Hit, ProductQuery, ProductResults, Sort
from store.search.expansion import Term

NEWEST: Final = ("-published_at", "-product")
ORDERS: Final[dict[Sort, tuple[Any, ...]]] = {
    Sort.RELEVANCE: ("_score", "-sold", *NEWEST),
    Sort.CHEAPEST: ("price", "product"),
    Sort.DEAREST: ("-price", "-product"),
    Sort.RATING: ({"rating": {"order": "desc", "missing": "_last"}}, "-reviews", "-product"),
    Sort.ROTATION: ("turn", "product"),
}


class StrangeAnswerError(Exception):
    """What answered does not answer as Elasticsearch does."""


class ElasticsearchEngine:
    """Raises the client's errors: who may answer instead is decided elsewhere."""

    def __init__(self, to: Connection) -> None:
        self.to = to

    def find(self, query: ProductQuery, terms: Sequence[Term], *, widen: bool) -> ProductResults:
        search = _search(query, terms, widen=widen)
        results = self._ask(search, query, query.first, widen=widen)
        if results.hits or not results.total:
            return results
        last = (results.total - 1) // query.per_page * query.per_page
        hits = self._ask(_page(search, query, last), query, last, widen=widen).hits
        return replace(results, hits=hits)

    def _ask(self, search: Search, query: ProductQuery, first: int, *, widen: bool) -> ProductResults:
        answer = client(self.to).search(
            index=alias(self.to), allow_partial_search_results=False, **search.to_dict()
        )
        try:
            return _results(answer, query, first, widen=widen)
        except (KeyError, TypeError, ValueError) as error:
            raise StrangeAnswerError(type(error).__name__) from error


def _results(answer: Mapping[str, Any], query: ProductQuery, first: int, *, widen: bool) -> ProductResults:
    hits = tuple(_hit(one["_source"]["card"]) for one in answer["hits"]["hits"])
    total = answer["hits"].get("total", {}).get("value", first + len(hits))
    facets = assembled(counts_of(answer["aggregations"]), query) if "aggregations" in answer else Facets()
    return ProductResults(
        hits=hits, total=total, facets=facets, is_widened=widen, took_ms=float(answer["took"])
    )


def _search(query: ProductQuery, terms: Sequence[Term], *, widen: bool) -> Search:
    is_ranked = query.sort == Sort.RELEVANCE and bool(terms)
    chosen = filters(query)
    within = [*base(query), *([matching(terms, widen=widen)] if terms else [])]
    narrowing = list(chosen.values())
    if not query.with_facets:
        within += narrowing
    search = Search().query(Bool(filter=within, should=scores(terms, widen=widen) if is_ranked else []))
    search = search.source(["card"]).sort(*_order(query, is_ranked=is_ranked))
    search = search.extra(track_total_hits=query.with_facets or query.with_total)
    if query.with_facets:
        search = _counting(search, query, chosen)
    return _page(search, query, query.first)


def _counting(search: Search, query: ProductQuery, chosen: Mapping[str, Query]) -> Search:
    if chosen:
        search = search.post_filter(Bool(filter=list(chosen.values())))
    return search.update_from_dict({**search.to_dict(), "aggs": aggregations(query, chosen)})


def _page(search: Search, query: ProductQuery, first: int) -> Search:
    """No farther than the index goes: behind that there is nothing, which leads to the last page."""
    return search.extra(from_=min(first, MOST_HITS - query.per_page), size=query.per_page)


def _order(query: ProductQuery, *, is_ranked: bool) -> tuple[Any, ...]:
    """Sold-out products come last, whatever the order; ties fall the same way on every page."""
    if query.sort == Sort.RELEVANCE and not is_ranked:
        return ("-is_available", *NEWEST)
    return ("-is_available", *ORDERS.get(query.sort, NEWEST))


def _hit(card: Mapping[str, Any]) -> Hit:
    return Hit(
        **{
            **card,
            "price": Rupiah(card["price"]),
            "published_at": datetime.fromisoformat(card["published_at"]),
        }
    )
