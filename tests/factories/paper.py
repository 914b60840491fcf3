"""Looking into what was printed."""

import json
import re
from collections.abc import Mapping
from typing import Any

import typst

from store.checkout.artisan.printing.typesetting import PAPER


def pages_of(pdf: bytes) -> int:
    """How many pages a PDF says that it has."""
    assert pdf.startswith(b"%PDF-")
    return int(re.findall(rb"/Type\s*/Pages\s*/Count (\d+)", pdf)[0])


def drawn(template: str, data: Mapping[str, Any], *, page: int = 0) -> bytes:
    """The same page as a picture, to look at."""
    made = typst.compile(
        PAPER / f"{template}.typ",
        root=PAPER,
        sys_inputs={"data": json.dumps(data)},
        ignore_system_fonts=True,
        format="png",
        ppi=110,
    )
    return made[page] if isinstance(made, list) else made
