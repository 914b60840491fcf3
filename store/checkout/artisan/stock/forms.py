"""How many pieces there are, one box for each thing that is counted."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from store.catalogue.models import Product

MOST = 99_999


def counted(product: Product) -> list[Product]:
    """What has a stock of its own: each variant, or the product itself; nothing of what is made to order."""
    return [] if product.is_made_to_order else (product.variants or [product])


def box_of(product: Product) -> str:
    return f"stok-{product.pk}"


class StockForm(forms.Form):
    """A box for each of `products`, named by its key, filled with what the books hold now."""

    def __init__(self, products: Sequence[Product], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.products = {one.pk: one for one in products}
        for one in products:
            self.fields[box_of(one)] = forms.IntegerField(
                label=one.variant_words or _("Stok sekarang"),
                min_value=0,
                max_value=MOST,
                initial=one.stock.num_in_stock,
                help_text=promised_words(one.stock.num_allocated or 0),
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
                error_messages={
                    "required": _("Isi jumlahnya; tulis 0 bila habis."),
                    "invalid": _("Tulis angka saja, misalnya 12."),
                    "min_value": _("Stok tidak dapat kurang dari 0."),
                    "max_value": _("Paling banyak 99.999 buah."),
                },
            )

    @property
    def pieces(self) -> Mapping[int, int]:
        """What was typed, by the key of the product or variant."""
        return {key: self.cleaned_data[box_of(one)] for key, one in self.products.items()}

    def refuse(self, product_id: int, words: str) -> None:
        self.add_error(box_of(self.products[product_id]), words)


def promised_words(promised: int) -> str:
    return (
        _("Termasuk {promised} yang sudah dijanjikan kepada pembeli.").format(promised=promised)
        if promised
        else ""
    )
