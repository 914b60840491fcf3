"""The curators' desk: the list, and one submission with its pictures, scores and decision."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView

from iccn.accounts.models import User
from iccn.refusals import Refusal
from store.curation import (
    assigning,
    judging,
    permissions,
    preview,
    rules,
    screening,
    selectors,
    showing,
)
from store.curation.appeals import selectors as appeals
from store.curation.changes import difference
from store.curation.desk import selectors as desk
from store.curation.desk.filters import SubmissionFilter
from store.curation.desk.forms import DecisionForm, RelationForm, ScoreForm, ScreeningForm
from store.curation.machine import Move, State
from store.curation.models import Score, Submission

PERMISSION = "curation.score_submission"


def curator_of(request: HttpRequest) -> User:
    """The signed-in curator; everyone else is refused."""
    if not request.user.has_perm(PERMISSION):  # type: ignore[union-attr]
        raise PermissionDenied
    return request.user  # type: ignore[return-value]


class CoverColumn(Column):  # type: ignore[misc]
    """The first picture, small."""

    cell_template_name = "curation/desk/cover.html"

    def get_value(self, instance: Submission) -> Any:
        entry = showing.first_picture(instance)
        return showing.small(entry.picture, "") if entry else ""


class TickColumn(Column):  # type: ignore[misc]
    """A box to choose it for a batch."""

    cell_template_name = "curation/desk/tick.html"

    def get_value(self, instance: Submission) -> Any:
        return instance


class SubmissionList(IndexView):  # type: ignore[misc]
    """Everything that was sent; filtered, searched, sorted, exported by Wagtail's own listing."""

    model = Submission
    template_name = "curation/desk/list.html"
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
        "points",
        "round",
        "wished_price",
        "sent_at",
    )
    export_filename = "kurasi"
    columns = (
        TickColumn("tick", label=gettext_lazy("Pilih"), classname="curation-tick"),
        CoverColumn("cover", label=gettext_lazy("Foto"), classname="curation-cover"),
        TitleColumn(
            "title", label=gettext_lazy("Produk"), url_name="curation_desk:submission", sort_key="title"
        ),
        Column("artisan", label=gettext_lazy("Perajin"), sort_key="artisan__name", classname="curation-wide"),
        Column("chapter", label=gettext_lazy("Simpul"), sort_key="chapter__name", classname="curation-wide"),
        Column("staff_name", label=gettext_lazy("Keadaan"), sort_key="state"),
        Column("points", label=gettext_lazy("Poin"), sort_key="points", classname="curation-wide"),
        DateColumn("sent_at", label=gettext_lazy("Dikirim"), sort_key="sent_at"),
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        curator_of(request)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_base_queryset(self) -> QuerySet[Submission]:
        return desk.with_pictures(selectors.for_curators())

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        query = self.request.GET.copy()
        query.pop("p", None)
        return {**context, "query": query.urlencode(), "saved": desk.saved_filters(self.request.user)}


def submission_page(request: HttpRequest, submission_id: int) -> HttpResponse:
    """A submission as a curator may see it now: blind until enough scores are in."""
    curator = curator_of(request)
    return show(request, curator, found(submission_id))


def found(submission_id: int) -> Submission:
    return get_object_or_404(selectors.for_curators(), pk=submission_id)


def score(request: HttpRequest, submission_id: int) -> HttpResponse:
    curator = curator_of(request)
    submission = found(submission_id)
    if request.method != "POST":
        return redirect("curation_desk:submission", submission_id)
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
        return redirect("curation_desk:submission", submission_id)
    messages.success(request, _("Nilai Anda tersimpan."))
    return redirect("curation_desk:submission", submission_id)


def decide(request: HttpRequest, submission_id: int) -> HttpResponse:
    curator = curator_of(request)
    submission = found(submission_id)
    if request.method != "POST":
        return redirect("curation_desk:submission", submission_id)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return show(request, curator, submission, decision_form=form, status=422)
    try:
        judging.decide_submission(submission=submission, curator=curator, **form.decided())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return show(request, curator, submission, decision_form=form, status=409)
    messages.success(request, _("Keputusan tersimpan dan perajin diberi tahu."))
    return redirect("curation_desk:submission", submission_id)


def show(
    request: HttpRequest, curator: User, submission: Submission, *, status: int = 200, **filled: Any
) -> HttpResponse:
    """`filled` are forms that came back with something to mend, by their names in the page."""
    panel = selectors.panel_for(user=curator, submission=submission)
    context = {
        **frame_of(submission),
        "submission": submission,
        "pictures": list(submission.pictures.select_related("picture")),
        "panel": panel,
        "scores": [{"score": one, "answers": answers_of(one)} for one in panel.visible],
        "select_from": rules.SELECT_FROM,
        "breakdown": preview.of_submission(submission),
        "difference": difference.of_last_sending(submission),
        "appeal": appeals.appeal_of(submission),
        "variant_lines": preview.variant_lines(submission),
        "decisions": submission.decisions.select_related("curator"),
        **forms_for(curator, submission, panel),
        **sharing_of(curator, submission),
        **filled,
    }
    return render(request, "curation/desk/submission.html", context, status=status)


def forms_for(curator: User, submission: Submission, panel: selectors.Panel) -> dict[str, Any]:
    """The forms that this curator may use now, and why not the others."""
    rubric = selectors.current_rubric()
    may_screen = permissions.may_screen(user=curator, submission=submission)
    may_score = permissions.may_score(user=curator, submission=submission)
    may_decide = permissions.may_decide(user=curator, submission=submission)
    is_checked_now = submission.state == State.SCREENING or submission.may(Move.SCREEN)
    forms: dict[str, Any] = {
        "has_no_rubric": rubric is None,
        "is_checked_now": is_checked_now,
        "score_refusal": may_score.refusal if submission.is_scorable else None,
        "screen_refusal": may_screen.refusal if is_checked_now else None,
    }
    if is_checked_now and may_screen:
        forms["screening_form"] = ScreeningForm(screening.checklist_of(submission))
    if submission.is_scorable and rubric and may_score:
        forms["score_form"] = ScoreForm(rubric)
    if submission.is_scorable and may_decide:
        forms["decision_form"] = DecisionForm(is_ready=panel.is_ready)
    if (is_checked_now or submission.is_scorable) and may_screen:
        forms["relation_form"] = RelationForm()
    return forms


def sharing_of(curator: User, submission: Submission) -> dict[str, Any]:
    """Who has it, and for a lead curator who could have it."""
    tasks = list(permissions.tasks_of(submission).select_related("curator"))
    can_lead = bool(permissions.may_lead(curator)) and submission.is_scorable
    return {"tasks": tasks, "free_curators": assigning.free_for(submission) if can_lead and tasks else []}


def frame_of(submission: Submission) -> dict[str, Any]:
    """What Wagtail's own page head needs."""
    crumbs = [
        {"url": reverse("curation_desk:list"), "label": _("Kurasi")},
        {"url": "", "label": submission.title},
    ]
    return {"breadcrumbs_items": crumbs, "header_title": submission.title, "header_icon": "list-ul"}


def answers_of(score: Score) -> list[tuple[str, str]]:
    """Each criterion with its answer, as the rubric of that score asked it."""
    return [
        (criterion["name"], _("tidak berlaku") if answer is None else str(answer))
        for criterion in score.rubric.criteria
        if (answer := score.values.get(criterion["code"])) or criterion["code"] in score.values
    ]
