"""The five programmes as the theme's component takes them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ProgrammeCard:
    """The inputs of the component `programme_card`."""

    programme: str
    code: str
    title: str
    text: str
    url: str


def cards_of(pages: Iterable[Any]) -> list[ProgrammeCard]:
    return [
        ProgrammeCard(one.code, one.code.upper(), one.title, one.promise, str(one.url or "")) for one in pages
    ]
