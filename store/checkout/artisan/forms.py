"""What an artisan fills in when a courier takes a parcel."""

from django import forms
from django.utils.translation import gettext_lazy as _


class WaybillForm(forms.Form):
    """The courier's number, kept as it was typed until it can be read."""

    waybill = forms.CharField(
        label=_("Nomor resi"),
        max_length=60,
        help_text=_("Tertulis pada tanda terima kurir. Huruf dan angka, tanpa nama kurir."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
        error_messages={"required": _("Isi nomor resi dari kurir.")},
    )
