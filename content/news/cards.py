"""News as a card shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.utils.safestring import SafeString

from iccn.media.pictures import CARD, shown, with_renditions

PER_PAGE = 12
SIZES = "(min-width: 56rem) 24rem, 100vw"


@dataclass(frozen=True, slots=True)
class NewsCard:
    """The inputs of the component `news_card`."""

    title: str
    url: str
    picture: SafeString
    date: date
    category: str
    text: str


def cards_of(pages: Iterable[Any]) -> list[NewsCard]:
    """Two queries: the pages, what was made of their pictures."""
    found = list(pages)
    with_renditions(one.picture for one in found)
    return [_card(one) for one in found]


def leaf_of(pages: Any, number: str) -> "Leaf[Any]":
    """One leaf of the list, with cards in place of pages. Three queries."""
    leaf = Paginator(pages, PER_PAGE).get_page(number)
    leaf.object_list = cards_of(leaf.object_list)
    return leaf


def _card(page: Any) -> NewsCard:
    return NewsCard(
        title=page.title,
        url=str(page.url or ""),
        picture=shown(page.picture, CARD, sizes=SIZES),
        date=page.date,
        category=page.get_category_display(),
        text=page.description,
    )
