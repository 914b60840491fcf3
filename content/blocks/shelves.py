"""Shelves: what the store has, shown on a page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, IntegerBlock, StructBlock, StructValue

from store.api.selectors import category_choices, product_cards

FEW, MANY = 2, 15


class CategoryBlock(ChoiceBlock):  # type: ignore[misc]
    """A category by its slug. The tree is read when an editor chooses, not each time a page is shown."""

    choices = staticmethod(category_choices)

    def normalize_choice(self, value: str) -> str:
        return value


class ProductShelfBlock(StructBlock):  # type: ignore[misc]
    title = CharBlock(label=_("Judul"), max_length=120)
    lead = CharBlock(label=_("Kalimat pengantar"), required=False, max_length=255)
    category = CategoryBlock(
        label=_("Kategori"),
        required=False,
        help_text=_("Kosongkan untuk karya terbaru dari semua kategori."),
    )
    how_many = IntegerBlock(label=_("Banyaknya"), default=5, min_value=FEW, max_value=MANY)

    class Meta:
        icon = "list-ul"
        label = _("Rak karya")
        description = _("Karya terbaru dari toko, selalu yang masih dijual.")
        template = "pages/blocks/products.html"

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        cards = product_cards(category=value.get("category") or "", newest=value.get("how_many") or FEW)
        return {**context, "products": cards}
