"""Artisans: members of a chapter, confirmed and accepted by its coordinator; and the curators' own memberships."""

from iccn.accounts.models import User
from iccn.chapters.models import Chapter, ChapterRole
from iccn.demo.loader import pictures, stories
from iccn.demo.loader.clock import at, days_ago
from iccn.demo.loader.people import address_of, person
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.sketches import Sketch
from iccn.demo.loader.stories import Row, Words
from iccn.members.models import Member
from iccn.members.services import confirm_member, register_member
from iccn.regions.models import Village
from store.partner.models import Partner
from store.partner.services import accept_artisan, open_shop


def tell_artisans(progress: Progress, told: stories.Stories | None = None) -> None:
    story = told or stories.load()
    there = set(Partner.objects.values_list("code", flat=True))
    new = [row for row in story.artisans if row["code"] not in there]
    for number, row in enumerate(progress.over(new, "Perajin")):
        with at(days_ago(380 - 2 * number, 10)):
            tell_artisan(row)
    with at(days_ago(400)):
        for row in [*story.people["cast"], *story.people["curators"]]:
            join(row)


def sketch_of(row: Row) -> Sketch:
    return Sketch("scenes.portrait.portrait", (row["code"], row["gender"]))


def tell_artisan(row: Row) -> Partner:
    chapter = Chapter.objects.get(slug=row["chapter"])
    coordinator = coordinator_of(chapter)
    user = person(row["name"], address_of(row.get("cast", row["code"])))
    village = village_of(chapter, row["village"])
    member = register_member(chapter=chapter, name=row["name"], user=user, village=village, by=user)
    confirm_member(member=member, by=coordinator)
    face = Words(
        f"Potret rekaan {row['name']}, perajin {chapter.name}", f"An invented portrait of {row['name']}"
    )
    artisan = open_shop(
        member=member,
        code=row["code"],
        craft=row["craft"],
        story=row["story"],
        story_en=row["story_en"],
        portrait=pictures.keep(sketch_of(row), title=row["name"], words=face),
        is_public=row.get("consent", True),
        by=user,
    )
    return accept_artisan(artisan=artisan, by=coordinator)


def coordinator_of(chapter: Chapter) -> User:
    return chapter.roles.get(role=ChapterRole.Role.COORDINATOR, ends=None).user


def village_of(chapter: Chapter, name: str) -> Village:
    """The village of this name in the chapter's regency; the first where two bear it."""
    found = Village.objects.filter(district__regency=chapter.regency_id, name=name).order_by("code").first()
    if found is None:
        raise LookupError(f"{name} is no village of {chapter.regency.name}")
    return found


def join(row: Row) -> None:
    """A curator belongs to a chapter, whose artisans she then may not judge."""
    if "member_of" not in row:
        return
    user = User.objects.get(email=address_of(row["key"]))
    chapter = Chapter.objects.filter(slug=row["member_of"]).first()
    if chapter is not None and not Member.objects.filter(user=user).exists():
        member = register_member(chapter=chapter, name=user.name, user=user, by=user)
        confirm_member(member=member, by=coordinator_of(chapter))
