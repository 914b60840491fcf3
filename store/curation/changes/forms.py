"""What the artisan writes to ask for a change, and what a curator answers."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from iccn.money.fields import RupiahFormField
from store.catalogue.models import Product
from store.curation import fields
from store.curation.changes import telling
from store.curation.rules import lowest_price

PRICE = "price_"


class ChangeForm(forms.Form):
    """The words and prices of a product on sale, as they are and as they should be."""

    note = forms.CharField(
        label=_("Mengapa diubah?"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kurator membacanya sebelum menjawab."),
        error_messages=fields.TEXT_WORDS,
    )

    def __init__(self, product: Product, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.product = product
        self.sold = telling.sold_of(product)
        for name in telling.WORDS:
            self.fields[name] = deepcopy(fields.ProductStep.base_fields[name])
        self.fields["story"].min_length = None  # type: ignore[attr-defined]  # what is on sale may be shorter
        self.fields["story"].validators = []
        self.fields["making_cost"] = deepcopy(fields.PriceStep.base_fields["making_cost"])
        for number, one in enumerate(self.sold):
            self.fields[f"{PRICE}{number}"] = self.price_field(one)
        self.order_fields([name for name in self.fields if name != "note"])

    def price_field(self, sold: Product) -> forms.Field:
        field = deepcopy(fields.PriceStep.base_fields["wished_price"])
        field.label = telling.price_label(sold)
        return field

    @property
    def price_names(self) -> dict[str, str]:
        return {f"{PRICE}{number}": one.upc for number, one in enumerate(self.sold)}

    def clean(self) -> dict[str, Any]:
        clean: dict[str, Any] = super().clean() or {}
        cost = clean.get("making_cost")
        if cost is not None:
            lowest = lowest_price(int(cost), self.product.artisan.share_basis_points)
            low = [name for name in self.price_names if name in clean and int(clean[name]) < lowest]
            for name in low:
                self.add_error(name, fields.floor_words(lowest))
        return clean

    def told(self) -> dict[str, Any]:
        """As `telling` writes it down."""
        return {
            **{name: self.cleaned_data[name] for name in telling.WORDS},
            "making_cost": int(self.cleaned_data["making_cost"]),
            "prices": {upc: int(self.cleaned_data[name]) for name, upc in self.price_names.items()},
        }

    def rows(self) -> list[dict[str, Any]]:
        return [
            {"field": bound, "prefix": "Rp" if isinstance(bound.field, RupiahFormField) else ""}
            for bound in self
        ]


def initial_of(told: Mapping[str, Any], note: str, product: Product) -> dict[str, Any]:
    """What stands in the boxes of a draft."""
    prices = {
        f"{PRICE}{number}": told["prices"].get(one.upc) for number, one in enumerate(telling.sold_of(product))
    }
    words = {name: told[name] for name in telling.WORDS}
    return {**words, **prices, "making_cost": told["making_cost"], "note": note}


class AnswerForm(forms.Form):
    """A curator's answer and its reason."""

    is_accepted = forms.TypedChoiceField(
        label=_("Jawaban"),
        choices=[("ya", _("Terima; produk langsung berubah")), ("tidak", _("Tidak diterima"))],
        coerce=lambda value: value == "ya",
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih jawabannya.")},
    )
    answer = forms.CharField(
        label=_("Alasan untuk perajin"),
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": _("Tulis alasan yang bisa dipahami perajin, paling sedikit satu kalimat."),
            "min_length": _("Tulis alasan yang bisa dipahami perajin, paling sedikit satu kalimat."),
        },
    )
