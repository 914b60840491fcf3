"""What narrows a listing, each with the address that takes it off."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from store.catalogue.tree import Node
from store.search.engines.port import Facets
from store.search.facet_groups import Choice
from store.search.labels import (
    certificate_label,
    option_titles,
    price_words,
    rating_label,
    readiness_labels,
    slug_label,
)
from store.search.state import ListingState


@dataclass(frozen=True)
class Chips:
    """`path` is the listing's own, `root` the whole shop's."""

    state: ListingState
    facets: Facets
    category: Node | None
    path: str
    root: str

    def __iter__(self) -> Iterator[Choice]:
        """In the order of the address."""
        yield from self._category()
        yield from self._words()
        yield from self._places()
        yield from self._slugs()
        yield from self._price()
        yield from self._readiness()
        yield from self._proofs()
        yield from self._options()

    def _off(self, label: str, state: ListingState, count: int | None = None) -> Choice:
        return Choice(label, remove_url=state.at(self.path), count=count)

    def _category(self) -> Iterator[Choice]:
        if self.category is not None and self.state.is_narrowed:
            yield Choice(self.category.title, remove_url=self.state.but().at(self.root))

    def _words(self) -> Iterator[Choice]:
        if self.state.words:
            yield self._off(f"“{self.state.words}”", self.state.but(words=""))

    def _places(self) -> Iterator[Choice]:
        provinces = {one.key: one.label for one in self.facets.provinces}
        regencies = {one.key: one.label for one in self.facets.regencies}
        for code in self.state.provinces:
            label = provinces.get(code) or _("Provinsi %(code)s") % {"code": code}
            yield self._off(label, self.state.without("provinces", code))
        for code in self.state.regencies:
            label = regencies.get(code) or _("Kabupaten/kota %(code)s") % {"code": code}
            yield self._off(label, self.state.without("regencies", code))

    def _slugs(self) -> Iterator[Choice]:
        for field in ("techniques", "materials"):
            for slug in getattr(self.state, field):
                yield self._off(slug_label(slug), self.state.without(field, slug))

    def _price(self) -> Iterator[Choice]:
        low, high = self.state.price_from, self.state.price_to
        if low is not None or high is not None:
            yield self._off(price_words(low, high), self.state.but(price_from=None, price_to=None))

    def _readiness(self) -> Iterator[Choice]:
        if self.state.readiness is not None:
            yield self._off(readiness_labels()[self.state.readiness], self.state.but(readiness=None))

    def _proofs(self) -> Iterator[Choice]:
        for kind in self.state.certificates:
            yield self._off(certificate_label(kind), self.state.without("certificates", kind))
        if self.state.rating_from is not None:
            label = _("Nilai %(rating)s") % {"rating": rating_label(self.state.rating_from)}
            yield self._off(label, self.state.but(rating_from=None))

    def _options(self) -> Iterator[Choice]:
        titles = option_titles()
        for name, chosen in self.state.options:
            for value in chosen:
                yield self._off(f"{titles[name]}: {value}", self.state.without_option(name, value))
