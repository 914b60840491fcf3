"""Blocks of pictures, sound, video and files. Each has words for those who cannot see, hear, or pay for the data."""

from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock, StructValue
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import AudioChooserBlock, VideoChooserBlock

from content.blocks.text import FEATURES
from iccn.media.pictures import CARD, WIDE, shown
from iccn.media.rules import megabytes

TEXT_SIZES = "(min-width: 56rem) 42rem, 100vw"
HALF_SIZES = "(min-width: 56rem) 20rem, 50vw"


def size_words(size: int) -> str:
    return megabytes(size, get_language() or "id")


class PictureBlock(StructBlock):  # type: ignore[misc]
    picture = ImageChooserBlock(label=_("Gambar"))
    alt = CharBlock(
        label=_("Teks alternatif"),
        required=False,
        max_length=255,
        help_text=_(
            "Untuk yang tidak dapat melihatnya. Kosongkan untuk memakai teks alternatif dari gambar itu."
        ),
    )
    caption = CharBlock(label=_("Keterangan gambar"), required=False, max_length=255)

    class Meta:
        icon = "image"
        label = _("Gambar")
        description = _("Satu gambar dengan keterangan.")
        template = "pages/blocks/picture.html"

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        picture = value.get("picture")
        alt = value.get("alt") or (picture.words if picture else "")
        return {**context, "html": shown(picture, WIDE, sizes=TEXT_SIZES, alt=alt)}


class GalleryBlock(StructBlock):  # type: ignore[misc]
    pictures = ListBlock(ImageChooserBlock(), label=_("Gambar"), min_num=2, max_num=8)
    caption = CharBlock(label=_("Keterangan"), required=False, max_length=255)

    class Meta:
        icon = "grip"
        label = _("Beberapa gambar")
        description = _("Dua sampai delapan gambar berdampingan.")
        template = "pages/blocks/gallery.html"

    def get_context(self, value: StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        found = [one for one in value.get("pictures", []) if one is not None]
        return {**context, "shown": [shown(one, CARD, sizes=HALF_SIZES, alt=one.words) for one in found]}


class MediaValue(StructValue):  # type: ignore[misc]
    @property
    def media(self) -> Any:
        return self.get("video") or self.get("audio")

    @property
    def size(self) -> str:
        return size_words(self.media.file.size) if self.media else ""

    @property
    def tracks(self) -> list[dict[str, str]]:
        captions = self.get("captions")
        language = get_language() or "id"
        return [{"src": captions.url, "lang": language, "label": str(_("Takarir"))}] if captions else []


class VideoBlock(StructBlock):  # type: ignore[misc]
    video = VideoChooserBlock(label=_("Video"))
    title = CharBlock(label=_("Judul video"), max_length=160)
    captions = DocumentChooserBlock(label=_("Takarir (.vtt)"), required=False)
    transcript = RichTextBlock(
        label=_("Transkrip"),
        features=FEATURES,
        help_text=_("Wajib: banyak pembaca menghemat data, dan sebagian tidak dapat mendengar."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        description = _("Video dengan transkrip. Ukurannya ditampilkan sebelum diputar.")
        template = "pages/blocks/video.html"
        value_class = MediaValue


class AudioBlock(StructBlock):  # type: ignore[misc]
    audio = AudioChooserBlock(label=_("Suara"))
    title = CharBlock(label=_("Judul suara"), max_length=160)
    transcript = RichTextBlock(label=_("Transkrip"), features=FEATURES)

    class Meta:
        icon = "media"
        label = _("Suara")
        description = _("Rekaman suara dengan transkrip: jauh lebih hemat data daripada video.")
        template = "pages/blocks/audio.html"
        value_class = MediaValue


class FileValue(StructValue):  # type: ignore[misc]
    @property
    def size(self) -> str:
        document = self.get("file")
        return size_words(document.get_file_size() or 0) if document else ""


class FileBlock(StructBlock):  # type: ignore[misc]
    file = DocumentChooserBlock(label=_("Berkas"))
    title = CharBlock(label=_("Nama yang dibaca"), max_length=160)
    note = CharBlock(label=_("Apa isinya"), required=False, max_length=255)

    class Meta:
        icon = "doc-full"
        label = _("Berkas untuk diunduh")
        description = _("Lembar kerja, pola, atau panduan. Ukurannya ditampilkan.")
        template = "pages/blocks/file.html"
        value_class = FileValue
