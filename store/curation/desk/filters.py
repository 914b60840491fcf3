"""How curators narrow the list."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import django_filters
from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from iccn.accounts.models import User
from iccn.chapters.models import Chapter
from store.catalogue.models import Category
from store.curation.machine import State
from store.curation.models import Round, Submission
from store.curation.selectors import waiting_for

SHOWN_STATES = [(value, label) for value, label in State.choices if value != State.DRAFT]
KEPT_SECONDS = 300
Choices = list[tuple[str, str]]
SCORES = [("70", _("70 ke atas")), ("50", _("50 ke atas")), ("0", _("sudah ada poin"))]
AGES = [("3", _("lebih dari 3 hari")), ("7", _("lebih dari 7 hari")), ("30", _("lebih dari 30 hari"))]
EXPIRIES = [("0", _("habis tahun ini atau sebelumnya")), ("1", _("habis tahun depan"))]


def kept(name: str, read: Callable[[], Choices]) -> Callable[[], Choices]:
    """Choices that seldom change are read every five minutes, not for every list."""
    return lambda: cache.get_or_set(f"curation.{name}", read, KEPT_SECONDS) or []


def chapters() -> Choices:
    return [(str(pk), name) for pk, name in Chapter.objects.values_list("pk", "name")]


def provinces() -> Choices:
    found = Chapter.objects.order_by("regency__province__name").distinct()
    return list(found.values_list("regency__province_id", "regency__province__name"))


def categories() -> Choices:
    """Each with those above it in its name, in the order of the tree."""
    return [(one.path, f"{'· ' * (one.depth - 1)}{one.name}") for one in Category.objects.order_by("path")]


def rounds() -> Choices:
    return [(str(pk), theme) for pk, theme in Round.objects.values_list("pk", "theme")]


class SubmissionFilter(WagtailFilterSet):  # type: ignore[misc]
    """Words, state, place, category, points, age, certificate, and "waiting for me"."""

    words = django_filters.CharFilter(label=_("Kata"), method="filter_words")
    state = django_filters.MultipleChoiceFilter(label=_("Keadaan"), choices=SHOWN_STATES)
    chapter = django_filters.ChoiceFilter(
        label=_("Simpul"), field_name="chapter_id", choices=kept("chapters", chapters)
    )
    province = django_filters.ChoiceFilter(
        label=_("Provinsi"), field_name="chapter__regency__province_id", choices=kept("provinces", provinces)
    )
    category = django_filters.ChoiceFilter(
        label=_("Kategori"),
        field_name="category__path",
        lookup_expr="startswith",
        choices=kept("categories", categories),
    )
    intake = django_filters.ChoiceFilter(
        label=_("Kurasi"), choices=kept("rounds", rounds), null_label=_("Penerimaan bergulir")
    )
    points = django_filters.ChoiceFilter(
        label=_("Poin"), field_name="points", lookup_expr="gte", choices=SCORES
    )
    age = django_filters.ChoiceFilter(label=_("Umur kiriman"), choices=AGES, method="filter_age")
    certificate = django_filters.ChoiceFilter(
        label=_("Sertifikat P-IRT"), choices=EXPIRIES, method="filter_certificate"
    )
    mine = django_filters.BooleanFilter(label=_("Menunggu saya"), method="filter_mine")

    class Meta:
        model = Submission
        fields: list[str] = []

    def filter_words(self, queryset: QuerySet[Submission], _name: str, value: str) -> QuerySet[Submission]:
        return queryset.filter(Q(title__icontains=value) | Q(artisan__name__icontains=value))

    def filter_age(self, queryset: QuerySet[Submission], _name: str, value: str) -> QuerySet[Submission]:
        return queryset.filter(sent_at__lt=timezone.now() - timedelta(days=int(value)))

    def filter_certificate(
        self, queryset: QuerySet[Submission], _name: str, value: str
    ) -> QuerySet[Submission]:
        """The last two digits of a P-IRT number are the year in which it runs out."""
        year = timezone.localdate().year % 100 + int(value)
        years = [year] if value == "1" else range(year + 1)
        ends = (Q(typed__pirt__endswith=f"-{one:02}") for one in years)
        found = Q()
        for end in ends:
            found |= end
        return queryset.filter(found)

    def filter_mine(
        self, queryset: QuerySet[Submission], _name: str, value: bool | None
    ) -> QuerySet[Submission]:
        user: Any = self.request.user
        if not value or not isinstance(user, User):
            return queryset
        return queryset.filter(pk__in=waiting_for(user).values("pk"))
