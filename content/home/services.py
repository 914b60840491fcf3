"""Laying the pages' foundation, and publishing pages from plain data.

    lay_foundation()                                    # both languages, the site, first pages, rights, workflow
    publish_programme(code="rescue", words={"id": ProgrammeWords(…), "en": ProgrammeWords(…)}, picture=picture)
    publish_standard(slug="tentang", words={"id": PageWords(…), "en": PageWords(…)})
    publish_news(slug="pasar-bandung", date=date(2026, 11, 1), category="story", words={…}, picture=picture)
    mentor = publish_mentor(details=MentorDetails(name="Sari", craft={"id": …, "en": …}, …))
    publish_class(slug="foto-produk", words={"id": ClassWords(…), "en": …}, picture=picture, mentors=[mentor],
                  lessons=[LessonDetails(slug="cahaya", minutes=20, words={"id": PageWords(…), "en": …}), …])
    dress_home(words={"id": HomeWords(…), "en": …}, pictures=[picture, …])
    introduce_site(description={"id": …, "en": …}, email="halo@contoh.example")
    write_menu(place=Menu.Place.FOOTER, language="id", groups=[("Bantuan", [("Cara belanja", "/id/cara-belanja/")])])

Words are the dataclasses of `content.home.details`; bodies are written as in `content.blocks.writing`; pictures,
recordings and files inside them are objects or ids. The Indonesian page is the source; its English twin (same address
under /en/) is published when `words` has "en". A page that exists already is returned untouched, so that loading
again never undoes an editor's work; only `dress_home`, `introduce_site` and `write_menu` write over what stands there.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from wagtail.models import Locale, Page

from content.ajar.models import AcademyIndexPage, CourseMentor, CoursePage, LessonPage, Mentor
from content.home.details import (
    ClassWords,
    HomeWords,
    LessonDetails,
    MentorDetails,
    PageWords,
    ProgrammeWords,
)
from content.home.foundation import links_of
from content.home.laying import Foundation, NotLaid, home_page, lay
from content.home.models import (
    HomePage,
    Menu,
    ProgrammeIndexPage,
    ProgrammePage,
    SiteSettings,
    StandardPage,
)
from content.news.models import NewsIndexPage, NewsPage
from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.media.models import Picture

__all__ = [
    "Foundation",
    "dress_home",
    "introduce_site",
    "lay_foundation",
    "publish_class",
    "publish_mentor",
    "publish_news",
    "publish_page",
    "publish_programme",
    "publish_standard",
    "write_menu",
]

Links = Sequence[tuple[str, str]]

SYSTEM = "system:pages"


@transaction.atomic
def lay_foundation() -> Foundation:
    """Makes sure that both languages, the site, its first pages, menus, rights and the workflow stand.

    Idempotent: what is there stays as editors left it.
    """
    return lay(publish_page)


@transaction.atomic
def publish_page(
    *,
    model: type[Page],
    parent: Page,
    slug: str,
    words: Mapping[str, Any],
    shared: Mapping[str, Any] | None = None,
    by: User | None = None,
) -> Any:
    """Publishes a page below an Indonesian page, and its English twin; returns the Indonesian one."""
    standing = parent.get_children().filter(slug=slug).first()
    if standing is not None:
        return standing.specific
    page = model(slug=slug, locale=parent.locale, owner=by, **(shared or {}), **words["id"].fields())
    parent.add_child(instance=page)
    _publish(page, by)
    if "en" in words:
        _publish_twin(page, words["en"].fields(), by)
    return page


def _publish(page: Any, by: User | None) -> None:
    page.save_revision(user=by).publish(user=by)
    audit.record(by or SYSTEM, "page.published", page, slug=page.slug)


def _publish_twin(page: Any, fields: Mapping[str, Any], by: User | None) -> Any:
    """The twin may stand already as a draft of Wagtail's own; it gets the words and goes live."""
    english = Locale.objects.get(language_code="en")
    twin = page.get_translation_or_none(english) or page.copy_for_translation(english, copy_parents=True)
    twin = twin.specific
    twin.alias_of = None
    for name, value in fields.items():
        setattr(twin, name, value)
    _publish(twin, by)
    return twin


def publish_programme(
    *, code: str, words: Mapping[str, ProgrammeWords], picture: Picture | None = None, by: User | None = None
) -> ProgrammePage:
    """One of the five programmes; its address ends with its code."""
    parent = _section(ProgrammeIndexPage)
    shared = {"code": code, "picture": picture}
    page: ProgrammePage = publish_page(
        model=ProgrammePage, parent=parent, slug=code, words=words, shared=shared, by=by
    )
    return page


