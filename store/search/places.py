"""Names of places that were chosen and hold nothing, so that no engine knows them."""

from collections.abc import Iterable
from dataclasses import replace

from iccn.regions.models import Province, Regency
from store.search.engines.port import Facets, FacetValue


def with_names(facets: Facets) -> Facets:
    """No query when every chosen place holds something; otherwise one for provinces and one for regencies."""
    return replace(
        facets,
        provinces=_named(facets.provinces, Province),
        regencies=_named(facets.regencies, Regency),
    )


def _named(values: tuple[FacetValue, ...], model: type[Province] | type[Regency]) -> tuple[FacetValue, ...]:
    """A code that is no place is left out."""
    nameless = [one.key for one in values if not one.label]
    if not nameless:
        return values
    names = dict(model.objects.filter(pk__in=nameless).values_list("pk", "name"))
    return tuple(_with(values, names))


def _with(values: Iterable[FacetValue], names: dict[str, str]) -> Iterable[FacetValue]:
    for one in values:
        label = one.label or names.get(one.key, "")
        if label:
            yield replace(one, label=label)
