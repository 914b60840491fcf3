"""The engine that needs nothing else: PostgreSQL, one table, a weighted tsvector."""

from collections.abc import Sequence
from dataclasses import fields
from time import perf_counter
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db import connection
from django.db.models import Case, CharField, Count, F, Func, IntegerField, Q, QuerySet, Value, When, Window
from django.db.models.functions import Cast

from store.search.engines.port import (
    PRICE_STEPS,
    Facets,
    FacetValue,
    Hit,
    ProductQuery,
    ProductResults,
    Readiness,
    Sort,
)
from store.search.expansion import Phrase, Term
from store.search.models import ProductDocument

Documents = QuerySet[ProductDocument]
WEIGHTS = (0.05, 0.2, 0.6, 1.0)  # D, C, B, A
HIT_FIELDS = tuple(field.name for field in fields(Hit))


class DatabaseEngine:
    """`SearchEngine` on the documents' own table: one query for the hits, one for all facets."""

    def find(self, query: ProductQuery, terms: Sequence[Term], *, widen: bool) -> ProductResults:
        started = perf_counter()
        base = _matching(query, terms, widen=widen)
        filters = _filters(query)
        chosen = base.filter(*filters.values())
        hits, total = _hits(query, chosen, terms, widen=widen)
        is_worth_counting = total or query.is_filtered or not terms  # else every facet is empty
        facets = _facets(base, filters) if query.with_facets and is_worth_counting else Facets()
        took = (perf_counter() - started) * 1_000
        return ProductResults(hits=hits, total=total, facets=facets, is_widened=widen, took_ms=took)

    def vocabulary(self) -> dict[str, int]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT word, ndoc FROM ts_stat("
                "'SELECT words FROM search_productdocument WHERE is_public', 'ac') WHERE length(word) > 2"
            )
            return dict(cursor.fetchall())


def _matching(query: ProductQuery, terms: Sequence[Term], *, widen: bool) -> Documents:
    found = ProductDocument.objects.filter(is_public=True)
    if query.chapter:
        found = found.filter(chapter_slug=query.chapter)
    if query.artisan is not None:
        found = found.filter(artisan_id=query.artisan)
    if query.products:
        found = found.filter(product_id__in=query.products)
    return found.filter(words=_tsquery(terms, widen=widen)) if terms else found


def _filters(query: ProductQuery) -> dict[str, Q]:
    price = Q()
    if query.price_from is not None:
        price &= Q(price__gte=query.price_from)
    if query.price_to is not None:
        price &= Q(price__lte=query.price_to)
    return {
        "category": Q(category_ids__contains=[query.category]) if query.category else Q(),
        "province": Q(province_code__in=query.provinces) if query.provinces else Q(),
        "readiness": READINESS[query.readiness] if query.readiness else Q(),
        "price": price,
    }


READINESS = {
    Readiness.READY: Q(is_made_to_order=False, is_available=True),
    Readiness.MADE_TO_ORDER: Q(is_made_to_order=True),
}


# --- words ------------------------------------------------------------------------------------------------


def _tsquery(terms: Sequence[Term], *, widen: bool, own_only: bool = False) -> SearchQuery:
    """Words hold letters and digits alone (see `analysis.tokens`), so they may stand in a raw query."""
    parts = [_term(term, own_only=own_only) for term in terms]
    return SearchQuery((" | " if widen else " & ").join(parts), search_type="raw", config="simple")


def _term(term: Term, *, own_only: bool) -> str:
    phrases = term.own if own_only else (*term.own, *term.others)
    choices = [_phrase(phrase) for phrase in phrases]
    if term.prefix and not own_only:
        choices.append(f"'{term.prefix}':*")
    return f"({' | '.join(choices)})"


def _phrase(phrase: Phrase) -> str:
    return "(" + " <-> ".join(f"'{word}'" for word in phrase) + ")"


def _rank(terms: Sequence[Term]) -> Any:
    """What was typed counts in full; synonyms and beginnings of words a fifth."""
    weights = list(WEIGHTS)
    own = SearchRank(F("words"), _tsquery(terms, widen=True, own_only=True), weights=weights)
    all_wordings = SearchRank(F("words"), _tsquery(terms, widen=True), weights=weights)
    return own + all_wordings * 0.2


