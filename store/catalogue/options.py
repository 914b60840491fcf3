"""What a product's variants may differ in, by name, and what is wrong with a list of them, in words."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from store.catalogue.rules import LONGEST_VALUE, MOST_VARIANTS, Fault

Words = str | Promise

# In the order in which they are asked and read: "Merah, M".
OPTIONS: Final[Mapping[str, Words]] = {
    "warna": gettext_lazy("Warna"),
    "motif": gettext_lazy("Motif"),
    "rasa": gettext_lazy("Rasa"),
    "ukuran": gettext_lazy("Ukuran"),
    "isi": gettext_lazy("Isi kemasan"),
}

FAULTS: Final[Mapping[Fault, Words]] = {
    Fault.TOO_MANY: gettext_lazy("Paling banyak {most} pilihan."),
    Fault.NO_VALUE: gettext_lazy("Isi setiap pilihan; kosongkan seluruh baris bila tidak dipakai."),
    Fault.UNKNOWN_NAME: gettext_lazy("Jenis pilihan ini tidak ada."),
    Fault.OTHER_NAMES: gettext_lazy("Setiap baris perlu jenis pilihan yang sama."),
    Fault.TOO_LONG: gettext_lazy("Paling banyak {longest} huruf untuk satu pilihan."),
    Fault.TWICE: gettext_lazy("Pilihan ini sudah ada di baris lain."),
    Fault.BELOW_ZERO: gettext_lazy("Stok tidak boleh di bawah nol, dan harga harus lebih dari nol."),
}


def fault_words(fault: Fault) -> str:
    return str(FAULTS[fault]).format(most=MOST_VARIANTS, longest=LONGEST_VALUE)


def choice_label(name: str) -> str:
    """`Pilihan ukuran`: not to be taken for the size that every product has."""
    return _("Pilihan {name}").format(name=str(OPTIONS[name]).lower())


def name_list(names: list[str]) -> str:
    """`warna dan ukuran`, in the language of the page."""
    labels = [str(OPTIONS[name]).lower() for name in names]
    if len(labels) < 2:
        return "".join(labels)
    return _("{first} dan {last}").format(first=", ".join(labels[:-1]), last=labels[-1])