def publish_standard(
    *,
    slug: str,
    words: Mapping[str, PageWords],
    picture: Picture | None = None,
    parent: Page | None = None,
    by: User | None = None,
) -> StandardPage:
    page: StandardPage = publish_page(
        model=StandardPage,
        parent=parent or home_page("id"),
        slug=slug,
        words=words,
        shared={"picture": picture},
        by=by,
    )
    return page


def publish_news(
    *,
    slug: str,
    date: datetime.date,
    words: Mapping[str, PageWords],
    category: str = NewsPage.Category.STORY,
    picture: Picture | None = None,
    by: User | None = None,
) -> NewsPage:
    shared = {"date": date, "category": category, "picture": picture}
    parent = _section(NewsIndexPage)
    page: NewsPage = publish_page(model=NewsPage, parent=parent, slug=slug, words=words, shared=shared, by=by)
    return page


@transaction.atomic
def publish_mentor(*, details: MentorDetails, by: User | None = None) -> Mentor:
    """A mentor and the English twin; found again by name and place."""
    indonesian = Locale.objects.get(language_code="id")
    known = Mentor.objects.filter(name=details.name, place=details.place, locale=indonesian)
    standing: Mentor | None = known.first()
    if standing is not None:
        return standing
    mentor = Mentor(
        name=details.name,
        place=details.place,
        picture=details.picture,
        craft=details.craft["id"],
        story=details.story.get("id", ""),
        has_consented=True,
        locale=indonesian,
    )
    mentor.save()
    _publish_mentor(mentor, by)
    if "en" in details.craft:
        twin = mentor.copy_for_translation(Locale.objects.get(language_code="en"))
        twin.craft, twin.story = details.craft["en"], details.story.get("en", "")
        twin.save()
        _publish_mentor(twin, by)
    return mentor


def _publish_mentor(mentor: Mentor, by: User | None) -> None:
    mentor.save_revision(user=by).publish(user=by)
    audit.record(by or SYSTEM, "mentor.published", mentor)


@transaction.atomic
def publish_class(
    *,
    slug: str,
    words: Mapping[str, ClassWords],
    lessons: Sequence[LessonDetails],
    mentors: Sequence[Mentor] = (),
    picture: Picture | None = None,
    by: User | None = None,
) -> CoursePage:
    """A class with its lessons, in the order given."""
    parent = _section(AcademyIndexPage)
    shared = {
        "picture": picture,
        "mentors": [CourseMentor(mentor=one, sort_order=place) for place, one in enumerate(mentors)],
    }
    course: CoursePage = publish_page(
        model=CoursePage, parent=parent, slug=slug, words=words, shared=shared, by=by
    )
    for one in lessons:
        publish_page(
            model=LessonPage,
            parent=course,
            slug=one.slug,
            words=one.words,
            shared={"minutes": one.minutes},
            by=by,
        )
        course.refresh_from_db(fields=["numchild", "path"])
    return course


@transaction.atomic
def dress_home(
    *, words: Mapping[str, HomeWords], pictures: Sequence[Picture] = (), by: User | None = None
) -> HomePage:
    """Gives the home pages their words and the mosaic at their head, over what stands there."""
    for language, said in words.items():
        page = home_page(language)
        fields = {
            **said.fields(),
            "hero_pictures": [{"type": "picture", "value": one.pk} for one in pictures],
        }
        for name, value in fields.items():
            setattr(page, name, value)
        page.picture = pictures[0] if pictures else page.picture
        _publish(page, by)
    return home_page("id")


@transaction.atomic
def introduce_site(
    *, description: Mapping[str, str], email: str = "", phone: str = "", by: User | None = None
) -> SiteSettings:
    """What the foot of every page says about us, over what it said."""
    words: SiteSettings = SiteSettings.objects.select_for_update().first() or SiteSettings()
    words.description_id, words.description_en = description["id"], description.get("en", "")
    words.email, words.phone = email, phone
    words.full_clean()
    words.save()
    audit.record(by or SYSTEM, "site.introduced", words)
    return words


@transaction.atomic
def write_menu(
    *,
    place: Menu.Place,
    language: str,
    links: Links = (),
    groups: Sequence[tuple[str, Links]] = (),
    by: User | None = None,
) -> Menu:
    """The links of a menu in one language (label, address), over those that stood there."""
    menu: Any = Menu.objects.select_for_update().filter(place=place, locale__language_code=language).first()
    if menu is None:
        raise NotLaid
    menu.links = [{"type": "link", "value": one} for one in links_of(links)]
    menu.groups = [
        {"type": "group", "value": {"title": title, "links": links_of(inside)}} for title, inside in groups
    ]
    menu.save()
    audit.record(by or SYSTEM, "menu.written", menu, place=place.value, language=language)
    written: Menu = menu
    return written


def _section(model: type[Page]) -> Page:
    page = model.objects.filter(locale__language_code="id").order_by("path").first()
    if page is None:
        raise NotLaid
    return page
