"""The curators' list of requests, and one request with what would change."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from iccn.refusals import Refusal
from store.curation import permissions
from store.curation.changes import selectors
from store.curation.changes.forms import AnswerForm
from store.curation.changes.services import answer_change
from store.curation.desk.views import curator_of
from store.curation.models import ChangeRequest


class ChangeList(IndexView):  # type: ignore[misc]
    """Everything that was sent, what waits first."""

    model = ChangeRequest
    page_title = gettext_lazy("Perubahan produk")
    header_icon = "edit"
    paginate_by = 30
    index_url_name = "curation_desk:changes"
    default_ordering = ("answered_at", "-sent_at")
    columns = (
        TitleColumn("product", label=gettext_lazy("Produk"), url_name="curation_desk:change"),
        Column("artisan", label=gettext_lazy("Perajin")),
        Column("chapter", label=gettext_lazy("Simpul")),
        Column("get_state_display", label=gettext_lazy("Keadaan"), sort_key="state"),
        DateColumn("sent_at", label=gettext_lazy("Dikirim"), sort_key="sent_at"),
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        curator_of(request)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_base_queryset(self) -> QuerySet[ChangeRequest]:
        return selectors.for_curators()

    def order_queryset(self, queryset: QuerySet[ChangeRequest]) -> QuerySet[ChangeRequest]:
        if self.is_explicitly_ordered:
            ordered: QuerySet[ChangeRequest] = super().order_queryset(queryset)
            return ordered
        return queryset.order_by("-state", "-sent_at")


def change_page(request: HttpRequest, change_id: int) -> HttpResponse:
    """What was and what should be, and the answer."""
    curator = curator_of(request)
    change = get_object_or_404(selectors.for_curators(), pk=change_id)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            answer_change(change=change, curator=curator, **form.cleaned_data)
            messages.success(request, _("Jawaban tersimpan dan perajin diberi tahu."))
            return redirect("curation_desk:changes")
        except Refusal as refusal:
            messages.error(request, str(refusal))
            change.refresh_from_db()
    verdict = permissions.may_answer(user=curator, change=change)
    context = {
        **frame_of(change),
        "change": change,
        "difference": selectors.difference_of(change),
        "is_stale": change.is_open and selectors.is_stale(change),
        "refusal": verdict.refusal if change.is_open else None,
        "form": form if change.is_open and verdict else None,
    }
    return render(request, "curation/desk/change.html", context, status=422 if form.errors else 200)


def frame_of(change: ChangeRequest) -> dict[str, Any]:
    crumbs = [
        {"url": reverse("curation_desk:changes"), "label": _("Perubahan produk")},
        {"url": "", "label": str(change)},
    ]
    return {"breadcrumbs_items": crumbs, "header_title": str(change), "header_icon": "edit"}
