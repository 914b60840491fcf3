"""What a search engine is asked and what it answers, whichever it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from iccn.money.rupiah import Rupiah
from store.search.expansion import Term

PER_PAGE = 24
PRICE_STEPS = (0, 50_000, 100_000, 250_000, 500_000, 1_000_000)
RATING_STEPS = (4,)
OPTION_NAMES = ("ukuran", "warna")


class Sort(StrEnum):
    RELEVANCE = "sesuai"
    NEWEST = "terbaru"
    CHEAPEST = "termurah"
    DEAREST = "termahal"
    RATING = "nilai"
    ROTATION = "bergilir"


class Readiness(StrEnum):
    READY = "siap"
    MADE_TO_ORDER = "pesanan"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductQuery:
    """Products that are public and answer every part. Prices are whole rupiah, both ends included.

    Of materials, techniques and the values of one option any will do; certificates must all be there. A chosen
    regency narrows its own province alone. `options` must all be met by one variant that can be bought.
    """

    words: str = ""
    category: int | None = None
    provinces: tuple[str, ...] = ()
    regencies: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    options: tuple[tuple[str, tuple[str, ...]], ...] = ()  # (("ukuran", ("M", "L")), ("warna", ("Merah",)))
    rating_from: int | None = None
    chapter: str = ""
    artisan: int | None = None
    products: tuple[int, ...] = ()
    price_from: Rupiah | None = None
    price_to: Rupiah | None = None
    readiness: Readiness | None = None
    sort: Sort = Sort.NEWEST
    page: int = 1
    per_page: int = PER_PAGE
    with_facets: bool = True
    with_total: bool = True  # facets bring it anyway
    with_nearby: bool = True

    @property
    def is_filtered(self) -> bool:
        """By anything a facet offers."""
        return any(
            (
                *(self.category, self.provinces, self.regencies, self.materials, self.techniques),
                *(self.certificates, self.options, self.rating_from, self.readiness),
                *(self.price_from, self.price_to),
            )
        )

    @property
    def whole_provinces(self) -> tuple[str, ...]:
        """Chosen provinces of which no regency is chosen."""
        narrowed = {code[:2] for code in self.regencies}
        return tuple(code for code in self.provinces if code not in narrowed)

    @property
    def first(self) -> int:
        """The place of the page's first hit, from nought."""
        return (max(self.page, 1) - 1) * self.per_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What a card shows, in both languages."""

    product: int
    slug: str
    title: str
    title_en: str
    artisan_name: str
    chapter_name: str
    regency_name: str
    province_name: str
    price: Rupiah
    is_from_price: bool
    is_made_to_order: bool
    is_available: bool
    pieces_left: int | None
    rating: float | None
    reviews: int
    published_at: datetime
    picture: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FacetValue:
    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts as if the facet's own filter were off, so that its other values stay meaningful.

    Certificates must all be there, so theirs count with their own filter on. A chosen value is always among them.
    Regencies are counted within chosen provinces only.
    """

    categories: Mapping[int, int] = field(default_factory=dict)
    provinces: tuple[FacetValue, ...] = ()
    regencies: tuple[FacetValue, ...] = ()
    materials: tuple[FacetValue, ...] = ()
    techniques: tuple[FacetValue, ...] = ()
    certificates: tuple[FacetValue, ...] = ()
    readiness: Mapping[str, int] = field(default_factory=dict)
    prices: tuple[FacetValue, ...] = ()  # key "from-to", an open end left empty
    ratings: tuple[FacetValue, ...] = ()  # key "4": four and better
    options: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductResults:
    """`is_widened`: nothing had all the words, so these have some. `took_ms` is the engine's time.

    `is_corrected`: nothing was found for the words as typed, so these answer the `suggestion`. `nearby`: few had all
    the words, so these, to be shown apart, have some.
    """

    hits: tuple[Hit, ...]
    total: int
    facets: Facets
    suggestion: str = ""
    is_widened: bool = False
    is_corrected: bool = False
    nearby: tuple[Hit, ...] = ()
    took_ms: float = 0.0


class SearchEngine(Protocol):
    """`terms` are the query's words understood once for all engines."""

    def find(self, query: ProductQuery, terms: Sequence[Term], *, widen: bool) -> ProductResults:
        """Answers with all terms, or with any of them when `widen`. A page past the end gives the last one."""
