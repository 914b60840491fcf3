"""Verbs about chapters and their offices."""

from datetime import date
from typing import Any

from django.db import transaction

from iccn.accounts.models import User
from iccn.accounts.roles import COORDINATOR, TREASURER
from iccn.accounts.services import grant_role, revoke_role
from iccn.audit import services as audit
from iccn.chapters.models import Chapter, ChapterRole
from iccn.chapters.refusals import AlreadyHolds, EndsBeforeStart
from iccn.regions.models import Regency

GROUPS = {ChapterRole.Role.COORDINATOR: COORDINATOR, ChapterRole.Role.TREASURER: TREASURER}


@transaction.atomic
def open_chapter(*, slug: str, name: str, regency: Regency, by: User | str, **words: Any) -> Chapter:
    """Opens a chapter, or brings its words in step when the slug is there already."""
    chapter, created = Chapter.objects.update_or_create(
        slug=slug, defaults={"name": name, "regency": regency, **words}
    )
    audit.record(by, "chapter.opened" if created else "chapter.changed", chapter)
    return chapter


@transaction.atomic
def appoint(*, user: User, chapter: Chapter, role: str, starts: date, by: User | str) -> ChapterRole:
    """Gives a person an office from a day on, and the role's group. Raises AlreadyHolds."""
    Chapter.objects.select_for_update().get(pk=chapter.pk)
    if ChapterRole.objects.filter(user=user, chapter=chapter, role=role, ends__isnull=True).exists():
        raise AlreadyHolds(name=user.name, chapter=chapter.name)
    office = ChapterRole.objects.create(user=user, chapter=chapter, role=role, starts=starts)
    if group := GROUPS.get(ChapterRole.Role(role)):
        grant_role(user=user, role=group, by=by)
    audit.record(by, "chapter.appointed", office, chapter=chapter.slug, role=role)
    return office


@transaction.atomic
def end_office(*, office: ChapterRole, ends: date, by: User | str) -> ChapterRole:
    """Ends an office on a day; the group goes with the last open office of its kind. Raises EndsBeforeStart."""
    held = ChapterRole.objects.select_for_update().get(pk=office.pk)
    if ends < held.starts:
        raise EndsBeforeStart(starts=held.starts)
    held.ends = ends
    held.save(update_fields=["ends"])
    others = ChapterRole.objects.filter(user=held.user, role=held.role, ends__isnull=True)
    if (group := GROUPS.get(ChapterRole.Role(held.role))) and not others.exists():
        revoke_role(user=held.user, role=group, by=by)
    audit.record(by, "chapter.office_ended", held, chapter=held.chapter.slug, role=held.role)
    return held
