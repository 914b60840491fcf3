"""Curators and editors try a search and see what people did not find."""

from datetime import timedelta
from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Max, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView

from store.search import permissions
from store.search.desk.explaining import explain
from store.search.models import ZeroResult
from store.search.unanswered import KEPT_DAYS

LONGEST = 120
PERIODS = (("7", _("7 hari")), ("30", _("30 hari")), (str(KEPT_DAYS), _("90 hari")))


@require_safe
def try_search(request: HttpRequest) -> HttpResponse:
    """How a typed search is understood: terms, wordings, the first ten with the parts of their scores."""
    if not permissions.may_keep_words(request.user):
        raise PermissionDenied
    words = " ".join(request.GET.get("q", "").replace("\0", "").split())[:LONGEST]
    shown = {"words": words, "explained": explain(words) if words else None}
    return render(request, "search/desk/try.html", shown)


class UnansweredFilter(WagtailFilterSet):  # type: ignore[misc]
    days = django_filters.ChoiceFilter(label=_("Selama"), choices=PERIODS, method="since", empty_label=None)
    words = django_filters.CharFilter(label=_("Kata"), lookup_expr="icontains")
    shown = django_filters.MultipleChoiceFilter(label=_("Yang ditampilkan"), choices=ZeroResult.Shown.choices)
    language = django_filters.ChoiceFilter(
        label=_("Bahasa"), choices=(("id", "Indonesia"), ("en", "English")), empty_label=_("Semua")
    )

    class Meta:
        model = ZeroResult
        fields: list[str] = []

    def since(self, rows: QuerySet[ZeroResult], _name: str, days: str) -> QuerySet[ZeroResult]:
        return rows.filter(day__gt=timezone.localdate() - timedelta(days=int(days)))


class UnansweredList(IndexView):  # type: ignore[misc]
    """What was asked and not found, by how often. One row for the same words of all days."""

    model = ZeroResult
    page_title = _("Pencarian tanpa hasil")
    header_icon = "search"
    paginate_by = 50
    filterset_class = UnansweredFilter
    index_url_name = "search_desk:unanswered"
    index_results_url_name = "search_desk:unanswered_results"
    default_ordering = ("-times", "words")
    list_export = ("words", "language", "times", "latest")
    export_headings = {"times": _("Kali"), "latest": _("Terakhir")}
    export_filename = "pencarian-tanpa-hasil"
    columns = (
        TitleColumn("words", label=_("Kata"), get_url=lambda row: _at("search_desk:try", q=row["words"])),
        Column("language", label=_("Bahasa")),
        Column("times", label=_("Kali"), sort_key="times"),
        Column("latest", label=_("Terakhir"), sort_key="latest"),
        TitleColumn(
            "add",
            label=_("Padanan"),
            accessor=lambda row: _("Tambah padanan"),
            get_url=lambda row: _at("wagtailsnippets_search_variant:add", word=row["words"][:60]),
        ),
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not permissions.may_keep_words(request.user):
            raise PermissionDenied
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_base_queryset(self) -> Any:
        return ZeroResult.objects.values("words", "language").annotate(times=Sum("count"), latest=Max("day"))


def _at(name: str, **query: str) -> str:
    return f"{reverse(name)}?{urlencode(query)}"
