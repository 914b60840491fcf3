"""How much data a page costs its reader."""

from typing import Final

MEGABYTE: Final = 1_000_000
PICTURE: Final = 90_000  # one picture as a phone loads it: 960 pixels wide, AVIF or WebP
FRAME: Final = 100_000  # style, fonts, scripts, words


def lesson_bytes(*, files: int, pictures: int) -> int:
    """Bytes of a lesson read to its end on a phone: its files whole, its pictures at phone size, the frame once."""
    return FRAME + files + pictures * PICTURE


def megabytes(size: int, language: str) -> str:
    """`1,2 MB` in Indonesian, `1.2 MB` in English; rounded up to a tenth, so that nobody is promised less."""
    tenths = max(1, -(-size * 10 // MEGABYTE))
    mark = "." if language.startswith("en") else ","
    return f"{tenths // 10}{mark}{tenths % 10} MB"
