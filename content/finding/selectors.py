"""Everything that a search of the whole site finds, by section."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Final

from django.core.paginator import Page as Leaf
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.translation import gettext as _

from content.finding.pages import Found, find_pages, marked, shown
from content.finding.state import SearchState, Section
from content.network.selectors import story_of
from iccn.chapters.models import Chapter
from iccn.chapters.selectors import active_chapters
from store.api.cards import ProductCard
from store.api.finding import Meaning, find_artisans, find_cards

FEW: Final = 3
FEW_PRODUCTS: Final = 4
PER_PAGE: Final = 12
CHAPTER_FIELDS: Final = ("name", "regency__name", "regency__province__name", "story", "story_en")


@dataclass(frozen=True)
class Group:
    """One section: how many there are, and those that are shown (`cards` for products)."""

    section: Section
    title: str
    total: int
    url: str
    lines: Sequence[Found] = ()
    cards: Sequence[ProductCard] = ()
    leaf: Leaf[int] | None = None

    @property
    def has_more(self) -> bool:
        return self.leaf is None and self.total > len(self.lines) + len(self.cards)


@dataclass(frozen=True)
class Answer:
    """`groups` are shown, `tabs` are all sections that found something."""

    groups: list[Group] = field(default_factory=list)
    tabs: list[Group] = field(default_factory=list)
    meant: str = ""

    @property
    def total(self) -> int:
        return sum(one.total for one in self.tabs)


def titles() -> dict[Section, str]:
    return {
        Section.PRODUCTS: _("Karya"),
        Section.CLASSES: _("Kelas"),
        Section.NEWS: _("Kabar"),
        Section.PAGES: _("Halaman"),
        Section.CHAPTERS: _("Simpul"),
        Section.ARTISANS: _("Perajin"),
    }


def find(state: SearchState, path: str) -> Answer:
    """The first few of every section, or one page of one section."""
    meaning = Meaning.of(state.words)
    if not meaning.wordings:
        return Answer()
    products = find_cards(state.words, FEW_PRODUCTS)
    groups = [
        _products(products.cards, products.total, products.url),
        *_pages(state, meaning, path),
        _chapters(state, meaning, path),
        _artisans(state, meaning, path),
    ]
    tabs = [group for group in groups if group.total]
    chosen = [group for group in tabs if state.section in {None, group.section}]
    return Answer(groups=chosen, tabs=tabs, meant=products.meant)


def _products(cards: Sequence[ProductCard], total: int, url: str) -> Group:
    return Group(Section.PRODUCTS, titles()[Section.PRODUCTS], total, url, cards=cards)


def _pages(state: SearchState, meaning: Meaning, path: str) -> list[Group]:
    found = find_pages(meaning)
    groups = []
    for section in (Section.CLASSES, Section.NEWS, Section.PAGES):
        ids = found.get(section, [])
        first, most, leaf = _window(state, section, len(ids))
        lines = shown(ids[first : first + most], meaning) if _is_shown(state, section) and ids else []
        groups.append(_group(state, section, len(ids), path, lines, leaf))
    return groups


def _chapters(state: SearchState, meaning: Meaning, path: str) -> Group:
    found = active_chapters().filter(_answers(meaning)).order_by("name", "pk")
    total = found.count()
    first, most, leaf = _window(state, Section.CHAPTERS, total)
    is_shown = _is_shown(state, Section.CHAPTERS) and total
    lines = [_chapter(one, meaning) for one in found[first : first + most]] if is_shown else []
    return _group(state, Section.CHAPTERS, total, path, lines, leaf)


def _answers(meaning: Meaning) -> Q:
    answers = Q()
    for pattern in meaning.patterns:
        answers &= reduce(or_, (Q(**{f"{name}__iregex": pattern}) for name in CHAPTER_FIELDS))
    return answers


def _chapter(chapter: Chapter, meaning: Meaning) -> Found:
    place = f"{chapter.regency.name}, {chapter.regency.province.name}"
    return Found(
        title=marked(meaning.marked(chapter.name)),
        url=chapter.get_absolute_url(),
        excerpt=marked(meaning.excerpt([story_of(chapter), place])),
        note=place,
    )


def _artisans(state: SearchState, meaning: Meaning, path: str) -> Group:
    wanted = max(state.page - 1, 0) * PER_PAGE if state.section is Section.ARTISANS else 0
    most = PER_PAGE if state.section is Section.ARTISANS else FEW
    found = find_artisans(meaning, wanted, most)
    _first, _most, leaf = _window(state, Section.ARTISANS, found.total)
    lines = [
        Found(
            title=marked(meaning.marked(one.name)),
            url=one.url,
            excerpt=marked(meaning.excerpt([one.text, one.role])),
            note=" · ".join(filter(None, (one.role, one.place))),
        )
        for one in found.cards
    ]
    return _group(state, Section.ARTISANS, found.total, path, lines, leaf)


def _is_shown(state: SearchState, section: Section) -> bool:
    return state.section in {None, section}


def _window(state: SearchState, section: Section, total: int) -> tuple[int, int, Leaf[int] | None]:
    """From where and how many: the first few of every section, or a whole page of the chosen one."""
    if state.section is not section:
        return 0, FEW, None
    leaf = Paginator(range(total), PER_PAGE).get_page(state.page)
    return (leaf.number - 1) * PER_PAGE, PER_PAGE, leaf


def _group(
    state: SearchState,
    section: Section,
    total: int,
    path: str,
    lines: Sequence[Found],
    leaf: Leaf[int] | None,
) -> Group:
    url = state.but(section=section).at(path)
    return Group(section, titles()[section], total, url, lines=lines, leaf=leaf)