# --- hits -------------------------------------------------------------------------------------------------


def _hits(
    query: ProductQuery, chosen: Documents, terms: Sequence[Term], *, widen: bool
) -> tuple[tuple[Hit, ...], int]:
    """One query: the page's hits and, beside them, how many there are. A page past the end asks for the last."""
    first = (max(query.page, 1) - 1) * query.per_page
    rows = _sorted(query, chosen, terms).annotate(all=Window(Count("*"))).values(*HIT_FIELDS, "all")
    page = list(rows[first : first + query.per_page])
    if not page and first:
        total = chosen.count()
        last = max(0, (total - 1) // query.per_page * query.per_page)
        page = list(rows[last : last + query.per_page])
    total = page[0]["all"] if page else 0
    return tuple(_hit(row) for row in page), total


def _hit(row: dict[str, Any]) -> Hit:
    return Hit(**{name: row[name] for name in HIT_FIELDS})


def _sorted(query: ProductQuery, chosen: Documents, terms: Sequence[Term]) -> Documents:
    """Sold-out products come last, whatever the order; ties fall the same way on every page."""
    if query.sort == Sort.RELEVANCE and terms:
        chosen = chosen.alias(rank=_rank(terms))
        return chosen.order_by("-is_available", "-rank", "-published_at", "-product")
    if query.sort == Sort.CHEAPEST:
        return chosen.order_by("-is_available", "price", "product")
    if query.sort == Sort.DEAREST:
        return chosen.order_by("-is_available", "-price", "-product")
    return chosen.order_by("-is_available", "-published_at", "-product")


# --- facets -----------------------------------------------------------------------------------------------


def _facets(base: Documents, filters: dict[str, Q]) -> Facets:
    """All counts in one query; each facet under every filter but its own."""
    others = {
        name: base.filter(*(one for other, one in filters.items() if other != name)).order_by()
        for name in filters
    }
    rows = _count(
        others["category"], "category", Func(F("category_ids"), function="unnest"), Value("")
    ).union(
        _count(others["province"], "province", F("province_code"), F("province_name")),
        _count(others["readiness"], "readiness", _readiness(), Value("")),
        _count(others["price"], "price", _price_step(), Value("")),
        all=True,
    )
    found: dict[str, list[tuple[str, str, int]]] = {name: [] for name in filters}
    for name, key, label, count in rows:
        found[name].append((key, label, count))
    return Facets(
        categories={int(key): count for key, _label, count in found["category"]},
        provinces=tuple(FacetValue(*one) for one in sorted(found["province"], key=lambda one: one[1])),
        readiness={key: count for key, _label, count in found["readiness"] if key},
        prices=tuple(
            _price_facet(int(key), count) for key, _label, count in sorted(found["price"], key=_number)
        ),
    )


def _count(rows: Documents, name: str, key: Any, label: Any) -> Any:
    return (
        rows.annotate(
            facet=Value(name, CharField()), key=Cast(key, CharField()), label=Cast(label, CharField())
        )
        .values("facet", "key", "label")
        .annotate(count=Count("*"))
        .values_list("facet", "key", "label", "count")
    )


def _readiness() -> Case:
    whens = [When(condition, then=Value(str(name))) for name, condition in READINESS.items()]
    return Case(*whens, default=Value(""), output_field=CharField())


def _price_step() -> Case:
    """The place in PRICE_STEPS of the step a price falls in."""
    whens = [
        When(price__gte=step, then=Value(place)) for place, step in reversed(list(enumerate(PRICE_STEPS)))
    ]
    return Case(*whens, default=Value(0), output_field=IntegerField())


def _price_facet(place: int, count: int) -> FacetValue:
    start = PRICE_STEPS[place]
    end = str(PRICE_STEPS[place + 1] - 1) if place + 1 < len(PRICE_STEPS) else ""
    return FacetValue(f"{start or ''}-{end}", "", count)


def _number(one: tuple[str, str, int]) -> int:
    return int(one[0])
