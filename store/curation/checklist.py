"""What is checked before scoring: the same three for every product, and the papers that its category needs by law."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_lazy as _

from iccn.refusals import Words


@dataclass(frozen=True, slots=True)
class Item:
    code: str
    words: Words


ALWAYS: Final = (
    Item("lengkap", _("Isian lengkap dan masuk akal: cerita, bahan, ukuran, harga")),
    Item("foto", _("Foto terang dan tajam, memperlihatkan produknya sendiri")),
    Item("boleh", _("Boleh dijual dan dikirim; bukan tiruan merek atau karya orang lain")),
)

# By the slug of the category or of one above it. Sources of the papers: docs/rules/curation.md.
BY_CATEGORY: Final[dict[str, tuple[Item, ...]]] = {
    "rasa": (
        Item("izin-pangan", _("Nomor P-IRT atau BPOM cocok dengan labelnya, dan masih berlaku")),
        Item("label-pangan", _("Label menyebut bahan, berat bersih, kedaluwarsa, dan nama pembuat")),
        Item("halal", _("Halal: bersertifikat, atau tidak mengaku halal")),
    ),
    "sabun-dan-lilin": (Item("kosmetik", _("Sabun atau minyak untuk kulit bernomor BPOM")),),
    "mainan": (Item("sni", _("Mainan anak bertanda SNI, atau jelas bukan untuk anak")),),
}


def items_for(slugs: Iterable[str]) -> tuple[Item, ...]:
    """The checklist of a product, by the slugs of its category and of those above it."""
    return (*ALWAYS, *(item for slug in slugs for item in BY_CATEGORY.get(slug, ())))
