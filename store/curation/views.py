"""The artisan's room: what she offers, where it stands, what she gets."""

from collections.abc import Callable
from functools import wraps
from typing import Any, BinaryIO, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from iccn.media.services import keep_picture
from iccn.refusals import Refusal
from store.curation import fields, preview, refusals, selectors, services
from store.curation.machine import NEXT, State
from store.curation.models import MOST_PICTURES, Submission
from store.partner.models import Partner

PER_PAGE = 20
View = Callable[..., HttpResponse]


def for_artisans(view: View) -> View:
    """Lets the view run for an artisan, and says kindly to everyone else what to do."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        artisan = selectors.artisan_of(request.user)  # type: ignore[arg-type]  # login_required
        if artisan is None or not artisan.is_accepted:
            return render(
                request, "store/artisan/not_artisan.html", {"refusal": refusals.NotArtisan()}, status=403
            )
        return view(request, artisan, *args, **kwargs)

    return guarded


def own(artisan: Partner, submission_id: int) -> Submission:
    """The artisan's own submission; another's does not exist for her."""
    return get_object_or_404(selectors.submissions_of(artisan), pk=submission_id)


@for_artisans
@require_GET
def home(request: HttpRequest, artisan: Partner) -> HttpResponse:
    state = request.GET.get("keadaan", "")
    submissions = selectors.submissions_of(artisan)
    if state in State.values:
        submissions = submissions.filter(state=state)
    page = Paginator(submissions, PER_PAGE).get_page(request.GET.get("page"))
    context = {"artisan": artisan, "page": page, "states": State.choices, "state": state}
    return render(request, "store/artisan/home.html", context)


@for_artisans
@require_POST
def begin(request: HttpRequest, artisan: Partner) -> HttpResponse:
    submission = services.begin_submission(user=request.user)  # type: ignore[arg-type]
    return redirect("curation:step", submission.pk, fields.ORDER[0])


@for_artisans
@require_GET
def status(request: HttpRequest, artisan: Partner, submission_id: int) -> HttpResponse:
    """Where it stands, in plain words, with every decision and its reason."""
    submission = own(artisan, submission_id)
    context = {
        "artisan": artisan,
        "submission": submission,
        "next_words": NEXT[State(submission.state)],
        "decisions": submission.decisions.all(),
        "breakdown": preview.of_submission(submission),
    }
    return render(request, "store/artisan/submission.html", context)


@for_artisans
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, artisan: Partner, submission_id: int, name: str) -> HttpResponse:
    """One step of the form. What is typed is kept whether it is right or not; errors stand beside the fields."""
    submission = own(artisan, submission_id)
    if not submission.is_writable:
        return redirect(submission)
    if request.method == "POST":
        return save_step(request, artisan, submission, name)
    return show_step(request, artisan, submission, name)


def save_step(request: HttpRequest, artisan: Partner, submission: Submission, name: str) -> HttpResponse:
    revision = request.POST.get("revision", "")
    try:
        submission = services.save_draft(
            submission=submission,
            user=request.user,  # type: ignore[arg-type]
            typed=request.POST.dict(),
            revision=int(revision) if revision.isdigit() else None,
        )
    except refusals.SavedElsewhere as refusal:
        messages.warning(request, str(refusal))
        submission.typed = {**submission.typed, **request.POST.dict()}
        return show_step(request, artisan, submission, name, status=409)
    if getattr(request, "htmx", False):
        return render(request, "store/artisan/saved.html", {"submission": submission})
    if "stay" in request.POST:
        messages.success(request, _("Draf tersimpan."))
        return redirect("curation:step", submission.pk, name)
    return redirect(following(submission, name))


def following(submission: Submission, name: str) -> str:
    """The address of the next step."""
    after = fields.ORDER[fields.ORDER.index(name) + 1]
    return (
        reverse("curation:check", args=[submission.pk])
        if after == fields.CHECK
        else reverse("curation:step", args=[submission.pk, after])
    )


def show_step(
    request: HttpRequest, artisan: Partner, submission: Submission, name: str, status: int = 200
) -> HttpResponse:
    form = form_of(submission, name)
    names = list(fields.ORDER)
    place = names.index(name)
    context = {
        "artisan": artisan,
        "submission": submission,
        "form": form,
        "name": name,
        "steps": steps_at(name),
        "previous": names[place - 1] if place else "",
        "most_pictures": MOST_PICTURES,
        "breakdown": preview.of_typed(submission) if name == "harga" else None,
        "last_decision": submission.decisions.first(),
    }
    return render(request, f"store/artisan/step_{TEMPLATES.get(name, 'form')}.html", context, status=status)


def steps_at(name: str) -> list[dict[str, Any]]:
    """The stepper: every step with its name and address, and how far one is."""
    place = fields.ORDER.index(name)
    return [
        {
            "name": str(fields.STEP_NAMES[one]),
            "url": f"../{one}/",
            "current": one == name,
            "done": number < place,
        }
        for number, one in enumerate(fields.ORDER)
    ]


TEMPLATES = {fields.PICTURES: "pictures", "harga": "price"}


def form_of(submission: Submission, name: str) -> Any:
    """The step's form, filled with what was typed; complaints only about what was typed already."""
    form_class = fields.STEPS.get(name)
    if form_class is None:
        return None
    if not any(submission.typed.get(field) for field in form_class.base_fields):
        return form_class()
    form = form_class(submission.typed)
    for field in [field for field in form.errors if not submission.typed.get(field)]:
        del form.errors[field]
    return form


