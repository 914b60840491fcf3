"""Choosing one variant on the page of a product: a group of values per option, and all variants in a table."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from store.catalogue.choosing import Choice
from store.catalogue.models import Product
from store.catalogue.options import OPTIONS, name_list

MANY = 20
MOST_AT_ONCE = 20
OUT, NONE = "out", "none"


def stock_words(product: Product) -> str:
    """How a product or a variant is sold now, and how many are left."""
    left = product.pieces_left
    if not product.is_public:
        return _("Sedang tidak dijual.")
    if left is None:
        return _("Dibuat setelah Anda memesan, sekitar %(days)d hari.") % {"days": product.making_days}
    if left <= 0:
        return _("Stok habis.")
    if left > MANY:
        return _("Siap kirim.")
    return ngettext("Siap kirim, tinggal %(left)d buah.", "Siap kirim, tersedia %(left)d buah.", left) % {
        "left": left
    }


def most_at_once(product: Product) -> int:
    left = product.pieces_left
    return MOST_AT_ONCE if left is None else min(left, MOST_AT_ONCE)


@dataclass(frozen=True)
class Picker:
    """`choice` is what the address says; without JavaScript the form alone tells what was chosen."""

    choice: Choice

    @property
    def variants(self) -> list[Product]:
        return self.choice.product.variants

    @cached_property
    def groups(self) -> list[dict[str, Any]]:
        return [
            {
                "name": name,
                "label": OPTIONS[name],
                "values": [self.value(name, value, place) for place, value in enumerate(values)],
            }
            for name, values in self.values.items()
        ]

    @property
    def values(self) -> dict[str, list[str]]:
        """Each option with its values, in the order in which the variants were written."""
        return {
            name: list(dict.fromkeys(one.variant_options[name] for one in self.variants))
            for name in self.choice.product.option_names
        }

    def value(self, name: str, value: str, place: int) -> dict[str, Any]:
        return {
            "value": value,
            "id": f"pilih-{name}-{place}",
            "is_chosen": self.choice.options.get(name) == value,
            "state": state_of(self.choice.could_be(name, value)),
        }

    @property
    def headers(self) -> list[dict[str, Any]]:
        return [
            {"label": name_list(self.choice.product.option_names).capitalize()},
            {"label": _("Harga"), "numeric": True},
            {"label": _("Stok")},
        ]

    @property
    def rows(self) -> list[list[dict[str, Any]]]:
        """Every variant with its address, price and stock, as the component `table` takes them."""
        return [
            [
                {"text": one.variant_words, "url": one.get_absolute_url()},
                {"text": str(one.price), "numeric": True},
                {"text": stock_words(one)},
            ]
            for one in self.variants
        ]

    @property
    def facts(self) -> str:
        """The same as JSON for the script, which lets price and stock follow the choice."""
        told = [
            {
                "options": one.variant_options,
                "words": one.variant_words,
                "price": str(one.price),
                "stock": stock_words(one),
                "most": most_at_once(one),
                "isSellable": one.is_sellable,
                "url": one.get_absolute_url(),
            }
            for one in self.variants
        ]
        return json.dumps(told, ensure_ascii=False)

    @property
    def ask_words(self) -> str:
        return _("Pilih {names} untuk melihat stoknya.")

    @property
    def stock_words(self) -> str:
        """Of what was chosen; what to do while nothing is."""
        if not self.choice.product.is_sellable:
            return stock_words(self.choice.product)
        if self.choice.variant is not None:
            return f"{self.choice.words}: {stock_words(self.choice.variant)}"
        if self.choice.missing:
            return self.ask_words.format(names=name_list(self.choice.missing))
        return _("%(words)s tidak tersedia. Pilih gabungan lain.") % {"words": self.choice.words}


def state_of(variants: Sequence[Product]) -> str:
    """Whether one of these can be bought; if not, whether there are any."""
    if not variants:
        return NONE
    return "" if any(one.is_sellable for one in variants) else OUT
