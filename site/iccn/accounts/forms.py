"""Forms about people."""

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from iccn.accounts.models import User


class SignupForm(forms.Form):
    """What we ask beside e-mail and password: one name."""

    name = forms.CharField(label=_("Nama"), max_length=120)

    def signup(self, request: HttpRequest, user: User) -> None:
        user.name = self.cleaned_data["name"].strip()
        user.save(update_fields=["name"])
