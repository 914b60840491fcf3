"""The pages: home, programmes, standard pages, news, classes with their mentors, menus and words about us.

What stands already is left as it is: an editor's work is never undone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from content.ajar.models import Mentor
from content.home import services
from content.home.details import (
    ClassWords,
    HomeWords,
    LessonDetails,
    MentorDetails,
    PageWords,
    ProgrammeWords,
)
from content.home.models import HomePage, Menu, SiteSettings
from iccn.demo.loader import stories
from iccn.demo.loader.clock import JAKARTA, at, days_ago
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.shelf import Shelf, sketch_of
from iccn.demo.loader.sketches import Sketch
from iccn.demo.loader.stories import Row

FOLDER = stories.FOLDER / "pages"
LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class PageStories:
    """Everything the pages tell; a test may tell an excerpt."""

    home: Row
    site: Row
    programmes: tuple[Row, ...]
    standard: tuple[Row, ...]
    news: tuple[Row, ...]
    mentors: tuple[Row, ...]
    classes: tuple[Row, ...]
    pictures: Mapping[str, Row]
    sheets: Mapping[str, Row]


def load(folder: Path = FOLDER) -> PageStories:
    def some(name: str) -> tuple[Row, ...]:
        return tuple(stories.read(folder / f"{name}.yaml"))

    return PageStories(
        home=stories.read(folder / "home.yaml"),
        site=stories.read(folder / "site.yaml"),
        programmes=some("programmes"),
        standard=some("standard"),
        news=some("news"),
        mentors=some("mentors"),
        classes=tuple(stories.read(path) for path in sorted((folder / "classes").glob("*"))),
        pictures=stories.read(folder / "pictures.yaml"),
        sheets=stories.read(folder / "sheets.yaml"),
    )


def tell_pages(progress: Progress, told: PageStories | None = None) -> None:
    told = told or load()
    shelf = Shelf(told.pictures, told.sheets)
    with at(days_ago(400)):
        services.lay_foundation()
    tellers = (tell_standard, tell_programmes, tell_classes, tell_news, tell_home, tell_site)
    for tell in progress.over(tellers, "Halaman", total=len(tellers)):
        tell(told, shelf)


def sketches_missing() -> list[Sketch]:
    """Every picture of the pages that is not in the media library yet, for the painters."""
    told = load()
    known = Shelf(told.pictures, told.sheets).known_pictures
    return [sketch_of(row) for row in told.pictures.values() if row["id"] not in known]


def tell_standard(told: PageStories, shelf: Shelf) -> None:
    with at(days_ago(390)):
        for row in told.standard:
            services.publish_standard(
                slug=row["slug"], words=in_both(PageWords, row, shelf), picture=picture_of(row, shelf)
            )


def tell_programmes(told: PageStories, shelf: Shelf) -> None:
    with at(days_ago(380)):
        for row in told.programmes:
            services.publish_programme(
                code=row["code"], words=in_both(ProgrammeWords, row, shelf), picture=picture_of(row, shelf)
            )


def tell_news(told: PageStories, shelf: Shelf) -> None:
    for row in sorted(told.news, key=lambda one: one["date"]):
        moment = datetime.combine(row["date"], datetime.min.time(), JAKARTA).replace(hour=9)
        with at(moment):
            services.publish_news(
                slug=row["slug"],
                date=row["date"],
                category=row["category"],
                words=in_both(PageWords, row, shelf),
                picture=picture_of(row, shelf),
            )


def tell_classes(told: PageStories, shelf: Shelf) -> None:
    with at(days_ago(60)):
        mentors = {row["key"]: mentor_of(row, shelf) for row in told.mentors}
        for row in told.classes:
            services.publish_class(
                slug=row["slug"],
                words=in_both(ClassWords, row, shelf),
                lessons=[lesson_of(one, shelf) for one in row["lessons"]],
                mentors=[mentors[one] for one in row["mentors"]],
                picture=picture_of(row, shelf),
            )


def mentor_of(row: Row, shelf: Shelf) -> Mentor:
    return services.publish_mentor(
        details=MentorDetails(
            name=row["name"],
            place=row["place"],
            craft=row["craft"],
            story=row["story"],
            picture=picture_of(row, shelf),
        )
    )


def lesson_of(row: Row, shelf: Shelf) -> LessonDetails:
    return LessonDetails(slug=row["slug"], minutes=row["minutes"], words=in_both(PageWords, row, shelf))


def tell_home(told: PageStories, shelf: Shelf) -> None:
    """Dressed once, while nothing but the foundation's words stands there."""
    if HomePage.objects.get(locale__language_code="id").hero_pictures:
        return
    with at(days_ago(20)):
        services.dress_home(
            words=in_both(HomeWords, told.home, shelf),
            pictures=[shelf.picture(name) for name in told.home["pictures"]],
        )


def tell_site(told: PageStories, _shelf: Shelf) -> None:
    """The foot of every page, until an editor has said something else."""
    row = told.site
    if SiteSettings.objects.filter(email="").exists():
        description = {code: row[f"description_{code}"] for code in LANGUAGES}
        services.introduce_site(description=description, email=row["email"])
        for code in LANGUAGES:
            services.write_menu(
                place=Menu.Place.FOOTER,
                language=code,
                groups=[
                    (one["title"], [tuple(link) for link in one["links"]]) for one in row["footer"][code]
                ],
            )


def in_both(kind: type[Any], row: Row, shelf: Shelf) -> dict[str, Any]:
    return {code: kind(**shelf.filled(row[code])) for code in LANGUAGES}


def picture_of(row: Row, shelf: Shelf) -> Any:
    return shelf.picture(row["picture"]) if "picture" in row else None
