"""Classes, lessons and mentors as the theme's components take them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from iccn.media.pictures import CARD, FACE, shown, with_renditions
from iccn.media.rules import megabytes

SIZES = "(min-width: 56rem) 24rem, 100vw"
FACE_SIZES = "5rem"


@dataclass(frozen=True, slots=True)
class ClassCard:
    """The inputs of the component `class_card`."""

    title: str
    url: str
    picture: SafeString
    promise: str
    facts: list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class MentorCard:
    """The inputs of the component `person_card`."""

    name: str
    role: str
    place: str
    text: str
    picture: SafeString


def class_cards(courses: Iterable[Any]) -> list[ClassCard]:
    """Two queries: the classes (from `for_cards()`), what was made of their pictures."""
    found = list(courses)
    with_renditions(one.picture for one in found)
    return [_class_card(one) for one in found]


def _class_card(page: Any) -> ClassCard:
    return ClassCard(
        title=page.title,
        url=str(page.url or ""),
        picture=shown(page.picture, CARD, sizes=SIZES),
        promise=page.promise,
        facts=class_facts(page.lesson_count or 0, page.minutes or 0, page.data or 0),
    )


def class_facts(lessons: int, minutes: int, data: int) -> list[dict[str, str]]:
    """How many lessons, how long, how much data; a class without lessons says that it opens soon."""
    if not lessons:
        return [{"icon": "clock", "label": _("Segera dibuka")}]
    count = ngettext("%(n)d pelajaran", "%(n)d pelajaran", lessons) % {"n": lessons}
    return [{"icon": "book-open", "label": count}, *cost_facts(minutes, data)]


def cost_facts(minutes: int, data: int) -> list[dict[str, str]]:
    """What learning costs: time and data."""
    return [
        {"icon": "clock", "label": minutes_words(minutes)},
        {"icon": "download", "label": megabytes(data, get_language() or "id")},
    ]


def minutes_words(minutes: int) -> str:
    return ngettext("%(n)d menit", "%(n)d menit", minutes) % {"n": minutes}


def facts_of(lessons: Sequence[Any]) -> list[dict[str, str]]:
    return class_facts(len(lessons), sum(one.minutes for one in lessons), sum(one.weight for one in lessons))


def syllabus(lessons: Iterable[Any], *, now: int | None = None) -> list[dict[str, str]]:
    """The inputs of the component `lesson_nav`."""
    return [
        {
            "title": one.title,
            "url": str(one.url or ""),
            "state": "now" if one.pk == now else "open",
            "note": " · ".join(fact["label"] for fact in cost_facts(one.minutes, one.weight)),
        }
        for one in lessons
    ]


def place_in_class(lesson: Any, lessons: Sequence[Any]) -> dict[str, Any]:
    """Where a lesson stands among the lessons of its class: all of them, the one before, the one after."""
    shelf = syllabus(lessons, now=lesson.pk)
    place = next((number for number, one in enumerate(lessons) if one.pk == lesson.pk), None)
    return {
        "lessons": shelf,
        "number": None if place is None else place + 1,
        "previous": shelf[place - 1] if place else None,
        "next": shelf[place + 1] if place is not None and place + 1 < len(shelf) else None,
        "costs": cost_facts(lesson.minutes, lesson.weight),
    }


def mentor_cards(mentors: Iterable[Any]) -> list[MentorCard]:
    found = list(mentors)
    with_renditions(one.picture for one in found)
    return [mentor_card(one) for one in found]


def mentor_card(mentor: Any) -> MentorCard:
    picture = shown(mentor.picture, FACE, sizes=FACE_SIZES)
    return MentorCard(mentor.name, mentor.craft, mentor.place, mentor.story, picture)
