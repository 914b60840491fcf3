"""Reading the network: chapters by province, one chapter with everything public about it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.core.cache import cache
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from content.network.provinces import MIDDLE
from iccn.chapters.models import Chapter
from iccn.chapters.selectors import active_chapters
from iccn.media.pictures import CARD, WIDE, shown, with_renditions
from iccn.money.rupiah import ZERO, Rupiah
from store.api.selectors import public_money

OVERVIEW_KEY = "content.network.overview"
OVERVIEW_SECONDS = 60
SIZES = "(min-width: 56rem) 20rem, 100vw"
HALF_SIZES = "(min-width: 56rem) 38rem, 100vw"


@dataclass(frozen=True, slots=True)
class ChapterCard:
    """The inputs of the component `chapter_card`."""

    name: str
    place: str
    url: str
    picture: SafeString


@dataclass(frozen=True, slots=True)
class ProvinceGroup:
    code: str
    name: str
    chapters: list[ChapterCard]


@dataclass(frozen=True, slots=True)
class Overview:
    """The network at a glance."""

    chapters: int
    provinces: int
    places: list[tuple[str, str, int]] = field(default_factory=list)
    to_chapters: Rupiah = ZERO

    @property
    def points(self) -> list[dict[str, Any]]:
        return points_of(self.places)


def chapters_by_province() -> list[ProvinceGroup]:
    """Active chapters in the order of province codes. Two queries: chapters, what was made of their pictures."""
    found = list(active_chapters().order_by("regency__province__code", "name"))
    with_renditions(one.picture for one in found)
    groups = groupby(found, key=lambda one: one.regency.province)
    return [
        ProvinceGroup(place.code, place.name, [card_of(one) for one in inside]) for place, inside in groups
    ]


def card_of(chapter: Chapter) -> ChapterCard:
    return ChapterCard(
        name=chapter.name,
        place=chapter.regency.name,
        url=chapter.get_absolute_url(),
        picture=shown(chapter.picture, CARD, sizes=SIZES),
    )


def points_of(groups: Iterable[tuple[str, str, int]], *, main: str = "") -> list[dict[str, Any]]:
    """A point for each province (code, name, number of chapters) that the drawn map knows."""
    return [
        {
            "longitude": MIDDLE[code][0],
            "latitude": MIDDLE[code][1],
            "label": _("%(province)s: %(count)d simpul") % {"province": name, "count": count},
            "main": code == main,
        }
        for code, name, count in groups
        if code in MIDDLE
    ]


def overview() -> Overview:
    """The network and what reached its chapters; kept for a minute, because every home page asks. Four queries."""
    found: Overview | None = cache.get(OVERVIEW_KEY)
    if found is None:
        found = read_overview()
        cache.set(OVERVIEW_KEY, found, OVERVIEW_SECONDS)
    return found


def read_overview() -> Overview:
    places = (
        active_chapters()
        .order_by("regency__province__code")
        .values_list("regency__province__code", "regency__province__name")
    )
    groups = [(code, name, len(list(rows))) for (code, name), rows in groupby(places)]
    count = sum(count for _code, _name, count in groups)
    return Overview(count, len(groups), groups, public_money().chapters)


@dataclass(frozen=True, slots=True)
class ChapterPage:
    """What a chapter's own page shows beside its people, products and money."""

    place: str
    story: str
    picture: SafeString
    points: list[dict[str, Any]]


def chapter_page(chapter: Chapter) -> ChapterPage:
    """One query, for what was made of the picture."""
    with_renditions([chapter.picture])
    province = chapter.regency.province
    alt = chapter.picture.words if chapter.picture else ""
    return ChapterPage(
        place=f"{chapter.regency.name}, {province.name}",
        story=story_of(chapter),
        picture=shown(chapter.picture, WIDE, sizes=HALF_SIZES, alt=alt, is_eager=True),
        points=points_of([(province.code, province.name, 1)], main=province.code),
    )


def story_of(chapter: Chapter) -> str:
    """The chapter's story in the language of the page, Indonesian where there is no English."""
    is_english = (get_language() or "id").startswith("en")
    return (chapter.story_en if is_english else "") or chapter.story


def chapters_url() -> str:
    return reverse("network:chapters")
