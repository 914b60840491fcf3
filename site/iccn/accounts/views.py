"""A person's own page."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from iccn.accounts import services
from iccn.accounts.forms import ProfileForm
from iccn.accounts.selectors import doors_of


@login_required
@require_http_methods(["GET", "POST"])
def home(request: HttpRequest) -> HttpResponse:
    """Where a person may go from here, and what we know about them."""
    user = request.user
    form = ProfileForm.of(user, request.POST or None)  # type: ignore[arg-type]  # login_required
    if request.method == "POST" and form.is_valid():
        services.change_profile(user=user, **form.cleaned_data)  # type: ignore[arg-type]
        messages.success(request, _("Profil tersimpan."))
        return redirect("accounts:home")
    return render(request, "accounts/home.html", {"form": form, "doors": doors_of(user)})  # type: ignore[arg-type]


def to_our_login(request: HttpRequest) -> HttpResponse:
    """Wagtail's and Oscar's own log-in pages know no second factor: everybody comes in by one door.

    Who is in already and still sent here may not go where they wanted: they are told, not sent round in circles.
    """
    if request.user.is_authenticated:
        if request.GET.get("next"):
            list(messages.get_messages(request))  # Wagtail's own words: the page that follows says it in ours
            raise PermissionDenied
        return redirect("accounts:home")
    target = redirect("account_login")
    if follow := request.GET.get("next"):
        target["Location"] += f"?{urlencode({'next': follow})}"
    return target
