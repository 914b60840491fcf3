"""What a shopper has chosen on a listing, read from an address and written to one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol
from urllib.parse import urlencode

from iccn.money.rupiah import Rupiah
from store.search.engines.port import ProductQuery, Readiness, Sort

WORDS, PROVINCE, FROM, TO, READY, SORT, PAGE = (
    "q", "provinsi", "harga_dari", "harga_sampai", "siap", "urut", "halaman",
)  # fmt: skip
NAMES: Final = (WORDS, PROVINCE, FROM, TO, READY, SORT, PAGE)
LONGEST: Final = 120
HIGHEST: Final = 9_999_999_999


class Values(Protocol):
    """What a query string is read from."""

    def get(self, key: str, /) -> str | None: ...

    def getlist(self, key: str, /) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingState:
    """One state of a listing has one address. What is not understood is left out."""

    words: str = ""
    provinces: tuple[str, ...] = ()
    price_from: int | None = None
    price_to: int | None = None
    readiness: Readiness | None = None
    sort: Sort | None = None
    page: int = 1

    @classmethod
    def read(cls, values: Values) -> "ListingState":
        low, high = _amount(values.get(FROM)), _amount(values.get(TO))
        if low is not None and high is not None and low > high:
            low, high = high, low
        return cls(
            words=" ".join((values.get(WORDS) or "").replace("\x00", "").split())[:LONGEST].strip(),
            provinces=tuple(sorted({code for code in values.getlist(PROVINCE) if _is_code(code)})),
            price_from=low or None,
            price_to=high,
            readiness=_member(Readiness, values.get(READY)),
            sort=_member(Sort, values.get(SORT)),
            page=min(_amount(values.get(PAGE)) or 1, 10_000),
        ).tidied()

    def tidied(self) -> "ListingState":
        """The usual order need not be said; relevance needs words."""
        usual = Sort.RELEVANCE if self.words else Sort.NEWEST
        sort = None if self.sort == usual or (self.sort == Sort.RELEVANCE and not self.words) else self.sort
        return replace(self, sort=sort)

    @property
    def order(self) -> Sort:
        return self.sort or (Sort.RELEVANCE if self.words else Sort.NEWEST)

    @property
    def is_narrowed(self) -> bool:
        """By anything but the page and the order."""
        return self != ListingState(sort=self.sort, page=self.page)

    def pairs(self) -> list[tuple[str, str]]:
        """The state as names and values, always in the same order, nothing empty."""
        said: list[tuple[str, Any]] = [
            (WORDS, self.words),
            *((PROVINCE, code) for code in self.provinces),
            (FROM, self.price_from),
            (TO, self.price_to),
            (READY, self.readiness and self.readiness.value),
            (SORT, self.sort and self.sort.value),
            (PAGE, self.page if self.page > 1 else None),
        ]
        return [(name, str(value)) for name, value in said if value not in (None, "")]

    def but(self, **changes: Any) -> "ListingState":
        """The same with something changed, from its first page on."""
        return replace(self, **{"page": 1, **changes}).tidied()

    def at(self, path: str) -> str:
        """The address of this state at a path."""
        query = urlencode(self.pairs())
        return f"{path}?{query}" if query else path

    def query(self, *, category: int | None) -> ProductQuery:
        return ProductQuery(
            words=self.words,
            category=category,
            provinces=self.provinces,
            price_from=None if self.price_from is None else Rupiah(self.price_from),
            price_to=None if self.price_to is None else Rupiah(self.price_to),
            readiness=self.readiness,
            sort=self.order,
            page=self.page,
        )


def is_said_cleanly(state: ListingState, given: Sequence[tuple[str, str]]) -> bool:
    """Whether an address says the state in its one way; names that are not ours (campaigns) are let pass."""
    ours = [pair for pair in given if pair[0] in NAMES]
    return ours == state.pairs()


def _amount(text: str | None) -> int | None:
    """Digits alone, as typed: 125000, 125.000, Rp125.000."""
    plain = (text or "").lower().replace("rp", "").replace(".", "").strip()
    return min(int(plain), HIGHEST) if plain.isascii() and plain.isdigit() else None


def _is_code(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isdigit()


def _member(kind: Any, text: str | None) -> Any:
    known: Mapping[str, Any] = {one.value: one for one in kind}
    return known.get(text or "")
