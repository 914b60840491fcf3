"""The desk's verbs around scoring: the check before it, stepping aside, handing over."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from iccn.accounts.models import User
from iccn.refusals import Refusal
from store.curation import assigning, screening
from store.curation.desk.forms import RelationForm, ScreeningForm
from store.curation.desk.views import curator_of, found, show
from store.curation.models import Submission

PAGE = "curation_desk:submission"


def screen(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Begun, passed, or sent back: the button says which."""
    curator, submission = curator_of(request), found(submission_id)
    if request.method != "POST":
        return redirect(PAGE, submission_id)
    step = request.POST.get("step", "")
    form = ScreeningForm(screening.checklist_of(submission), request.POST, goes_back=step == "return")
    if step != "begin" and not form.is_valid():
        return show(request, curator, submission, screening_form=form, status=422)
    try:
        messages.success(request, take_step(step, submission, curator, form))
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return show(request, curator, found(submission_id), screening_form=form, status=409)
    return redirect(PAGE, submission_id)


def take_step(step: str, submission: Submission, curator: User, form: ScreeningForm) -> str:
    """The verb behind the button, and the words that say it was done."""
    if step == "begin":
        screening.begin_screening(submission=submission, curator=curator)
        return _("Anda memeriksa pengajuan ini.")
    if step == "return":
        screening.return_for_changes(
            submission=submission, curator=curator, answers=form.answers(), **form.reasoned()
        )
        return _("Dikembalikan, dan perajin diberi tahu.")
    screening.pass_screening(submission=submission, curator=curator, answers=form.answers())
    return _("Lolos pemeriksaan dan dibagikan kepada kurator.")


def declare(request: HttpRequest, submission_id: int) -> HttpResponse:
    """“Saya berkepentingan”: to the artisan, or to the whole chapter."""
    curator, submission = curator_of(request), found(submission_id)
    if request.method != "POST":
        return redirect(PAGE, submission_id)
    form = RelationForm(request.POST)
    if not form.is_valid():
        return show(request, curator, submission, relation_form=form, status=422)
    to_chapter = form.cleaned_data["with_chapter"]
    try:
        assigning.declare_relation(
            curator=curator,
            reason=form.cleaned_data["relation"],
            artisan=None if to_chapter else submission.artisan,
            chapter=submission.chapter if to_chapter else None,
        )
        messages.success(request, _("Tercatat. Tugas Anda dialihkan kepada kurator lain."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(PAGE, submission_id)


def hand_over(request: HttpRequest, submission_id: int) -> HttpResponse:
    """A lead curator gives an open task to somebody else."""
    lead, submission = curator_of(request), found(submission_id)
    if request.method != "POST":
        return redirect(PAGE, submission_id)
    people = User.objects.all()
    try:
        assigning.reassign(
            submission=submission,
            lead=lead,
            away_from=get_object_or_404(people, pk=number(request, "away_from")),
            to=get_object_or_404(people, pk=number(request, "to")),
        )
        messages.success(request, _("Tugas dialihkan."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(PAGE, submission_id)


def number(request: HttpRequest, name: str) -> int:
    """What was chosen, or nobody."""
    chosen = request.POST.get(name, "")
    return int(chosen) if chosen.isdecimal() else 0
