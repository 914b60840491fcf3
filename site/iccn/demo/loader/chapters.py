"""Chapters with their picture, coordinator and treasurer."""

from datetime import date

from iccn.chapters.models import Chapter, ChapterRole
from iccn.chapters.services import appoint, open_chapter
from iccn.demo.loader import pictures, stories
from iccn.demo.loader.clock import at, days_ago
from iccn.demo.loader.people import TELLER, invented
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.sketches import Sketch
from iccn.demo.loader.stories import Row, Words
from iccn.media.models import Picture
from iccn.regions.models import Regency

SINCE = date(2025, 9, 1)
OFFICES = {"coordinator": ChapterRole.Role.COORDINATOR, "treasurer": ChapterRole.Role.TREASURER}


def tell_chapters(progress: Progress, told: stories.Stories | None = None) -> None:
    there = set(Chapter.objects.values_list("slug", flat=True))
    new = [row for row in (told or stories.load()).chapters if row["slug"] not in there]
    with at(days_ago(410)):
        for row in progress.over(new, "Simpul"):
            tell_chapter(row)


def sketch_of(row: Row) -> Sketch:
    return Sketch("scenes.land.landscape", (row["slug"], row["place"]))


def tell_chapter(row: Row) -> Chapter:
    regency = Regency.objects.get(code=row["regency"])
    chapter = open_chapter(
        slug=row["slug"],
        name=row["name"],
        regency=regency,
        by=TELLER,
        story=row["story"],
        story_en=row["story_en"],
        picture=picture_of(row, regency),
    )
    for office, role in OFFICES.items():
        appoint(user=invented(row[office]), chapter=chapter, role=role, starts=SINCE, by=TELLER)
    return chapter


def picture_of(row: Row, regency: Regency) -> Picture:
    seen = Words(
        f"Pemandangan di {regency.name}, gambar rekaan", f"A drawn view around {regency.name}, invented"
    )
    return pictures.keep(sketch_of(row), title=row["name"], words=seen)
