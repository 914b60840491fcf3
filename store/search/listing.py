"""What a listing page shows, put together from what was found."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from store.catalogue.tree import CategoryTree, Node
from store.search.cards import ProductCard, card_of
from store.search.chips import Chips
from store.search.drawn import name_of
from store.search.engines.port import PER_PAGE, Facets, ProductResults, Sort
from store.search.facet_groups import Choice, Group, groups_of, price_choices
from store.search.labels import figure, sort_labels
from store.search.places import with_names
from store.search.state import SORT, WORDS, ListingState

SEEN_AT_ONCE = 4
MOST_CATEGORIES = 8


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
    def facets(self) -> Facets:
        return with_names(self.results.facets)

    @cached_property
    def cards(self) -> list[ProductCard]:
        return [card_of(hit, is_eager=place < SEEN_AT_ONCE) for place, hit in enumerate(self.results.hits)]

    @property
    def grid_name(self) -> str:
        """Cards are made only where this was not drawn lately."""
        return name_of(self.results.hits)

    @property
    def filters_name(self) -> str:
        return name_of(
            self.path, self.root, self.state, self.results.total, self.results.facets, self.tree.nodes
        )

    @cached_property
    def nearby(self) -> list[ProductCard]:
        """Where few have all the words: those that have some."""
        return [card_of(hit) for hit in self.results.nearby]

    @cached_property
    def page(self) -> Page[int]:
        return Paginator(range(self.results.total), PER_PAGE).get_page(self.state.page)

    @property
    def total(self) -> str:
        return figure(self.results.total)

    @property
    def base_query(self) -> str:
        """What a page's number is added to."""
        address = self.state.but().at(self.path)
        return f"{address}&" if "?" in address else f"{address}?"

    @property
    def canonical(self) -> str:
        """A page past the end is the last one."""
        return replace(self.state, page=self.page.number).at(self.path)

    # --- where in the tree ---

    @cached_property
    def way_up(self) -> list[Choice]:
        """The whole shop and the categories above this one."""
        if self.category is None:
            return []
        above = self.tree.line(self.category.id)[:-1]
        state = self.state.but()
        return [Choice(_("Semua karya"), url=state.at(self.root)), *map(self._to, above)]

    @cached_property
    def categories(self) -> list[Choice]:
        """The categories right under this one, those that hold something."""
        under = self.tree.children(self.category.id if self.category else None)
        return [one for one in map(self._to, under) if one.count]

    @property
    def popular(self) -> list[Choice]:
        """Where to look when nothing was found: the first categories, without any filter."""
        return [Choice(node.title, url=node.url) for node in self.tree.children(None)[:MOST_CATEGORIES]]

    def _to(self, node: Node) -> Choice:
        counts = self.facets.categories
        return Choice(node.title, url=self.state.but().at(node.url), count=counts.get(node.id, 0))

    # --- filters ---

    @cached_property
    def groups(self) -> list[Group]:
        return groups_of(self.state, self.facets)

    @cached_property
    def prices(self) -> list[Choice]:
        return price_choices(self.state, self.facets, self.path)

    @cached_property
    def chips(self) -> list[Choice]:
        """Everything that narrows the list, each with the address that takes it off."""
        return list(Chips(self.state, self.facets, self.category, self.path, self.root))

    @cached_property
    def ways_out(self) -> list[Choice]:
        """The filters, without the words, that may be the reason why nothing was found."""
        words = self.state.but(words="").at(self.path)
        return [one for one in self.chips if one.remove_url != words] if self.state.words else self.chips

    @property
    def sorts(self) -> list[Choice]:
        labels = sort_labels()
        if not self.state.words:
            labels.pop(Sort.RELEVANCE)
        return [Choice(label, one.value, checked=self.state.order is one) for one, label in labels.items()]

    @property
    def is_rotating(self) -> bool:
        return self.state.order is Sort.ROTATION

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What the form of filters must keep."""
        return [(WORDS, self.state.words)] if self.state.words else []

    # --- other words, other places ---

    @property
    def suggestion_url(self) -> str:
        return self.state.but(words=self.results.suggestion).at(self.path)

    @property
    def words_query(self) -> str:
        """For a search of the whole site."""
        return urlencode({WORDS: self.state.words})

    @property
    def sort_name(self) -> str:
        return SORT
