"""Sheets as an artisan fills them."""

from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import load_workbook

from store.curation.bulk import sheet
from tests.factories.curation import TYPED

ROW = {**TYPED, "category": "Anyaman", "making_cost": "80000", "wished_price": "125000"}


def filled(rows: Sequence[Mapping[str, object]]) -> BytesIO:
    """Our template with these rows in it."""
    book = load_workbook(BytesIO(sheet.template()))
    names = list(sheet.columns())
    for place, row in enumerate(rows, start=sheet.FIRST):
        for name, value in row.items():
            book.worksheets[0].cell(place, names.index(name) + 1).value = value
    data = BytesIO()
    book.save(data)
    data.seek(0)
    return data


def two_hundred() -> list[dict[str, object]]:
    """200 products, seven of them not right."""
    rows: list[dict[str, object]] = [{**ROW, "title": f"Tas pandan nomor {n}"} for n in range(1, 201)]
    rows[2]["category"] = "Bukan kategori"
    rows[10]["title"] = ""
    rows[24]["weight_g"] = "berat"
    rows[50]["wished_price"] = "90000"
    rows[77]["pirt"] = "123"
    rows[120]["story"] = '=HYPERLINK("http://contoh.example","klik")'
    rows[199]["making_days"] = "400"
    return rows
