"""The open data of the transparency page."""

import csv
from io import StringIO

from store.profit.selectors import PublicTotals

HEAD = ("bulan", "provinsi", "simpul", "rupiah")


def totals_csv(totals: PublicTotals) -> str:
    """What each chapter received in each month, as CSV with Indonesian headings; no person is named."""
    text = StringIO()
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(HEAD)
    lines.writerows(
        (row.month, safe(row.province), safe(row.chapter), int(row.amount)) for row in totals.by_chapter_month
    )
    return text.getvalue()


def safe(words: str) -> str:
    """A name that a spreadsheet would take for a formula is written as text."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
