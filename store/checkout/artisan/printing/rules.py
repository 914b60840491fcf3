"""What a courier has to be told of a parcel, on plain values."""

from collections.abc import Iterable
from typing import Final

FRAGILE: Final = frozenset(
    {
        "keramik",
        "kaca",
        "gerabah",
        "tembikar",
        "porselen",
        "terakota",
        "tanah",
        "lilin",
        "cangkang",
        "kristal",
    }
)


def is_fragile(materials: Iterable[str]) -> bool:
    """Whether any material breaks when it falls: `tanah liat` and `Kaca daur ulang` do, `daun pandan` does not."""
    return any(word in FRAGILE for material in materials for word in material.lower().split())


def weight_words(grams: int) -> str:
    """As Indonesians write it: `450 g`, `1,2 kg`, `12 kg`; rounded up to a hundred grams from one kilo on."""
    if grams < 1_000:
        return f"{grams} g"
    kilos, tenths = divmod(-(-grams // 100), 10)
    return f"{kilos},{tenths} kg" if tenths else f"{kilos} kg"
