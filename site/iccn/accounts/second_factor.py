"""Staff work only with a second factor (an authenticator app or a passkey), where the setting asks for it."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

DESK = "/kelola/"


class StaffSecondFactor:
    """Sends a staff member without a second factor from the desk to the page where one is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.STAFF_MUST_USE_SECOND_FACTOR and self.is_missing(request):
            messages.warning(
                request, _("Meja kerja memerlukan verifikasi dua langkah. Pasang sekarang, lalu kembali.")
            )
            return redirect("mfa_index")
        return self.get_response(request)

    def is_missing(self, request: HttpRequest) -> bool:
        return (
            request.path.startswith(DESK)
            and request.user.is_authenticated
            and not is_mfa_enabled(request.user)
        )
