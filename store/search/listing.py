"""What a listing page shows, put together from what was found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from iccn.money.rupiah import Rupiah
from store.catalogue.tree import CategoryTree, Node
from store.search.cards import ProductCard, card_of
from store.search.engines.port import PER_PAGE, FacetValue, ProductResults, Readiness, Sort
from store.search.state import PROVINCE, READY, SORT, ListingState

SEEN_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to choose, as a link or as an option of a form."""

    label: str
    value: str = ""
    url: str = ""
    count: int | None = None
    checked: bool = False
    remove_url: str = ""


@dataclass(frozen=True)
class Listing:
    """`path` is the page's own; `category` is where in the tree it stands, if anywhere."""

    path: str
    state: ListingState
    tree: CategoryTree
    category: Node | None
    results: ProductResults
    root: str

    @cached_property
    def cards(self) -> list[ProductCard]:
        return [card_of(hit, is_eager=place < SEEN_AT_ONCE) for place, hit in enumerate(self.results.hits)]

    @cached_property
    def nearby(self) -> list[ProductCard]:
        """Where few have all the words: those that have some."""
        return [card_of(hit) for hit in self.results.nearby]

    @cached_property
    def page(self) -> Page[int]:
        return Paginator(range(self.results.total), PER_PAGE).get_page(self.state.page)

    @property
    def base_query(self) -> str:
        """What a page's number is added to."""
        address = self.state.but().at(self.path)
        return f"{address}&" if "?" in address else f"{address}?"

    @property
    def canonical(self) -> str:
        """A page past the end is the last one."""
        return replace(self.state, page=self.page.number).at(self.path)

    @cached_property
    def categories(self) -> list[Choice]:
        """The categories right under this one, those that hold something."""
        counts = self.results.facets.categories
        under = self.tree.children(self.category.id if self.category else None)
        state = self.state.but()
        return [
            Choice(node.title, url=state.at(node.url), count=counts.get(node.id, 0))
            for node in under
            if counts.get(node.id)
        ]

    @cached_property
    def provinces(self) -> list[Choice]:
        chosen = set(self.state.provinces)
        return [
            Choice(one.label, one.key, count=one.count, checked=one.key in chosen)
            for one in self.results.facets.provinces
        ]

    @cached_property
    def readiness(self) -> list[Choice]:
        counts = self.results.facets.readiness
        every = Choice(_("Semua"), checked=self.state.readiness is None)
        return [
            every,
            *(
                Choice(label, one.value, count=counts.get(one.value, 0), checked=self.state.readiness is one)
                for one, label in readiness_labels().items()
            ),
        ]

    @cached_property
    def prices(self) -> list[Choice]:
        return [self._price_choice(one) for one in self.results.facets.prices]

    def _price_choice(self, step: FacetValue) -> Choice:
        low, high = (int(end) if end else None for end in step.key.split("-"))
        is_chosen = (self.state.price_from, self.state.price_to) == (low, high)
        state = self.state.but(price_from=low, price_to=high)
        return Choice(
            price_words(low, high), step.key, url=state.at(self.path), count=step.count, checked=is_chosen
        )

    @property
    def sorts(self) -> list[Choice]:
        labels = sort_labels()
        if not self.state.words:
            labels.pop(Sort.RELEVANCE)
        return [Choice(label, one.value, checked=self.state.order is one) for one, label in labels.items()]

    @cached_property
    def chips(self) -> list[Choice]:
        """Everything that narrows the list, each with the address that takes it off."""
        return [*self._category_chip(), *self._word_chip(), *self._province_chips(), *self._other_chips()]

    def _category_chip(self) -> list[Choice]:
        if self.category is None or not self.state.is_narrowed:
            return []
        return [Choice(self.category.title, remove_url=self.state.but().at(self.root))]

    def _word_chip(self) -> list[Choice]:
        if not self.state.words:
            return []
        return [Choice(f"“{self.state.words}”", remove_url=self.state.but(words="").at(self.path))]

    def _province_chips(self) -> list[Choice]:
        labels = {one.key: one.label for one in self.results.facets.provinces}
        return [
            Choice(
                labels.get(code, _("Provinsi %(code)s") % {"code": code}),
                remove_url=self.state.but(provinces=_without(self.state.provinces, code)).at(self.path),
            )
            for code in self.state.provinces
        ]

    def _other_chips(self) -> list[Choice]:
        chips = []
        low, high = self.state.price_from, self.state.price_to
        if low is not None or high is not None:
            state = self.state.but(price_from=None, price_to=None)
            chips.append(Choice(price_words(low, high), remove_url=state.at(self.path)))
        if self.state.readiness is not None:
            label = readiness_labels()[self.state.readiness]
            chips.append(Choice(label, remove_url=self.state.but(readiness=None).at(self.path)))
        return chips

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the form of filters must keep."""
        return [pair for pair in self.state.but().pairs() if pair[0] == "q"]

    @property
    def suggestion_url(self) -> str:
        return self.state.but(words=self.results.suggestion).at(self.path)

    @property
    def names(self) -> dict[str, str]:
        return {"province": PROVINCE, "readiness": READY, "sort": SORT}


def _without(codes: Sequence[str], code: str) -> tuple[str, ...]:
    return tuple(one for one in codes if one != code)


def readiness_labels() -> dict[Readiness, str]:
    return {Readiness.READY: _("Siap kirim"), Readiness.MADE_TO_ORDER: _("Dibuat sesuai pesanan")}


def sort_labels() -> dict[Sort, str]:
    return {
        Sort.RELEVANCE: _("Paling sesuai"),
        Sort.NEWEST: _("Terbaru"),
        Sort.CHEAPEST: _("Harga terendah"),
        Sort.DEAREST: _("Harga tertinggi"),
    }


def price_words(low: int | None, high: int | None) -> str:
    """A range as people say it; the upper end of a step (49,999) is said as the round figure."""
    if high is None:
        return _("Mulai %(price)s") % {"price": Rupiah(low or 0)}
    top = Rupiah(high + 1 if high % 1_000 == 999 else high)
    if not low:
        return _("Sampai %(price)s") % {"price": top}
    return f"{Rupiah(low)} – {top}"
