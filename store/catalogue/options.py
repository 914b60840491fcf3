"""What a product's variants may differ in, by name, and what is wrong with a list of them, in words."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from store.catalogue.rules import LONGEST_VALUE, MOST_VARIANTS, Fault

Words = str | Promise

# In the order in which they are asked and read: "Merah, M".
OPTIONS: Final[Mapping[str, Words]] = {
    "warna": _("Warna"),
    "motif": _("Motif"),
    "rasa": _("Rasa"),
    "ukuran": _("Ukuran"),
    "isi": _("Isi kemasan"),
}

FAULTS: Final[Mapping[Fault, Words]] = {
    Fault.TOO_MANY: _("Paling banyak {most} pilihan."),
    Fault.NO_VALUE: _("Isi setiap pilihan; kosongkan seluruh baris bila tidak dipakai."),
    Fault.UNKNOWN_NAME: _("Jenis pilihan ini tidak ada."),
    Fault.OTHER_NAMES: _("Setiap baris perlu jenis pilihan yang sama."),
    Fault.TOO_LONG: _("Paling banyak {longest} huruf untuk satu pilihan."),
    Fault.TWICE: _("Pilihan ini sudah ada di baris lain."),
    Fault.BELOW_ZERO: _("Stok tidak boleh di bawah nol, dan harga harus lebih dari nol."),
}


def fault_words(fault: Fault) -> str:
    return str(FAULTS[fault]).format(most=MOST_VARIANTS, longest=LONGEST_VALUE)


def name_list(names: list[str]) -> str:
    """`warna dan ukuran`, in the language of the page."""
    labels = [str(OPTIONS[name]).lower() for name in names]
    if len(labels) < 2:
        return "".join(labels)
    return _("{first} dan {last}").format(first=", ".join(labels[:-1]), last=labels[-1])
