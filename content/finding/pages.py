"""Pages that answer a search, through Wagtail's own search, and how each is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Locale, Page
from wagtail.search.query import PlainText

from content.ajar.models import CoursePage, LessonPage
from content.blocks.page import PublicPage
from content.finding.state import Section
from content.news.models import NewsPage
from store.api.finding import Meaning

MOST: Final = 300
SECTION_OF: Final[dict[type[Page], Section]] = {
    CoursePage: Section.CLASSES,
    LessonPage: Section.CLASSES,
    NewsPage: Section.NEWS,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A line of what was found: words are marked, everything else is escaped."""

    title: SafeString
    url: str
    excerpt: SafeString
    kind: str = ""
    note: str = ""


def find_pages(meaning: Meaning) -> dict[Section, list[int]]:
    """Published pages for everybody in the language of the page, the best first, by section. Four queries.

    Rank, numbers and sections come out of one search; only what is shown is read in full (`shown`).
    """
    if not meaning.wordings:
        return {}
    everybodys = Page.objects.live().public().filter(locale=Locale.get_active(), depth__gt=2)
    found: dict[Section, list[int]] = {}
    for page in everybodys.search(asked(meaning))[:MOST]:
        found.setdefault(_section(page.content_type_id), []).append(page.pk)
    return found


def asked(meaning: Meaning) -> Any:
    """All things asked for; for each, any of its wordings. Pages hold their words and roots (`found_by`)."""
    return reduce(and_, (reduce(or_, map(PlainText, wordings)) for wordings in meaning.wordings))


def _section(content_type: int) -> Section:
    model = ContentType.objects.get_for_id(content_type).model_class()
    return SECTION_OF.get(model, Section.PAGES) if model else Section.PAGES


def shown(ids: Sequence[int], meaning: Meaning) -> list[Found]:
    """The pages in full, in the given order. A query, and one for each kind of page."""
    pages = {page.pk: page for page in Page.objects.filter(pk__in=ids).specific()}
    return [_found(pages[one], meaning) for one in ids if one in pages]


def _found(page: Any, meaning: Meaning) -> Found:
    texts = page.texts() if isinstance(page, PublicPage) else [page.search_description]
    return Found(
        title=marked(meaning.marked(page.title)),
        url=str(page.url or ""),
        excerpt=marked(meaning.excerpt(texts)),
        kind=str(page.specific_class._meta.verbose_name).capitalize(),
    )


def marked(pieces: Iterable[tuple[str, bool]]) -> SafeString:
    """Pieces as HTML; whatever an editor or a shopper wrote stays text."""
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", text) if is_found else text,) for text, is_found in pieces)
    )
