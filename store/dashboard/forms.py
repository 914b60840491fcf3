"""Forms of the store's desk."""

from django import forms
from django.utils.translation import gettext_lazy as _


class StockForm(forms.Form):
    pieces = forms.IntegerField(
        label=_("Jumlah di tangan"),
        help_text=_("Termasuk yang sudah dijanjikan kepada pembeli."),
        min_value=0,
        max_value=100_000,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
