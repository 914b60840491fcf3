"""Reads with names of the academy."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from wagtail.models import Page, PageQuerySet


class CourseQuerySet(PageQuerySet):  # type: ignore[misc]
    def for_cards(self) -> "CourseQuerySet":
        """Published classes in the editors' order, with the sums of their published lessons."""
        lessons = Page.objects.live().filter(
            path__startswith=OuterRef("path"), depth=OuterRef("depth") + 1, lessonpage__isnull=False
        )

        def total(what: Any) -> Subquery:
            return Subquery(lessons.order_by().values("depth").annotate(total=what).values("total"))

        found: CourseQuerySet = (
            self.live()
            .select_related("picture")
            .annotate(
                lesson_count=total(Count("pk")),
                minutes=total(Sum("lessonpage__minutes")),
                data=total(Sum("lessonpage__weight")),
            )
            .order_by("path")
        )
        return found


class MentorQuerySet(QuerySet[Any]):
    def shown_in(self, locale: int, ids: Sequence[int]) -> list[Any]:
        """Published mentors who agreed, as chosen or as their twin in the language of the page. One query."""
        keys = self.filter(pk__in=ids).values("translation_key")
        found: list[Any] = list(self.filter(translation_key__in=keys).select_related("picture"))
        key_of = {one.pk: one.translation_key for one in found}
        visible = [one for one in found if one.live and one.has_consented]
        best = {one.translation_key: one for one in visible if one.pk in ids}
        best |= {one.translation_key: one for one in visible if one.locale_id == locale}
        return [best[key_of[one]] for one in ids if key_of.get(one) in best]
