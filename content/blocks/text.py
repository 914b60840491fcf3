"""Blocks of words."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    ChoiceBlock,
    ListBlock,
    PageChooserBlock,
    RichTextBlock,
    StructBlock,
    StructValue,
    TextBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError

FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]
NOTE_FEATURES = ["bold", "italic", "link"]


class Level(models.TextChoices):
    SECTION = "h2", _("Judul bagian")
    PART = "h3", _("Judul anak bagian")


class HeadingBlock(StructBlock):  # type: ignore[misc]
    text = CharBlock(label=_("Judul"), max_length=120)
    level = ChoiceBlock(label=_("Tingkat"), choices=Level.choices, default=Level.SECTION)

    class Meta:
        icon = "title"
        label = _("Judul")
        description = _("Membagi halaman panjang agar mudah dibaca sekilas.")
        template = "pages/blocks/heading.html"
        preview_value = {"text": "Belajar dari yang sudah mencoba", "level": "h2"}


class ParagraphBlock(RichTextBlock):  # type: ignore[misc]
    def __init__(self, **options: object) -> None:
        super().__init__(**{"features": FEATURES, **options})

    class Meta:
        icon = "pilcrow"
        label = _("Teks")
        description = _("Satu atau beberapa paragraf, dengan tebal, miring, tautan, dan daftar.")
        template = "pages/blocks/paragraph.html"
        preview_value = (
            "<p>Anyaman pandan dari Tasikmalaya <b>dikerjakan berdua</b>: satu membelah, satu menganyam.</p>"
        )


class QuoteBlock(StructBlock):  # type: ignore[misc]
    text = TextBlock(label=_("Kutipan"), rows=3)
    who = CharBlock(label=_("Siapa yang berkata"), required=False, max_length=120)
    role = CharBlock(label=_("Siapa dia"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Kutipan")
        description = _("Kata-kata seseorang, persis seperti diucapkan, dengan izinnya.")
        template = "pages/blocks/quote.html"
        preview_value = {"text": "Kami saling jaga.", "who": "Sari", "role": "Perajin anyaman"}


class Tone(models.TextChoices):
    INFO = "info", _("Keterangan")
    SUCCESS = "success", _("Kabar baik")
    WARNING = "warning", _("Peringatan")


class CalloutBlock(StructBlock):  # type: ignore[misc]
    kind = ChoiceBlock(label=_("Nada"), choices=Tone.choices, default=Tone.INFO)
    title = CharBlock(label=_("Judul"), required=False, max_length=120)
    text = TextBlock(label=_("Isi"), rows=3)

    class Meta:
        icon = "info-circle"
        label = _("Kotak catatan")
        description = _("Satu hal yang tidak boleh terlewat. Cukup satu per halaman.")
        template = "pages/blocks/callout.html"
        preview_value = {
            "kind": "info",
            "title": "Siapkan dulu",
            "text": "Gunting, penggaris, dan kain perca.",
        }


class LinkValue(StructValue):  # type: ignore[misc]
    @property
    def url(self) -> str:
        """The chosen page in the reader's language, or the address as written."""
        page = self.get("page")
        if page is not None:
            return str(page.url or "")
        return str(self.get("address") or "")


class LinkBlock(StructBlock):  # type: ignore[misc]
    """A label with a way: one of our pages, or an address."""

    label = CharBlock(
        label=_("Tulisan"), max_length=60, help_text=_("Katakan apa yang terjadi setelah diketuk.")
    )
    page = PageChooserBlock(label=_("Halaman kita"), required=False)
    address = CharBlock(
        label=_("Atau alamat"),
        required=False,
        max_length=300,
        help_text=_("Diawali https:// untuk situs lain, atau / untuk bagian situs ini, misalnya /id/toko/."),
    )

    class Meta:
        value_class = LinkValue

    def clean(self, value: StructValue) -> StructValue:
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("address")):
            error = ValidationError(_("Pilih satu: halaman kita, atau alamat."))
            raise StructBlockValidationError(block_errors={"page": error})
        if cleaned.get("address") and not cleaned["address"].startswith(("https://", "/", "mailto:", "tel:")):
            error = ValidationError(_("Alamat diawali https://, /, mailto:, atau tel:."))
            raise StructBlockValidationError(block_errors={"address": error})
        return cleaned


class Weight(models.TextChoices):
    ACCENT = "accent", _("Ajakan utama (satu per halaman)")
    PRIMARY = "primary", _("Biasa")
    OUTLINE = "outline", _("Pendamping")


class ButtonBlock(LinkBlock):
    kind = ChoiceBlock(label=_("Bobot"), choices=Weight.choices, default=Weight.PRIMARY)

    class Meta:
        icon = "link"
        label = _("Tombol")
        description = _("Mengajak pembaca ke langkah berikutnya.")
        template = "pages/blocks/button.html"
        preview_value = {"label": "Lihat kelas", "address": "/id/ajar/", "kind": "primary"}


class FigureBlock(StructBlock):  # type: ignore[misc]
    value = CharBlock(label=_("Angka"), max_length=24)
    label = CharBlock(label=_("Artinya"), max_length=120)
    note = CharBlock(label=_("Sumber atau tanggal"), required=False, max_length=160)


class FiguresBlock(StructBlock):  # type: ignore[misc]
    items = ListBlock(FigureBlock(), label=_("Angka"), min_num=1, max_num=4)

    class Meta:
        icon = "order"
        label = _("Angka penting")
        description = _("Satu sampai empat angka, masing-masing dengan sumbernya.")
        template = "pages/blocks/figures.html"
        preview_value = {"items": [{"value": "210", "label": "kota dan kabupaten", "note": "Mei 2020"}]}


class QuestionBlock(StructBlock):  # type: ignore[misc]
    question = CharBlock(label=_("Pertanyaan"), max_length=160)
    answer = RichTextBlock(label=_("Jawaban"), features=FEATURES)


class AccordionBlock(StructBlock):  # type: ignore[misc]
    items = ListBlock(QuestionBlock(), label=_("Tanya jawab"), min_num=1)
    first_is_open = BooleanBlock(label=_("Buka jawaban pertama"), required=False)

    class Meta:
        icon = "collapse-down"
        label = _("Tanya jawab")
        description = _("Pertanyaan yang dibuka satu per satu.")
        template = "pages/blocks/accordion.html"
        preview_value = {
            "items": [{"question": "Apakah kelas ini berbayar?", "answer": "<p>Tidak.</p>"}],
            "first_is_open": True,
        }
