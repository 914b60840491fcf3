"""Forms about people."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from iccn.accounts import phones
from iccn.accounts.models import User
from iccn.accounts.refusals import PhoneNotUnderstood


class SignupForm(forms.Form):
    """What we ask beside e-mail and password: one name."""

    name = forms.CharField(
        label=_("Nama"),
        max_length=120,
        help_text=_("Satu nama saja juga boleh."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def signup(self, _request: HttpRequest, user: User) -> None:
        user.name = self.cleaned_data["name"].strip()
        user.save(update_fields=["name"])


class ProfileForm(forms.Form):
    """What a person may change about themselves."""

    name = forms.CharField(
        label=_("Nama"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    phone = forms.CharField(
        label=_("Nomor WhatsApp"),
        max_length=30,
        required=False,
        help_text=_("Contoh: 0812-3456-7890. Dipakai untuk kabar pesanan saja."),
        widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"}),
    )
    language = forms.ChoiceField(label=_("Bahasa pesan"), choices=settings.LANGUAGES)

    def clean_phone(self) -> str:
        typed: str = self.cleaned_data["phone"]
        if not typed.strip():
            return ""
        try:
            return phones.normalised(typed)
        except PhoneNotUnderstood as refusal:
            raise forms.ValidationError(str(refusal), code=refusal.code) from refusal

    @classmethod
    def of(cls, user: User, data: Any = None) -> "ProfileForm":
        shown = {"name": user.name, "phone": phones.shown(user.phone), "language": user.language}
        return cls(data, initial=shown)
