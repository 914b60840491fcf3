"""Every facet as aggregations, and the aggregations' answers as counts."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from elasticsearch.dsl import A
from elasticsearch.dsl.query import Bool, MatchAll, Query, Terms

from store.search.engines.elasticsearch.filters import OPTIONS, PLACE, READINESS, buyable_variant
from store.search.engines.facets import OPTION, Count, Counts, Facet
from store.search.engines.port import OPTION_NAMES, PRICE_STEPS, RATING_STEPS, ProductQuery

MOST_VALUES: Final = 1_000
VALUES: Final = "values"
PRODUCTS: Final = "products"
Aggregation = Any
Bucket = Mapping[str, Any]


def aggregations(query: ProductQuery, chosen: Mapping[str, Query]) -> dict[str, Aggregation]:
    """Each facet under every filter but its own."""
    made = {name: _under(chosen, own, inner) for name, own, inner in _facets(query)}
    return {name: one.to_dict() for name, one in made.items()}


def _under(chosen: Mapping[str, Query], own: str, inner: Aggregation) -> Aggregation:
    others = [one for name, one in chosen.items() if name != own]
    under = A("filter", Bool(filter=others) if others else MatchAll())
    under.bucket(VALUES, inner)
    return under


def _facets(query: ProductQuery) -> Iterator[tuple[str, str, Aggregation]]:
    """Name, the filter it stands above, and what is counted."""
    yield Facet.CATEGORY, Facet.CATEGORY, _terms("categories")
    yield Facet.PROVINCE, PLACE, _terms("province_label")
    if query.provinces or query.regencies:
        yield Facet.REGENCY, PLACE, _regencies(query)
    yield Facet.MATERIAL, Facet.MATERIAL, _terms("materials")
    yield Facet.TECHNIQUE, Facet.TECHNIQUE, _terms("techniques")
    yield Facet.CERTIFICATE, "", _terms("certificates")
    readiness = {str(name): one.to_dict() for name, one in READINESS.items()}
    yield Facet.READINESS, Facet.READINESS, A("filters", filters=readiness)
    yield Facet.PRICE, Facet.PRICE, A("range", field="price", ranges=_steps(PRICE_STEPS, is_closed=True))
    yield Facet.RATING, Facet.RATING, A("range", field="rating", ranges=_steps(RATING_STEPS, is_closed=False))
    for name in OPTION_NAMES:
        yield f"{OPTION}{name}", OPTIONS, _option(name, query)


def _terms(field: str, **more: Any) -> Aggregation:
    return A("terms", field=field, size=MOST_VALUES, **more)


def _regencies(query: ProductQuery) -> Aggregation:
    """Within chosen provinces alone."""
    provinces = sorted({*query.provinces, *(code[:2] for code in query.regencies)})
    within = A("filter", Terms(province=provinces))
    within.bucket(VALUES, _terms("regency_label"))
    return within


def _steps(starts: tuple[int, ...], *, is_closed: bool) -> list[dict[str, Any]]:
    ends = [*starts[1:], None] if is_closed else [None] * len(starts)
    return [
        {"key": str(place if is_closed else start), "from": start, **({"to": end} if end else {})}
        for place, (start, end) in enumerate(zip(starts, ends, strict=True))
    ]


def _option(name: str, query: ProductQuery) -> Aggregation:
    """Products, not variants, by the values of this option among variants that meet the other choices."""
    variants = A("nested", path="variants")
    fitting = variants.bucket(VALUES, A("filter", buyable_variant(query, but=name)))
    values = fitting.bucket(VALUES, _terms("variants.options", include=f"{name}=.*"))
    values.bucket(PRODUCTS, A("reverse_nested"))
    return variants


# --- answers ----------------------------------------------------------------------------------------------


def counts_of(answer: Mapping[str, Any]) -> Counts:
    found: dict[str, list[Count]] = defaultdict(list)
    for name, one in answer.items():
        read = READERS.get(name, _option_value if name.startswith(OPTION) else _plain)
        found[name] = [count for key, bucket in _buckets(one) if (count := read(key, bucket))[2]]
    return found


def _buckets(one: Mapping[str, Any]) -> Iterator[tuple[str, Bucket]]:
    """Of the innermost aggregation: the outer ones only narrow."""
    while "buckets" not in one:
        one = one[VALUES]
    buckets = one["buckets"]
    if isinstance(buckets, dict):
        yield from buckets.items()
    else:
        yield from ((str(bucket["key"]), bucket) for bucket in buckets)


def _plain(key: str, bucket: Bucket) -> Count:
    return key, "", bucket["doc_count"]


def _labelled(key: str, bucket: Bucket) -> Count:
    code, _blank, label = key.partition(" ")
    return code, label, bucket["doc_count"]


def _option_value(key: str, bucket: Bucket) -> Count:
    return key.partition("=")[2], "", bucket[PRODUCTS]["doc_count"]


READERS: Final[dict[str, Callable[[str, Bucket], Count]]] = {
    Facet.PROVINCE: _labelled,
    Facet.REGENCY: _labelled,
}
