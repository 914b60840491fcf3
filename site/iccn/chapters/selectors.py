"""Reading chapters and offices."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from iccn.accounts.models import User
from iccn.chapters.models import Chapter, ChapterRole


def active_chapters() -> QuerySet[Chapter]:
    return Chapter.objects.filter(is_active=True).select_related("regency__province", "picture")


def open_roles(*, on: date | None = None) -> QuerySet[ChapterRole]:
    """Offices held on a day (today in Jakarta when none is given)."""
    day = on or timezone.localdate()
    return ChapterRole.objects.filter(Q(ends__isnull=True) | Q(ends__gte=day), starts__lte=day)


def holds(*, user: User, chapter: Chapter, role: str, on: date | None = None) -> bool:
    return open_roles(on=on).filter(user=user, chapter=chapter, role=role).exists()


def chapters_of(user: User, *, on: date | None = None) -> QuerySet[Chapter]:
    """The chapters in which a person holds any office."""
    return Chapter.objects.filter(pk__in=open_roles(on=on).filter(user=user).values("chapter"))
