"""The filters that a listing offers, each with how many products it would leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from store.search.engines.port import Facets, FacetValue
from store.search.labels import (
    certificate_label,
    option_titles,
    price_words,
    rating_label,
    readiness_labels,
    slug_label,
)
from store.search.state import (
    CERTIFICATE,
    MATERIAL,
    PROVINCE,
    RATING,
    READY,
    REGENCY,
    TECHNIQUE,
    ListingState,
)

SHOWN: Final = 8
SIZES: Final = ("XS", "S", "M", "L", "XL", "XXL", "XXXL")


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to choose, as a link or as an option of a form. `within` are choices that this one opens."""

    label: str
    value: str = ""
    url: str = ""
    count: int | None = None
    checked: bool = False
    remove_url: str = ""
    within: "Group | None" = None


@dataclass(frozen=True, slots=True)
class Group:
    """One filter. `options` stand open, `more` behind "Tampilkan semua"."""

    title: str
    name: str
    options: Sequence[Choice]
    more: Sequence[Choice] = ()
    kind: str = "checkbox"
    open: bool = True

    @property
    def is_used(self) -> bool:
        return any(one.checked for one in (*self.options, *self.more))


def long_group(title: str, name: str, choices: Iterable[Choice], *, is_open: bool = True) -> Group:
    """The commonest and the chosen in front; the others by name, when there are more than a few of them."""
    ranked = sorted(choices, key=lambda one: (-(one.count or 0), one.label))
    front = [one for place, one in enumerate(ranked) if place < SHOWN or one.checked]
    rest = sorted((one for one in ranked if one not in front), key=lambda one: one.label)
    if len(rest) < 3:
        front, rest = [*front, *rest], []
    group = Group(title, name, front, rest)
    return Group(title, name, front, rest, open=is_open or group.is_used)


def groups_of(state: ListingState, facets: Facets) -> list[Group]:
    """Every filter that has something to choose, in the order in which shoppers ask for them."""
    offered = [
        _readiness(state, facets),
        _places(state, facets),
        _slugs(_("Teknik"), TECHNIQUE, facets.techniques, state.techniques),
        _slugs(_("Bahan"), MATERIAL, facets.materials, state.materials),
        *_options(state, facets),
        _certificates(state, facets),
        _rating(state, facets),
    ]
    return [group for group in offered if group.options]


def price_choices(state: ListingState, facets: Facets, path: str) -> list[Choice]:
    """Steps of the price as links."""
    return [_price(state, one, path) for one in facets.prices]


def _price(state: ListingState, step: FacetValue, path: str) -> Choice:
    low, high = (int(end) if end else None for end in step.key.split("-"))
    is_chosen = (state.price_from, state.price_to) == (low, high)
    changed = (
        state.but(price_from=None, price_to=None) if is_chosen else state.but(price_from=low, price_to=high)
    )
    return Choice(price_words(low, high), step.key, url=changed.at(path), count=step.count, checked=is_chosen)


def _readiness(state: ListingState, facets: Facets) -> Group:
    every = Choice(_("Semua"), checked=state.readiness is None)
    known = [
        Choice(label, one.value, count=facets.readiness.get(one.value, 0), checked=state.readiness is one)
        for one, label in readiness_labels().items()
    ]
    return Group(_("Ketersediaan"), READY, [every, *known], kind="radio")


def _places(state: ListingState, facets: Facets) -> Group:
    """Provinces; a chosen one opens its regencies."""
    choices = [
        Choice(
            one.label,
            one.key,
            count=one.count,
            checked=one.key in state.provinces,
            within=_regencies(state, facets, one) if one.key in state.provinces else None,
        )
        for one in facets.provinces
    ]
    return long_group(_("Asal"), PROVINCE, choices)


def _regencies(state: ListingState, facets: Facets, province: FacetValue) -> Group | None:
    title = _("Kabupaten dan kota di %(province)s") % {"province": province.label}
    inside = [
        Choice(one.label, one.key, count=one.count, checked=one.key in state.regencies)
        for one in facets.regencies
        if one.key.startswith(f"{province.key}.")
    ]
    return long_group(title, REGENCY, inside) if inside else None


def _slugs(title: str, name: str, values: Iterable[FacetValue], chosen: Sequence[str]) -> Group:
    choices = [
        Choice(one.label or slug_label(one.key), one.key, count=one.count, checked=one.key in chosen)
        for one in values
    ]
    return long_group(title, name, choices, is_open=False)


def _options(state: ListingState, facets: Facets) -> list[Group]:
    return [
        Group(title, name, _option_choices(name, state, facets), open=bool(state.chosen(name)))
        for name, title in option_titles().items()
    ]


def _option_choices(name: str, state: ListingState, facets: Facets) -> list[Choice]:
    values = sorted(facets.options.get(name, ()), key=lambda one: (_size(one.key), one.key.casefold()))
    chosen = state.chosen(name)
    return [Choice(one.key, one.key, count=one.count, checked=one.key in chosen) for one in values]


def _size(value: str) -> int:
    """S before M before L; what is no such size comes after, by name."""
    return SIZES.index(value.upper()) if value.upper() in SIZES else len(SIZES)


def _certificates(state: ListingState, facets: Facets) -> Group:
    choices = [
        Choice(certificate_label(one.key), one.key, count=one.count, checked=one.key in state.certificates)
        for one in facets.certificates
    ]
    return Group(_("Sertifikat"), CERTIFICATE, choices, open=bool(state.certificates))


def _rating(state: ListingState, facets: Facets) -> Group:
    choices = [
        Choice(rating_label(one.key), one.key, count=one.count, checked=str(state.rating_from) == one.key)
        for one in facets.ratings
    ]
    return Group(_("Nilai"), RATING, choices)
