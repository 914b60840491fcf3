"""The sheet as it goes out: a template with choices, notes and an example, or the rows that have to be mended."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from store.curation import fields
from store.curation.bulk.rules import MOST_ROWS

CODES, LABELS, HINTS, EXAMPLE, FIRST = 1, 2, 3, 4, 5
HEAD: Final = PatternFill("solid", fgColor="DDEBE0")
SOFT: Final = PatternFill("solid", fgColor="F2F2F2")
WRONG: Final = PatternFill("solid", fgColor="F8D7D3")
WIDE: Final = frozenset({"story", "story_en"})
SAMPLE: Final = {
    "title": "Tas anyaman pandan motif kotak",
    "title_en": "Checked pandan bag",
    "story": "Dianyam Ibu Sari di teras rumahnya dari pandan yang ditanam sendiri. Motifnya warisan neneknya.",
    "materials": "pandan, rotan",
    "techniques": "anyam, pewarna alam",
    "making_days": "3",
    "weight_g": "400",
    "length_cm": "30",
    "width_cm": "12",
    "height_cm": "25",
    "making_cost": "80000",
    "wished_price": "125000",
    "stock": "5",
}


def columns() -> dict[str, forms.Field]:
    """What a row asks, in the order of the steps; variants and pictures are added in the draft."""
    return {
        name: field
        for form in fields.STEPS.values()
        for name, field in form().fields.items()
        if name != fields.VARIANTS
    }


def choices_of(name: str) -> dict[str, str]:
    """What may be chosen in a column: the words people see, and what they stand for."""
    if name == "category":
        return {category.title: category.slug for category in fields.leaf_categories()}
    if name == "availability":
        return {str(label): value for value, label in fields.PriceStep.base_fields[name].choices}  # type: ignore[attr-defined]
    return {}


def template() -> bytes:
    return saved(drawn()[0])


def mended(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows with errors as they were sent, what is wrong marked and told in the last column."""
    book, sheet = drawn()
    names = list(columns())
    last = len(names) + 1
    head(sheet.cell(LABELS, last), _("Yang perlu diperbaiki"))
    for place, row in enumerate(rows, start=FIRST):
        for column, name in enumerate(names, start=1):
            cell = sheet.cell(place, column)
            write(cell, row["typed"].get(name, ""))
            if name in row["errors"]:
                cell.fill = WRONG
        labels = columns()
        told = [
            f"{labels[name].label if name in labels else name}: {' '.join(words)}"
            for name, words in row["errors"].items()
        ]
        write(sheet.cell(place, last), _("Baris {number}. ").format(number=row["number"]) + " ".join(told))
        sheet.cell(place, last).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions[get_column_letter(last)].width = 60
    return saved(book)


def drawn() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    sheet.title = _("Produk")[:31]
    lists = book.create_sheet("daftar")
    lists.sheet_state = "hidden"
    for column, (name, field) in enumerate(columns().items(), start=1):
        draw_column(sheet, column, name, field)
        if choices := list(choices_of(name)):
            offer(sheet, lists, column, choices)
    sheet.row_dimensions[CODES].hidden = True
    sheet.row_dimensions[HINTS].height = 60
    sheet.freeze_panes = sheet.cell(FIRST, 2)
    return book, sheet


def draw_column(sheet: Worksheet, column: int, name: str, field: forms.Field) -> None:
    write(sheet.cell(CODES, column), name)
    label = f"{field.label}{' *' if field.required else ''}"
    head(sheet.cell(LABELS, column), label)
    hint = str(field.help_text) or (_("Perlu diisi.") if field.required else _("Boleh dikosongkan."))
    sheet.cell(LABELS, column).comment = Comment(hint, "ICCN")
    write(sheet.cell(HINTS, column), hint)
    sheet.cell(HINTS, column).alignment = Alignment(wrap_text=True, vertical="top")
    choices = list(choices_of(name))
    write(sheet.cell(EXAMPLE, column), SAMPLE.get(name, choices[0] if choices else ""))
    for row in (HINTS, EXAMPLE):
        sheet.cell(row, column).fill = SOFT
        sheet.cell(row, column).font = Font(italic=True, color="555555")
    sheet.column_dimensions[get_column_letter(column)].width = 48 if name in WIDE else 22


def head(cell: Cell, words: str) -> None:
    write(cell, words)
    cell.fill, cell.font = HEAD, Font(bold=True)


def offer(sheet: Worksheet, lists: Worksheet, column: int, choices: Sequence[str]) -> None:
    """A drop-down in every row, out of a hidden list."""
    letter = get_column_letter(column)
    for row, choice in enumerate(choices, start=1):
        write(lists.cell(row, column), choice)
    rule = DataValidation(
        type="list", formula1=f"daftar!${letter}$1:${letter}${len(choices)}", allow_blank=True
    )
    sheet.add_data_validation(rule)
    rule.add(f"{letter}{FIRST}:{letter}{FIRST + MOST_ROWS}")


def write(cell: Cell, text: str) -> None:
    """Always as words: no spreadsheet works it out."""
    cell.value = text
    if text:
        cell.data_type = "s"
        cell.quotePrefix = True


def saved(book: Workbook) -> bytes:
    data = BytesIO()
    book.save(data)
    return data.getvalue()
