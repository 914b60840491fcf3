"""Reading a sheet that somebody sent: looked at from outside first, then row by row."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from store.curation import fields, services
from store.curation.bulk import refusals, rules, sheet
from store.curation.models import Submission
from store.partner.models import Partner

BROKEN = (BadZipFile, InvalidFileException, KeyError, ValueError, OSError, SyntaxError, AttributeError)


def rows_of(file: BinaryIO, artisan: Partner) -> list[dict[str, Any]]:
    """Every row that is not empty, with its errors by column.

    Raises SheetTooLarge, SheetWithPrograms, NotASheet, NotOurTemplate, EmptySheet.
    """
    found = list(typed_rows(safe(file)))
    if not found:
        raise refusals.EmptySheet(first=sheet.FIRST)
    if len(found) > rules.MOST_ROWS:
        raise refusals.SheetTooLarge(most=rules.MOST_ROWS)
    return [
        {"number": number, "typed": typed, "errors": errors_of(typed, artisan)} for number, typed in found
    ]


def safe(file: BinaryIO) -> BytesIO:
    """The file, once nothing in it can do harm when it is opened."""
    raw = file.read(rules.MOST_BYTES + 1)
    if len(raw) > rules.MOST_BYTES:
        raise refusals.SheetTooLarge(most=rules.MOST_ROWS)
    try:
        with ZipFile(BytesIO(raw)) as parts:
            danger = rules.danger_of(rules.Part(one.filename, one.file_size) for one in parts.infolist())
            if danger is None and any(has_entities(parts, name) for name in parts.namelist()):
                danger = rules.Danger.PROGRAMS
    except BROKEN as error:
        raise refusals.NotASheet from error
    if danger == rules.Danger.UNFOLDS:
        raise refusals.SheetTooLarge(most=rules.MOST_ROWS)
    if danger is not None:
        raise refusals.SheetWithPrograms
    return BytesIO(raw)


def has_entities(parts: ZipFile, name: str) -> bool:
    """XML that defines words of its own could unfold without end."""
    return b"<!DOCTYPE" in parts.read(name) if name.endswith((".xml", ".rels")) else False


def typed_rows(data: BytesIO) -> Iterator[tuple[int, dict[str, str]]]:
    """The number of each row that is not empty, and what was typed in it by field."""
    try:
        book = load_workbook(data, read_only=True)
        lines = book.worksheets[0].iter_rows(max_row=sheet.FIRST + rules.MOST_ROWS, max_col=60)
        rows = [[rules.plain(cell.value) for cell in line] for line in lines]
    except BROKEN as error:
        raise refusals.NotASheet from error
    codes = rows[0] if rows else []
    if "title" not in codes:
        raise refusals.NotOurTemplate
    known = sheet.columns()
    for number, cells in enumerate(rows, start=1):
        if number < sheet.FIRST:
            continue
        typed = {name: text for name, text in zip(codes, cells, strict=False) if name in known}
        if any(typed.values()):
            yield number, meant(typed)


def meant(typed: Mapping[str, str]) -> dict[str, str]:
    """Words that were chosen from a list, as the form knows them."""
    return {
        name: {words.lower(): value for words, value in sheet.choices_of(name).items()}.get(
            text.lower(), text
        )
        for name, text in typed.items()
    }


def errors_of(typed: Mapping[str, str], artisan: Partner) -> dict[str, list[str]]:
    """What keeps a row from being sent, by field; the same rules as in the form, pictures aside."""
    formulas = {name: [formula_words()] for name, text in typed.items() if rules.is_formula(text)}
    clean, errors = fields.read_all(typed)
    if not errors:
        errors = services.floor_errors(Submission(artisan=artisan), clean)
    return errors | formulas


def formula_words() -> str:
    return _("Awali dengan huruf atau angka; rumus tidak diterima.")


def wrong(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [row for row in rows if row["errors"]]


def good(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return [row for row in rows if not row["errors"]]
