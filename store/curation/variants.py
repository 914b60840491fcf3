"""Variants of an offered product: the rows that an artisan types, and what is made of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from iccn.money.fields import RupiahFormField
from iccn.money.rupiah import Rupiah
from store.catalogue.details import VariantDetails
from store.catalogue.options import OPTIONS, Words, fault_words
from store.catalogue.rules import MOST_VARIANTS, option_words, tidy_variants, variant_faults

KIND: Final = "varian_jenis"
STOCK, PRICE = "stok", "harga"
FEWEST: Final = 2
MOST_PIECES: Final = 10_000
LOWEST_PRICE, HIGHEST_PRICE = 1_000, 100_000_000
# What a product may differ in, asked as one question.
KINDS: Final[Mapping[str, Words]] = {
    "": gettext_lazy("Tidak, hanya satu macam"),
    "ukuran": gettext_lazy("Ya, ukuran"),
    "warna": gettext_lazy("Ya, warna"),
    "warna,ukuran": gettext_lazy("Ya, warna dan ukuran"),
    "motif": gettext_lazy("Ya, motif"),
    "motif,ukuran": gettext_lazy("Ya, motif dan ukuran"),
    "rasa": gettext_lazy("Ya, rasa"),
    "rasa,isi": gettext_lazy("Ya, rasa dan isi kemasan"),
    "isi": gettext_lazy("Ya, isi kemasan"),
}
Kept = dict[str, Any]  # {"options": {"ukuran": "M"}, "stock": 3, "price": None}


def cell(number: int, part: str) -> str:
    """The name of a box: `varian_2_warna`."""
    return f"varian_{number}_{part}"


NUMBERS: Final = range(1, MOST_VARIANTS + 1)
TYPED: Final = (KIND, *(cell(number, part) for number in NUMBERS for part in (*OPTIONS, STOCK, PRICE)))


@dataclass(frozen=True, slots=True)
class Row:
    """One variant as it was typed."""

    number: int
    options: Mapping[str, str]
    stock: str
    price: str

    @property
    def is_empty(self) -> bool:
        return not any((*self.options.values(), self.stock, self.price))


@dataclass(frozen=True, slots=True)
class Table:
    """What was typed of variants, letter by letter; false when the product comes in one kind."""

    kind: str
    rows: tuple[Row, ...] = ()

    @classmethod
    def read(cls, typed: Mapping[str, Any]) -> "Table":
        said = str(typed.get(KIND, ""))
        kind = said if said in KINDS else ""
        names = kind.split(",") if kind else []
        return cls(kind, tuple(_row(typed, number, names) for number in NUMBERS))

    def __bool__(self) -> bool:
        return bool(self.kind)

    @property
    def filled(self) -> list[Row]:
        return [row for row in self.rows if not row.is_empty] if self else []

    @property
    def words(self) -> str:
        """All that was typed, in one line: `merah, m, 3; merah, l, 5, 140.000`."""
        cells = [(*row.options.values(), row.stock, row.price) for row in self.filled]
        return "; ".join(", ".join(filter(None, one)) for one in cells) or str(KINDS[self.kind])

    @property
    def shown(self) -> Sequence[Row]:
        """Up to the last that is filled, and one more to fill; two at least."""
        last = max((row.number for row in self.filled), default=0)
        return self.rows[: max(last + 1, FEWEST)]


def _row(typed: Mapping[str, Any], number: int, names: Sequence[str]) -> Row:
    def text(part: str) -> str:
        return str(typed.get(cell(number, part), "")).strip()

    return Row(number, {name: text(name) for name in names}, text(STOCK), text(PRICE))


class RowsWidget(forms.Widget):
    """Reads the boxes; they are drawn by the template of the step."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Table:
        return Table.read(data)


class VariantsField(forms.Field):
    widget = RowsWidget


def read(table: Table, *, is_made_to_order: bool) -> list[Kept]:
    """The variants with their stock (none is counted when made to order) and price. Raises ValidationError by row."""
    if not table:
        return []
    rows = table.filled
    if len(rows) < FEWEST:
        raise ValidationError(_("Isi paling sedikit dua pilihan, atau pilih “hanya satu macam”."), code="few")
    options = tidy_variants([row.options for row in rows])
    wrong = {rows[place].number: fault_words(one) for place, one in variant_faults(options, OPTIONS).items()}
    kept = []
    for row, one in zip(rows, options, strict=True):
        try:
            stock = 0 if is_made_to_order else _pieces(row.stock)
            kept.append({"options": one, "stock": stock, "price": _price(row.price)})
        except ValidationError as fault:
            wrong.setdefault(row.number, " ".join(fault.messages))
    if wrong:
        raise ValidationError([_at(number, words) for number, words in sorted(wrong.items())])
    return kept


def _at(number: int, words: str) -> ValidationError:
    return ValidationError(
        _("Pilihan %(number)d: %(words)s"), code=str(number), params={"number": number, "words": words}
    )


def _pieces(typed: str) -> int:
    words = {
        "required": _("Isi stoknya; 0 bila sedang habis."),
        "invalid": _("Isi stok dengan angka bulat, misalnya 25."),
        "min_value": _("Stok paling sedikit 0."),
        "max_value": _("Stok paling banyak 10.000."),
    }
    return int(forms.IntegerField(min_value=0, max_value=MOST_PIECES, error_messages=words).clean(typed))


def _price(typed: str) -> int | None:
    words = {
        "invalid": _("Isi harga dengan angka bulat, misalnya 125.000."),
        "min_value": _("Harga paling sedikit Rp1.000."),
        "max_value": _("Harga paling banyak Rp100.000.000."),
    }
    field = RupiahFormField(
        required=False, min_value=LOWEST_PRICE, max_value=HIGHEST_PRICE, error_messages=words
    )
    price = field.clean(typed)
    return None if price is None else int(price)


def below(kept: Sequence[Kept], lowest: int) -> list[str]:
    """The variants whose own price is under the lowest that pays for the making."""
    return [words_of(one) for one in kept if one["price"] is not None and one["price"] < lowest]


def words_of(kept: Kept) -> str:
    """`Merah, M`."""
    return option_words(kept["options"], list(OPTIONS))


def lines_of(kept: Sequence[Kept], *, is_made_to_order: bool = False) -> list[str]:
    """`Merah, M · 3 buah · Rp140.000`, one line a variant."""
    return [
        " · ".join(
            part
            for part in (
                words_of(one),
                "" if is_made_to_order else _("%(pieces)d buah") % {"pieces": one["stock"]},
                "" if one["price"] is None else str(Rupiah(one["price"])),
            )
            if part
        )
        for one in kept
    ]


def details_of(kept: Sequence[Kept]) -> tuple[VariantDetails, ...]:
    """As the catalogue takes them."""
    return tuple(
        VariantDetails(
            options=one["options"],
            stock=one["stock"],
            price=None if one["price"] is None else Rupiah(one["price"]),
        )
        for one in kept
    )
