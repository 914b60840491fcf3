"""The page on which a shopper waits, pays, or changes the way to pay."""

from typing import Any

import segno
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from iccn.refusals import Refusal
from store.payment.links import is_signed, signature_of, waiting_path, way_on
from store.payment.models import Attempt
from store.payment.selectors import attempt_named, in_fours, waiting_page
from store.payment.services import start_attempt


def signed_attempt(provider_id: str, signature: str) -> Attempt:
    attempt = attempt_named(provider_id) if is_signed(provider_id, signature) else None
    if attempt is None:
        raise Http404
    return attempt


def context_of(attempt: Attempt) -> dict[str, Any]:
    page = waiting_page(attempt, timezone.now())
    drawn = attempt.instructions.get("qr", "")
    return {
        "page": page,
        "attempt": attempt,
        "number": in_fours(attempt.instructions.get("number", "")),
        "signature": signature_of(attempt.provider_id),
        "newer_signature": signature_of(page.newer.provider_id) if page.newer else "",
        "qr": segno.make(drawn, micro=False).svg_inline(light="#fff", omitsize=True) if drawn else "",
    }


@never_cache
@require_safe
def waiting(request: HttpRequest, provider_id: str, signature: str) -> HttpResponse:
    """Learns from our books alone: what the gateway put into the address on the way back proves nothing."""
    return render(request, "store/payment/waiting.html", context_of(signed_attempt(provider_id, signature)))


@never_cache
@require_safe
def state(request: HttpRequest, provider_id: str, signature: str) -> HttpResponse:
    """For htmx: nothing while the page in front of the shopper is right, else the word to load it anew."""
    page = waiting_page(signed_attempt(provider_id, signature), timezone.now())
    if request.GET.get("kini") == page.version:
        return HttpResponse(status=204)
    return HttpResponse(headers={"HX-Refresh": "true"})


@require_POST
def change(request: HttpRequest, provider_id: str, signature: str) -> HttpResponse:
    """The same order by another way, or by the same way once more."""
    attempt = signed_attempt(provider_id, signature)
    language = (get_language() or attempt.language)[:2]
    try:
        new = start_attempt(order=attempt.order, method=request.POST.get("method", ""), language=language)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(waiting_path(attempt))
    return HttpResponseRedirect(way_on(new))
