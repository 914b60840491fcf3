"""The forms of the checkout. What was typed comes back with every error."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from iccn.accounts.phones import normalised
from iccn.accounts.refusals import PhoneNotUnderstood
from iccn.regions.selectors import Place, place, search
from store.order.writing import Contact, Destination
from store.payment.methods import METHODS

MATCHES = 8


def phone_field(**attributes: Any) -> forms.CharField:
    return forms.CharField(
        label=_("Nomor WhatsApp atau telepon"),
        max_length=30,
        widget=forms.TextInput({"autocomplete": "tel", "inputmode": "tel", **attributes}),
        error_messages={"required": _("Isi nomor yang dapat dihubungi kurir.")},
    )


def cleaned_phone(typed: str) -> str:
    try:
        return normalised(typed)
    except PhoneNotUnderstood as refusal:
        raise forms.ValidationError(str(refusal)) from refusal


class ContactForm(forms.Form):
    """Who orders. One field for the name: many people have one name."""

    name = forms.CharField(
        label=_("Nama"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": _("Isi nama Anda.")},
    )
    email = forms.EmailField(
        label=_("Alamat surel"),
        help_text=_("Bukti pembelian dan tautan untuk melacak pesanan kami kirim ke sini."),
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={
            "required": _("Isi alamat surel Anda."),
            "invalid": _("Alamat surel ini belum lengkap. Contoh: nama@contoh.id."),
        },
    )
    phone = phone_field()

    def clean_phone(self) -> str:
        return cleaned_phone(self.cleaned_data["phone"])

    @property
    def contact(self) -> Contact:
        data = self.cleaned_data
        return Contact(name=data["name"], email=data["email"], phone=data["phone"])


class AddressForm(forms.Form):
    """Where it goes. The village is looked for in one box and chosen among what was found."""

    name = forms.CharField(
        label=_("Nama penerima"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "shipping name"}),
        error_messages={"required": _("Isi nama penerima.")},
    )
    phone = phone_field(autocomplete="shipping tel")
    street = forms.CharField(
        label=_("Jalan dan nomor rumah"),
        max_length=200,
        widget=forms.TextInput({"autocomplete": "shipping street-address"}),
        error_messages={"required": _("Isi jalan dan nomor rumah.")},
    )
    rt = forms.RegexField(
        r"^\d{1,3}$",
        label=_("RT"),
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "maxlength": 3}),
        error_messages={"invalid": _("Isi RT dengan angka, misalnya 003.")},
    )
    rw = forms.RegexField(
        r"^\d{1,3}$",
        label=_("RW"),
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "maxlength": 3}),
        error_messages={"invalid": _("Isi RW dengan angka, misalnya 005.")},
    )
    place_words = forms.CharField(
        label=_("Desa atau kelurahan"),
        required=False,
        max_length=100,
        help_text=_("Ketik desa dan kota, misalnya “cibadak bandung”, atau kode pos. Lalu pilih satu."),
        widget=forms.TextInput({"autocomplete": "off", "enterkeyhint": "search"}),
    )
    village_code = forms.CharField(required=False, max_length=13, widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Patokan atau catatan untuk kurir"),
        required=False,
        max_length=200,
        widget=forms.TextInput(),
    )

    def clean_phone(self) -> str:
        return cleaned_phone(self.cleaned_data["phone"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.chosen is None:
            self.add_error("place_words", _("Cari, lalu pilih satu desa atau kelurahan dari daftar."))
        return data

    def forget_faults(self) -> None:
        """For whoever only looks for a place: the rest is checked when they go on."""
        self._errors = forms.utils.ErrorDict()

    @property
    def chosen(self) -> Place | None:
        code = self.data.get("village_code", "") if self.is_bound else self.initial.get("village_code", "")
        return place(str(code)[:13]) if code else None

    @property
    def matches(self) -> list[Place]:
        """What there is to choose from: the chosen one first, then what the words find."""
        words = self.data.get("place_words", "") if self.is_bound else ""
        chosen = self.chosen
        found = search(words[:100], limit=MATCHES)
        return [one for one in ([chosen] if chosen else []) + found if one is chosen or one != chosen]

    @property
    def destination(self) -> Destination:
        data = self.cleaned_data
        names = ("name", "phone", "street", "rt", "rw", "note", "village_code")
        return Destination(**{name: data[name] for name in names})


class MethodForm(forms.Form):
    method = forms.ChoiceField(choices=[(code, code) for code in METHODS])
