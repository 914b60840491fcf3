"""How curators narrow the list."""

import django_filters
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from iccn.accounts.models import User
from iccn.chapters.models import Chapter
from store.curation.machine import State
from store.curation.models import Submission
from store.curation.selectors import waiting_for

SHOWN_STATES = [(value, label) for value, label in State.choices if value != State.DRAFT]


class SubmissionFilter(WagtailFilterSet):  # type: ignore[misc]
    """State, chapter, words, and "waiting for me"."""

    state = django_filters.MultipleChoiceFilter(label=_("Keadaan"), choices=SHOWN_STATES)
    chapter = django_filters.ModelChoiceFilter(label=_("Simpul"), queryset=Chapter.objects.all())
    words = django_filters.CharFilter(label=_("Kata"), method="filter_words")
    mine = django_filters.BooleanFilter(label=_("Menunggu saya"), method="filter_mine")

    class Meta:
        model = Submission
        fields: list[str] = []

    def filter_words(self, queryset: QuerySet[Submission], _name: str, value: str) -> QuerySet[Submission]:
        return queryset.filter(Q(title__icontains=value) | Q(artisan__name__icontains=value))

    def filter_mine(
        self, queryset: QuerySet[Submission], _name: str, value: bool | None
    ) -> QuerySet[Submission]:
        user = self.request.user
        if not value or not isinstance(user, User):
            return queryset
        return queryset.filter(pk__in=waiting_for(user).values("pk"))
