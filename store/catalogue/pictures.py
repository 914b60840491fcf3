"""The shapes in which the store shows pictures."""

from collections.abc import Mapping
from typing import Any, Final

from iccn.media.pictures import Shape, largest_url, picture_html, sources_of
from store.catalogue.words import in_language

__all__ = ["CARD", "GALLERY", "PORTRAIT", "THUMB", "largest_url", "picture_html", "sources_of", "words_of"]

CARD: Final = Shape(("fill-320x400", "fill-640x800"))
GALLERY: Final = Shape(("fill-640x640", "fill-1200x1200"))
THUMB: Final = Shape(("fill-160x160",))
PORTRAIT: Final = Shape(("fill-320x320",))


def words_of(found: Mapping[str, Any]) -> str:
    """The alternative text in the language of the page."""
    return in_language(str(found.get("alt", "")), str(found.get("alt_en", "")))
