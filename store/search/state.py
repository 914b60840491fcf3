"""What a shopper has chosen on a listing, read from an address and written to one."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol
from urllib.parse import urlencode

from iccn.money.rupiah import Rupiah
from store.search.engines.port import OPTION_NAMES, RATING_STEPS, ProductQuery, Readiness, Sort

WORDS, PROVINCE, REGENCY, TECHNIQUE, MATERIAL, FROM, TO, READY, CERTIFICATE, RATING, SORT, PAGE = (
    "q", "provinsi", "kabupaten", "teknik", "bahan", "harga_dari", "harga_sampai", "siap", "sertifikat", "nilai",
    "urut", "halaman",
)  # fmt: skip
NAMES: Final = (
    WORDS, PROVINCE, REGENCY, TECHNIQUE, MATERIAL, FROM, TO, READY, CERTIFICATE, RATING, *OPTION_NAMES, SORT, PAGE,
)  # fmt: skip
LONGEST: Final = 120
LONGEST_OPTION: Final = 40
HIGHEST: Final = 9_999_999_999
MOST_VALUES: Final = 20
LAST_PAGE: Final = 10_000

_PROVINCE: Final = re.compile(r"[0-9]{2}")
_REGENCY: Final = re.compile(r"[0-9]{2}\.[0-9]{2}")
_SLUG: Final = re.compile(r"(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")

Options = tuple[tuple[str, tuple[str, ...]], ...]


class Values(Protocol):
    """What a query string is read from."""

    def get(self, key: str, /) -> str | None: ...

    def getlist(self, key: str, /) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingState:
    """One state of a listing has one address. What is not understood is left out."""

    words: str = ""
    provinces: tuple[str, ...] = ()
    regencies: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    price_from: int | None = None
    price_to: int | None = None
    readiness: Readiness | None = None
    certificates: tuple[str, ...] = ()
    rating_from: int | None = None
    options: Options = ()
    sort: Sort | None = None
    page: int = 1

    @classmethod
    def read(cls, values: Values) -> "ListingState":
        return cls(
            words=_text(values.get(WORDS), LONGEST),
            provinces=_all(values.getlist(PROVINCE), _PROVINCE),
            regencies=_all(values.getlist(REGENCY), _REGENCY),
            techniques=_all(values.getlist(TECHNIQUE), _SLUG),
            materials=_all(values.getlist(MATERIAL), _SLUG),
            price_from=_amount(values.get(FROM)),
            price_to=_amount(values.get(TO)),
            readiness=_member(Readiness, values.get(READY)),
            certificates=_all(values.getlist(CERTIFICATE), _SLUG),
            rating_from=_step(values.get(RATING)),
            options=_options(values),
            sort=_member(Sort, values.get(SORT)),
            page=min(_amount(values.get(PAGE)) or 1, LAST_PAGE),
        ).tidied()

    def tidied(self) -> "ListingState":
        """Prices in order; no regency without its province; the usual order unsaid; relevance only with words."""
        low, high = self.price_from, self.price_to
        if low is not None and high is not None and low > high:
            low, high = high, low
        usual = Sort.RELEVANCE if self.words else Sort.NEWEST
        is_unsaid = self.sort == usual or (self.sort == Sort.RELEVANCE and not self.words)
        return replace(
            self,
            price_from=low,
            price_to=high,
            regencies=tuple(code for code in self.regencies if code[:2] in self.provinces),
            sort=None if is_unsaid else self.sort,
        )

    @property
    def order(self) -> Sort:
        return self.sort or (Sort.RELEVANCE if self.words else Sort.NEWEST)

    @property
    def is_narrowed(self) -> bool:
        """By anything but the page and the order."""
        return self != ListingState(sort=self.sort, page=self.page)

    def chosen(self, option: str) -> tuple[str, ...]:
        """The values chosen of one option of variants."""
        return dict(self.options).get(option, ())

    def pairs(self) -> list[tuple[str, str]]:
        """The state as names and values, always in the same order, nothing empty."""
        said: list[tuple[str, Any]] = [
            (WORDS, self.words),
            *((PROVINCE, one) for one in self.provinces),
            *((REGENCY, one) for one in self.regencies),
            *((TECHNIQUE, one) for one in self.techniques),
            *((MATERIAL, one) for one in self.materials),
            (FROM, self.price_from),
            (TO, self.price_to),
            (READY, self.readiness and self.readiness.value),
            *((CERTIFICATE, one) for one in self.certificates),
            (RATING, self.rating_from),
            *((name, one) for name, chosen in self.options for one in chosen),
            (SORT, self.sort and self.sort.value),
            (PAGE, self.page if self.page > 1 else None),
        ]
        return [(name, str(value)) for name, value in said if value not in (None, "")]

    def but(self, **changes: Any) -> "ListingState":
        """The same with something changed, from its first page on."""
        return replace(self, **{"page": 1, **changes}).tidied()

    def without(self, field: str, value: str) -> "ListingState":
        """The same without one of the values of a facet."""
        return self.but(**{field: tuple(one for one in getattr(self, field) if one != value)})

    def without_option(self, option: str, value: str) -> "ListingState":
        kept = (
            (name, tuple(one for one in chosen if (name, one) != (option, value)))
            for name, chosen in self.options
        )
        return self.but(options=tuple((name, chosen) for name, chosen in kept if chosen))

    def at(self, path: str) -> str:
        """The address of this state at a path."""
        query = urlencode(self.pairs())
        return f"{path}?{query}" if query else path

    def query(self, *, category: int | None) -> ProductQuery:
        return ProductQuery(
            words=self.words,
            category=category,
            provinces=self.provinces,
            regencies=self.regencies,
            techniques=self.techniques,
            materials=self.materials,
            price_from=None if self.price_from is None else Rupiah(self.price_from),
            price_to=None if self.price_to is None else Rupiah(self.price_to),
            readiness=self.readiness,
            certificates=self.certificates,
            rating_from=self.rating_from,
            options=self.options,
            sort=self.order,
            page=self.page,
        )


def is_said_cleanly(state: ListingState, given: Sequence[tuple[str, str]]) -> bool:
    """Whether an address says the state in its one way; names that are not ours (campaigns) are let pass."""
    ours = [pair for pair in given if pair[0] in NAMES]
    return ours == state.pairs()


def _text(typed: str | None, longest: int) -> str:
    return " ".join((typed or "").replace("\x00", "").split())[:longest].strip()


def _all(typed: Iterable[str], shape: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(sorted({one for one in typed if shape.fullmatch(one)})[:MOST_VALUES])


def _options(values: Values) -> Options:
    read = (
        (name, {_text(one, LONGEST_OPTION) for one in values.getlist(name)} - {""}) for name in OPTION_NAMES
    )
    return tuple((name, tuple(sorted(chosen)[:MOST_VALUES])) for name, chosen in read if chosen)


def _amount(text: str | None) -> int | None:
    """Digits alone, as typed: 125000, 125.000, Rp125.000. Nothing costs nothing, so 0 is no amount."""
    plain = (text or "").lower().replace("rp", "").replace(".", "").strip()
    if not (plain.isascii() and plain.isdigit()):
        return None
    significant = plain.lstrip("0")[: len(str(HIGHEST)) + 1]
    return min(int(significant), HIGHEST) if significant else None


def _step(text: str | None) -> int | None:
    return next((step for step in RATING_STEPS if str(step) == text), None)


def _member(kind: Any, text: str | None) -> Any:
    known: Mapping[str, Any] = {one.value: one for one in kind}
    return known.get(text or "")
