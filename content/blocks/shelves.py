"""Shelves: what the store has, shown on a page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, IntegerBlock, StructBlock, StructValue

from store.api.blocks import collection_chooser, maker_chooser
from store.api.selectors import category_choices, collection_shelf, maker_shelf, product_cards

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


class CollectionBlock(StructBlock):  # type: ignore[misc]
    collection = collection_chooser()
    how_many = IntegerBlock(label=_("Banyaknya"), default=5, min_value=FEW, max_value=MANY)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Koleksi atau musim")
        description = _("Pilihan kurator; hilang sendiri setelah masanya lewat.")
        template = "pages/blocks/collection.html"

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        chosen = value.get("collection")  # gone when somebody deleted it
        shelf = collection_shelf(chosen, most=value.get("how_many") or FEW) if chosen else None
        return {**context, "shelf": shelf}


class MakerBlock(StructBlock):  # type: ignore[misc]
    maker = maker_chooser()
    how_many = IntegerBlock(label=_("Banyaknya karya"), default=4, min_value=FEW, max_value=8)

    class Meta:
        icon = "user"
        label = _("Perajin pilihan")
        description = _("Seorang perajin dan karyanya; hilang sendiri setelah masanya lewat.")
        template = "pages/blocks/maker.html"

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        chosen = value.get("maker")
        shelf = maker_shelf(chosen, most=value.get("how_many") or FEW) if chosen else None
        return {**context, "shelf": shelf}
