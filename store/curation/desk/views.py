"""The curators' desk: the list, and one submission with its pictures, scores and decision."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from iccn.accounts.models import User
from iccn.refusals import Refusal
from store.curation import judging, permissions, preview, selectors
from store.curation.desk.filters import SubmissionFilter
from store.curation.desk.forms import DecisionForm, ScoreForm
from store.curation.models import Submission

PERMISSION = "curation.score_submission"


def curator_of(request: HttpRequest) -> User:
    """The signed-in curator; everyone else is refused."""
    if not request.user.has_perm(PERMISSION):  # type: ignore[union-attr]
        raise PermissionDenied
    return request.user  # type: ignore[return-value]


class SubmissionList(IndexView):  # type: ignore[misc]
    """Everything that was sent; filtered, searched, sorted, exported by Wagtail's own listing."""

    model = Submission
    page_title = gettext_lazy("Kurasi")
    header_icon = "list-ul"
    paginate_by = 30
    filterset_class = SubmissionFilter
    index_url_name = "curation_desk:list"
    index_results_url_name = "curation_desk:results"
    default_ordering = "-sent_at"
    list_export = (
        "id",
        "title",
        "artisan",
        "chapter",
        "category",
        "state",
        "round",
        "wished_price",
        "sent_at",
    )
    export_filename = "kurasi"
    columns = (
        TitleColumn(
            "title", label=gettext_lazy("Produk"), url_name="curation_desk:submission", sort_key="title"
        ),
        Column("artisan", label=gettext_lazy("Perajin"), sort_key="artisan__name"),
        Column("chapter", label=gettext_lazy("Simpul"), sort_key="chapter__name"),
        Column("get_state_display", label=gettext_lazy("Keadaan"), sort_key="state"),
        DateColumn("sent_at", label=gettext_lazy("Dikirim"), sort_key="sent_at"),
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        curator_of(request)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_base_queryset(self) -> QuerySet[Submission]:
        return selectors.for_curators()


def submission_page(request: HttpRequest, submission_id: int) -> HttpResponse:
    """A submission as a curator may see it now: blind until enough scores are in."""
    curator = curator_of(request)
    return show(request, curator, found(submission_id))


def found(submission_id: int) -> Submission:
    return get_object_or_404(selectors.for_curators(), pk=submission_id)


@require_http_methods(["POST"])
def score(request: HttpRequest, submission_id: int) -> HttpResponse:
    curator = curator_of(request)
    submission = found(submission_id)
    rubric = selectors.current_rubric()
    if rubric is None:
        messages.error(request, _("Belum ada rubrik. Minta pengelola membuatnya."))
        return redirect("curation_desk:submission", submission_id)
    form = ScoreForm(rubric, request.POST)
    if not form.is_valid():
        return show(request, curator, submission, score_form=form, status=422)
    try:
        judging.score_submission(
            submission=submission,
            curator=curator,
            rubric=rubric,
            values=form.values(),
            comment=form.cleaned_data["comment"],
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return show(request, curator, submission, score_form=form, status=409)
    messages.success(request, _("Nilai Anda tersimpan."))
    return redirect("curation_desk:submission", submission_id)


@require_http_methods(["POST"])
def decide(request: HttpRequest, submission_id: int) -> HttpResponse:
    curator = curator_of(request)
    submission = found(submission_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return show(request, curator, submission, decision_form=form, status=422)
    try:
        judging.decide_submission(submission=submission, curator=curator, **form.cleaned_data)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return show(request, curator, submission, decision_form=form, status=409)
    messages.success(request, _("Keputusan tersimpan dan perajin diberi tahu."))
    return redirect("curation_desk:submission", submission_id)


def show(
    request: HttpRequest,
    curator: User,
    submission: Submission,
    *,
    score_form: ScoreForm | None = None,
    decision_form: DecisionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    rubric = selectors.current_rubric()
    may_score = permissions.may_score(user=curator, submission=submission)
    may_decide = permissions.may_decide(user=curator, submission=submission)
    context = {
        "submission": submission,
        "pictures": [entry.picture for entry in submission.pictures.select_related("picture")],
        "panel": selectors.panel_for(user=curator, submission=submission),
        "breakdown": preview.of_submission(submission),
        "decisions": submission.decisions.select_related("curator"),
        "score_form": score_form
        or (ScoreForm(rubric) if rubric and may_score and submission.is_scorable else None),
        "score_refusal": may_score.refusal,
        "decision_form": decision_form or (DecisionForm() if may_decide and submission.is_scorable else None),
    }
    return render(request, "curation/desk/submission.html", context, status=status)
