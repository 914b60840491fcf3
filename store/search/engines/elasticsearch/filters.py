"""What narrows a search, by the facet that offers it."""

from typing import Final

from elasticsearch.dsl.query import Bool, Nested, Query, Range, Term, Terms

from store.search.engines.elasticsearch.bodies import option
from store.search.engines.facets import Facet
from store.search.engines.port import ProductQuery, Readiness

PLACE: Final = "place"
OPTIONS: Final = "options"
READINESS: Final[dict[Readiness, Query]] = {
    Readiness.READY: Bool(filter=[Term(is_made_to_order=False), Term(is_available=True)]),
    Readiness.MADE_TO_ORDER: Term(is_made_to_order=True),
}


def base(query: ProductQuery) -> list[Query]:
    """Where a search looks: what no facet offers to change."""
    found: list[Query] = [Term(is_public=True)]
    if query.chapter:
        found.append(Term(chapter=query.chapter))
    if query.artisan is not None:
        found.append(Term(artisan=query.artisan))
    if query.products:
        found.append(Terms(product=list(query.products)))
    return found


def filters(query: ProductQuery) -> dict[str, Query]:
    """The chosen filters alone."""
    every = {
        Facet.CATEGORY: Term(categories=query.category) if query.category else None,
        PLACE: _place(query),
        Facet.MATERIAL: Terms(materials=list(query.materials)) if query.materials else None,
        Facet.TECHNIQUE: Terms(techniques=list(query.techniques)) if query.techniques else None,
        Facet.CERTIFICATE: _all_certificates(query) if query.certificates else None,
        Facet.READINESS: READINESS[query.readiness] if query.readiness else None,
        Facet.RATING: Range(rating={"gte": query.rating_from}) if query.rating_from else None,
        Facet.PRICE: _price(query),
        OPTIONS: _one_variant(query) if query.options else None,
    }
    return {str(name): one for name, one in every.items() if one is not None}


def _place(query: ProductQuery) -> Query | None:
    if not (query.provinces or query.regencies):
        return None
    whole = Terms(province=list(query.whole_provinces))
    return Bool(should=[whole, Terms(regency=list(query.regencies))], minimum_should_match=1)


def _all_certificates(query: ProductQuery) -> Query:
    return Bool(filter=[Term(certificates=kind) for kind in query.certificates])


def _price(query: ProductQuery) -> Query | None:
    ends = {"gte": query.price_from, "lte": query.price_to}
    between = {name: int(end) for name, end in ends.items() if end is not None}
    return Range(price=between) if between else None


def _one_variant(query: ProductQuery) -> Query:
    return Nested(path="variants", query=buyable_variant(query, but=""))


def buyable_variant(query: ProductQuery, *, but: str) -> Query:
    """A variant that can be bought and meets every chosen option, except the one named."""
    chosen = [
        Terms(**{"variants.options": [option(name, value) for value in values]})
        for name, values in query.options
        if name != but
    ]
    return Bool(filter=[Term(**{"variants.is_available": True}), *chosen])
