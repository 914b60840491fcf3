"""Facets put together from counts, whichever engine counted."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from store.search.engines.port import OPTION_NAMES, PRICE_STEPS, Facets, FacetValue, ProductQuery


class Facet(StrEnum):
    CATEGORY = "category"
    PROVINCE = "province"
    REGENCY = "regency"
    MATERIAL = "material"
    TECHNIQUE = "technique"
    CERTIFICATE = "certificate"
    READINESS = "readiness"
    PRICE = "price"
    RATING = "rating"


MOST_COMBINATIONS: Final = 50
OPTION: Final = "option:"  # and the option's name
Count = tuple[str, str, int]  # key, label, how many
Counts = Mapping[str, Sequence[Count]]


def assembled(counts: Counts, query: ProductQuery) -> Facets:
    """Chosen values that nothing answers stay, with nought."""
    return Facets(
        categories={int(key): count for key, _label, count in counts.get(Facet.CATEGORY, ())},
        provinces=_by_label(_with(counts.get(Facet.PROVINCE, ()), query.provinces)),
        regencies=_by_label(_with(counts.get(Facet.REGENCY, ()), query.regencies)),
        materials=_by_count(_with(counts.get(Facet.MATERIAL, ()), query.materials)),
        techniques=_by_count(_with(counts.get(Facet.TECHNIQUE, ()), query.techniques)),
        certificates=tuple(sorted(_with(counts.get(Facet.CERTIFICATE, ()), query.certificates), key=_key)),
        readiness={key: count for key, _label, count in counts.get(Facet.READINESS, ()) if key},
        prices=tuple(
            _price(int(key), count) for key, _label, count in sorted(counts.get(Facet.PRICE, ()), key=_number)
        ),
        ratings=_ratings(counts, query),
        options=_options(counts, query),
    )


def _with(counts: Iterable[Count], chosen: Iterable[str]) -> list[FacetValue]:
    found = [FacetValue(*one) for one in counts if one[2] or one[0] in set(chosen)]
    there = {one.key for one in found}
    return [*found, *(FacetValue(key, "", 0) for key in chosen if key not in there)]


def _by_label(values: list[FacetValue]) -> tuple[FacetValue, ...]:
    return tuple(sorted(values, key=lambda one: (one.label, one.key)))


def _by_count(values: list[FacetValue]) -> tuple[FacetValue, ...]:
    """Labels of slugs: "daun-pandan" is "Daun pandan"."""
    named = [FacetValue(one.key, one.key.replace("-", " ").capitalize(), one.count) for one in values]
    return tuple(sorted(named, key=lambda one: (-one.count, one.key)))


def _options(counts: Counts, query: ProductQuery) -> dict[str, tuple[FacetValue, ...]]:
    chosen = dict(query.options)
    found = {
        name: tuple(sorted(_with(counts.get(f"{OPTION}{name}", ()), chosen.get(name, ())), key=_key))
        for name in OPTION_NAMES
    }
    return {
        name: tuple(FacetValue(one.key, one.key, one.count) for one in values)
        for name, values in found.items()
        if values
    }


def _ratings(counts: Counts, query: ProductQuery) -> tuple[FacetValue, ...]:
    chosen = () if query.rating_from is None else (str(query.rating_from),)
    return tuple(_with(counts.get(Facet.RATING, ()), chosen))


def _price(place: int, count: int) -> FacetValue:
    start = PRICE_STEPS[place]
    end = str(PRICE_STEPS[place + 1] - 1) if place + 1 < len(PRICE_STEPS) else ""
    return FacetValue(f"{start or ''}-{end}", "", count)


def _key(one: FacetValue) -> str:
    return one.key


def _number(one: Count) -> int:
    return int(one[0])


def combinations(query: ProductQuery) -> list[dict[str, str]]:
    """Every way in which one variant may meet the chosen options, at most MOST_COMBINATIONS."""
    found: list[dict[str, str]] = [{}]
    for name, values in query.options:
        found = [{**one, name: value} for one in found for value in values]
    return found[:MOST_COMBINATIONS]
