"""Which blocks a kind of page offers."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import Block, StreamBlock, StructBlock

from content.blocks.media import AudioBlock, FileBlock, GalleryBlock, PictureBlock, VideoBlock
from content.blocks.shelves import CollectionBlock, MakerBlock, ProductShelfBlock
from content.blocks.text import (
    AccordionBlock,
    ButtonBlock,
    CalloutBlock,
    FiguresBlock,
    HeadingBlock,
    ParagraphBlock,
    QuoteBlock,
)

WORDS, MEDIA, MORE = _("Kata"), _("Gambar dan suara"), _("Lainnya")


def column_blocks() -> list[tuple[str, Block]]:
    return [
        ("heading", HeadingBlock()),
        ("paragraph", ParagraphBlock()),
        ("picture", PictureBlock()),
        ("callout", CalloutBlock()),
        ("button", ButtonBlock()),
    ]


class ColumnsBlock(StructBlock):  # type: ignore[misc]
    left = StreamBlock(column_blocks(), label=_("Kolom kiri"))
    right = StreamBlock(column_blocks(), label=_("Kolom kanan"))

    class Meta:
        icon = "placeholder"
        label = _("Dua kolom")
        description = _("Berdampingan di layar lebar, berurutan di ponsel.")
        template = "pages/blocks/columns.html"


def story_blocks() -> list[tuple[str, Block]]:
    """For every page that tells something."""
    return [
        ("paragraph", ParagraphBlock(group=WORDS)),
        ("heading", HeadingBlock(group=WORDS)),
        ("quote", QuoteBlock(group=WORDS)),
        ("callout", CalloutBlock(group=WORDS)),
        ("accordion", AccordionBlock(group=WORDS)),
        ("picture", PictureBlock(group=MEDIA)),
        ("gallery", GalleryBlock(group=MEDIA)),
        ("video", VideoBlock(group=MEDIA)),
        ("audio", AudioBlock(group=MEDIA)),
        ("file", FileBlock(group=MEDIA)),
        ("button", ButtonBlock(group=MORE)),
        ("figures", FiguresBlock(group=MORE)),
        ("columns", ColumnsBlock(group=MORE)),
        ("products", ProductShelfBlock(group=MORE)),
        ("collection", CollectionBlock(group=MORE)),
        ("maker", MakerBlock(group=MORE)),
    ]


def lesson_blocks() -> list[tuple[str, Block]]:
    """For a lesson: the same, without what sells or calls away."""
    left_out = {"products", "collection", "maker", "figures", "button"}
    return [(name, block) for name, block in story_blocks() if name not in left_out]
