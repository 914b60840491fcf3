"""Tables that people take home, as CSV or Excel."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from django.http import HttpResponse
from openpyxl import Workbook

from store.profit.export import safe

Rows = Iterable[Sequence[Any]]
EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def as_csv(head: Sequence[str], rows: Rows) -> bytes:
    """With the mark by which Excel knows UTF-8."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(head)
    lines.writerows([tidied(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(head: Sequence[str], rows: Rows) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(list(head))
    for row in rows:
        sheet.append([tidied(cell) for cell in row])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def tidied(cell: Any) -> Any:
    return safe(cell) if isinstance(cell, str) else cell


FORMS: Final[dict[str, tuple[Callable[[Sequence[str], Rows], bytes], str]]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, EXCEL),
}


def download(name: str, form: str, head: Sequence[str], rows: Rows) -> HttpResponse:
    """The table as a file; a form that we do not know gives CSV."""
    form = form if form in FORMS else "csv"
    write, kind = FORMS[form]
    answer = HttpResponse(write(head, rows), content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
