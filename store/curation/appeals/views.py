"""After a decision: an appeal, or the same product again as a new submission."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from iccn.refusals import Refusal
from store.curation import fields, services, showing
from store.curation.appeals import selectors
from store.curation.appeals.forms import AppealForm
from store.curation.appeals.services import appeal_decision
from store.curation.views import for_artisans, own
from store.partner.models import Partner


@for_artisans
@require_http_methods(["GET", "POST"])
def appeal(request: HttpRequest, artisan: Partner, submission_id: int) -> HttpResponse:
    """Shows the decision once more beside the box for the reason."""
    submission = own(artisan, submission_id)
    until = selectors.open_until(submission)
    form = AppealForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            appeal_decision(
                submission=submission,
                user=request.user,  # type: ignore[arg-type]  # for_artisans
                reason=form.cleaned_data["reason"],
            )
            messages.success(request, _("Keberatan terkirim. Kurator lain akan menilai ulang."))
        except Refusal as refusal:
            messages.error(request, str(refusal))
        return redirect(submission)
    decision = selectors.decision_against(submission)
    if until is None or decision is None:
        return redirect(submission)
    context = {
        "submission": submission,
        "form": form,
        "until": until,
        "reason": showing.reason_of(decision),
    }
    return render(request, "store/artisan/appeal.html", context, status=422 if form.errors else 200)


@for_artisans
@require_POST
def copy(request: HttpRequest, artisan: Partner, submission_id: int) -> HttpResponse:
    draft = services.copy_submission(
        submission=own(artisan, submission_id),
        user=request.user,  # type: ignore[arg-type]  # for_artisans
    )
    messages.success(request, _("Salinan dibuat. Yang lama tetap tersimpan."))
    return redirect("curation:step", draft.pk, fields.ORDER[0])
