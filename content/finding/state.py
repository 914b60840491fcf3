"""What is searched, where, and which page of it: read from an address and written to one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Protocol
from urllib.parse import urlencode

WORDS, SECTION, PAGE = "q", "bagian", "halaman"
NAMES: Final = (WORDS, SECTION, PAGE)
LONGEST: Final = 120
LAST_PAGE: Final = 1_000


class Section(StrEnum):
    """The parts of what was found, in the order in which they are shown."""

    PRODUCTS = "karya"
    CLASSES = "kelas"
    NEWS = "kabar"
    PAGES = "halaman"
    CHAPTERS = "simpul"
    ARTISANS = "perajin"


class Values(Protocol):
    def get(self, key: str, /) -> str | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchState:
    """One state has one address. Without a section the first few of each are shown."""

    words: str = ""
    section: Section | None = None
    page: int = 1

    @classmethod
    def read(cls, values: Values) -> "SearchState":
        words = " ".join((values.get(WORDS) or "").replace("\x00", "").split())[:LONGEST].strip()
        known: Mapping[str, Section] = {one.value: one for one in Section}
        section = known.get(values.get(SECTION) or "")
        return cls(words=words, section=section, page=_number(values.get(PAGE))).tidied()

    def tidied(self) -> "SearchState":
        """Products are listed in the store; without words there is nothing to choose from."""
        section = self.section if self.words and self.section is not Section.PRODUCTS else None
        return replace(self, section=section, page=self.page if section else 1)

    def but(self, **changes: object) -> "SearchState":
        return replace(self, **{"page": 1, **changes}).tidied()  # type: ignore[arg-type]

    def pairs(self) -> list[tuple[str, str]]:
        said = [
            (WORDS, self.words),
            (SECTION, self.section.value if self.section else ""),
            (PAGE, str(self.page) if self.page > 1 else ""),
        ]
        return [(name, value) for name, value in said if value]

    def at(self, path: str) -> str:
        query = urlencode(self.pairs())
        return f"{path}?{query}" if query else path


def is_said_cleanly(state: SearchState, given: Sequence[tuple[str, str]]) -> bool:
    """Whether an address says the state in its one way; names that are not ours are let pass."""
    return [pair for pair in given if pair[0] in NAMES] == state.pairs()


def _number(text: str | None) -> int:
    plain = (text or "").strip()
    is_number = plain.isascii() and plain.isdigit()
    return min(int(plain[:6]) or 1, LAST_PAGE) if is_number else 1
