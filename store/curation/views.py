"""The artisan's room: what she offers, where it stands, what she gets."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from iccn.refusals import Refusal
from store.curation import fields, preview, refusals, selectors, services, showing
from store.curation.appeals import selectors as appeals
from store.curation.changes import difference
from store.curation.expiry.selectors import ended
from store.curation.machine import Move, State, after, next_words
from store.curation.models import Submission
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
    """Her submissions, the newest first; the states that have any stand above as a choice."""
    counts = selectors.counts_by_state(artisan)
    state = request.GET.get("keadaan", "")
    submissions = selectors.submissions_of(artisan)
    if state in counts:
        submissions = submissions.filter(state=state)
    page = Paginator(submissions, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": showing.covers_of(list(page.object_list)),
        "filters": filters_at(state if state in counts else "", counts),
    }
    return render(request, "store/artisan/home.html", context)


def filters_at(state: str, counts: dict[str, int]) -> list[dict[str, Any]]:
    """The states as chips; none while there is nothing to choose between."""
    if len(counts) < 2:
        return []
    all_of_them = {"label": _("Semua"), "url": "?", "count": sum(counts.values()), "current": not state}
    return [
        all_of_them,
        *(
            {
                "label": State(one).label,
                "url": f"?keadaan={one}",
                "count": count,
                "current": one == state,
            }
            for one, count in counts.items()
        ),
    ]


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
        "submission": submission,
        "badge": showing.badge_of(submission),
        "next_words": next_words(submission.state, submission.workflow),
        "decisions": [
            {"decision": one, "reason": showing.reason_of(one), "notes": fields.named(one.notes)}
            for one in submission.decisions.all()
        ],
        "events": showing.timeline_of(submission),
        "summary": preview.summary(submission),
        "pictures": showing.pictures_of(submission),
        "may_withdraw": after(submission.state, Move.WITHDRAW, submission.workflow) is not None,
        "appeal_until": appeals.open_until(submission),
        "appeal": appeals.appeal_of(submission),
        "ended": ended(submission.product, timezone.localdate()) if submission.product else [],
        "difference": None if submission.is_writable else difference.of_last_sending(submission),
        "breakdown": preview.of_submission(submission, reader=preview.you()),
    }
    return render(request, "store/artisan/submission.html", context)


@for_artisans
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, artisan: Partner, submission_id: int) -> HttpResponse:
    """Asks once more, since it can't be undone."""
    submission = own(artisan, submission_id)
    if request.method == "GET":
        if after(submission.state, Move.WITHDRAW, submission.workflow) is None:
            return redirect(submission)
        return render(request, "store/artisan/withdraw.html", {"submission": submission})
    try:
        services.withdraw_submission(submission=submission, user=request.user)  # type: ignore[arg-type]
        messages.success(request, _("Pengajuan ditarik kembali."))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(submission)
