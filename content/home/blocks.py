"""Blocks of the home page and the programmes: each shows what another part of the site knows."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, CharBlock, IntegerBlock, StructBlock, StructValue

from content.ajar.blocks import ClassShelfBlock
from content.blocks.streams import story_blocks
from content.network import selectors as network
from content.news import selectors as news

PARTS = _("Bagian situs")


class TitledBlock(StructBlock):  # type: ignore[misc]
    title = CharBlock(label=_("Judul"), max_length=120)
    lead = CharBlock(label=_("Kalimat pengantar"), required=False, max_length=255)


class ProgrammesBlock(TitledBlock):
    class Meta:
        icon = "folder-open-inverse"
        label = _("Lima program")
        description = _("Kartu kelima program, menurut halaman program yang terbit.")
        template = "pages/blocks/programmes.html"


class NewsShelfBlock(TitledBlock):
    how_many = IntegerBlock(label=_("Banyaknya"), default=3, min_value=1, max_value=6)

    class Meta:
        icon = "list-ul"
        label = _("Rak kabar")
        description = _("Kabar terbaru.")
        template = "pages/blocks/news.html"

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page = context.get("page")
        locale = page.locale_id if page is not None else None
        return {**context, "news": news.newest(locale, most=value.get("how_many") or 1)}


class NetworkBlock(TitledBlock):
    class Meta:
        icon = "globe"
        label = _("Jejaring dan uangnya")
        description = _("Peta simpul dengan angka yang dihitung dari buku besar.")
        template = "pages/blocks/network.html"

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, "network": network.overview()}


def home_blocks() -> list[tuple[str, Block]]:
    return [
        ("programmes", ProgrammesBlock(group=PARTS)),
        ("classes", ClassShelfBlock(group=PARTS)),
        ("news", NewsShelfBlock(group=PARTS)),
        ("network", NetworkBlock(group=PARTS)),
        *story_blocks(),
    ]


def programme_blocks() -> list[tuple[str, Block]]:
    parts = {"classes", "news", "network"}
    return [*story_blocks(), *((name, block) for name, block in home_blocks() if name in parts)]
