"""Paper out of a typst template of the theme and plain values; its own fonts, so that it looks alike everywhere."""

import io
import json
from collections.abc import Mapping
from typing import Any

import segno
import typst
from django.conf import settings

PAPER = settings.THEME / "paper"


def typeset(template: str, data: Mapping[str, Any]) -> bytes:
    """The PDF. The values reach the template as JSON: nothing that a person wrote is read as typst's own code."""
    made: bytes = typst.compile(
        PAPER / f"{template}.typ",
        root=PAPER,
        sys_inputs={"data": json.dumps(data)},
        ignore_system_fonts=True,
    )
    return made


def qr_svg(words: str) -> str:
    """Middle error correction survives a crease."""
    drawn = io.BytesIO()
    segno.make(words, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=2, light="white")
    return drawn.getvalue().decode()
