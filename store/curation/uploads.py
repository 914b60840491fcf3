"""Taking in pictures: all of a plain form at once, or one a request from the page's script."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from iccn.refusals import Refusal

Keep = Callable[[Any], None]


def uploaded(request: HttpRequest, keep: Keep, here: str, following: str = "") -> HttpResponse:
    """Keeps every picture that is one; says which were not and why.

    `following` is where the button "next" leads when nothing was refused. The script asks for JSON and sends one
    file a request: 200 when it is kept, 422 with words when it never will be.
    """
    files = request.FILES.getlist("pictures")
    refused = [refusal for file in files if (refusal := refusal_of(keep, file))]
    if request.headers.get("Accept") == "application/json":
        return JsonResponse(
            {"refused": [str(refusal) for refusal in refused]}, status=422 if refused else 200
        )
    for refusal in refused:
        messages.error(request, str(refusal))
    if kept := len(files) - len(refused):
        messages.success(request, _("Foto tersimpan: {number}.").format(number=kept))
    return redirect(following if following and "next" in request.POST and not refused else here)


def refusal_of(keep: Keep, file: Any) -> Refusal | None:
    """Keeps one picture; gives back why it could not."""
    try:
        keep(file)
    except Refusal as refusal:
        return refusal
    return None