@for_artisans
@require_POST
def add_pictures(request: HttpRequest, artisan: Partner, submission_id: int) -> HttpResponse:
    """Takes in every picture that is one; says which were not, and keeps the others."""
    submission = own(artisan, submission_id)
    for file in request.FILES.getlist("pictures"):
        try:
            name = file.name or ""
            title = submission.typed.get("title") or name
            picture = keep_picture(file=cast("BinaryIO", file), name=name, title=title)
            services.add_picture(submission=submission, user=request.user, picture=picture)  # type: ignore[arg-type]
        except Refusal as refusal:
            messages.error(request, str(refusal))
    return redirect("curation:step", submission.pk, fields.PICTURES)


@for_artisans
@require_POST
def change_picture(request: HttpRequest, artisan: Partner, submission_id: int, entry_id: int) -> HttpResponse:
    """Removes a picture or makes it the first, by the button that was pressed."""
    submission = own(artisan, submission_id)
    verb = services.remove_picture if "remove" in request.POST else services.move_picture_first
    verb(submission=submission, user=request.user, entry_id=entry_id)  # type: ignore[arg-type]
    return redirect("curation:step", submission.pk, fields.PICTURES)


@for_artisans
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest, artisan: Partner, submission_id: int) -> HttpResponse:
    """The last look before sending: everything that was written, what is missing, and who gets what."""
    submission = own(artisan, submission_id)
    if not submission.is_writable:
        return redirect(submission)
    errors: dict[str, list[str]] = {}
    if request.method == "POST":
        try:
            services.send_submission(submission=submission, user=request.user)  # type: ignore[arg-type]
        except refusals.Incomplete as refusal:
            errors = refusal.errors
        else:
            messages.success(request, _("Pengajuan terkirim. Kurator akan menilainya."))
            return redirect(submission)
    context = {
        "artisan": artisan,
        "submission": submission,
        "summary": preview.summary(submission),
        "breakdown": preview.of_typed(submission),
        "errors": preview.errors_with_steps(submission, errors),
        "steps": steps_at(fields.CHECK),
    }
    return render(request, "store/artisan/check.html", context, status=422 if errors else 200)


@for_artisans
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, artisan: Partner, submission_id: int) -> HttpResponse:
    """Asks once more, since it can't be undone."""
    submission = own(artisan, submission_id)
    if request.method == "GET":
        return render(request, "store/artisan/withdraw.html", {"artisan": artisan, "submission": submission})
    try:
        services.withdraw_submission(submission=submission, user=request.user)  # type: ignore[arg-type]
        messages.success(request, _("Pengajuan ditarik kembali."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(submission)
