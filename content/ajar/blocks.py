"""The shelf of classes, for pages above the academy."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, IntegerBlock, StructBlock, StructValue

from content.ajar import selectors

MOST = 6


class ClassShelfBlock(StructBlock):  # type: ignore[misc]
    title = CharBlock(label=_("Judul"), max_length=120)
    lead = CharBlock(label=_("Kalimat pengantar"), required=False, max_length=255)
    how_many = IntegerBlock(label=_("Banyaknya"), default=3, min_value=1, max_value=MOST)

    class Meta:
        icon = "list-ul"
        label = _("Rak kelas")
        description = _("Kelas AJAR yang sudah terbit.")
        template = "pages/blocks/classes.html"

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page = context.get("page")
        locale = page.locale_id if page is not None else None
        return {**context, "classes": selectors.class_cards(locale, most=value.get("how_many") or 1)}
