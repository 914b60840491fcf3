"""Serve the theme's many small style sheets as one file, without a build step.

Layers decide which rule wins, so the order of the parts is only tokens first.
"""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SHEET = "nusantara/nusantara.css"
PARTS = ("tokens/*.css", "base/*.css", "components/*/*.css", "pages/*.css")


class ThemeFinder(BaseFinder):
    """Find `nusantara/nusantara.css`, written anew whenever a part changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.theme = Path(settings.THEME)
        self.storage = FileSystemStorage(location=Path(settings.VAR) / "theme")
        super().__init__(*args, **kwargs)

    def check(self, **_kwargs: Any) -> list[Any]:
        """Nothing can be misconfigured: the folders are fixed."""
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:  # noqa: FBT002
        """Return the sheet's place on disk when that is what is asked for."""
        if path != SHEET:
            return []
        place = str(self.write_sheet())
        return [place] if find_all else place

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """Yield the sheet for `collectstatic`."""
        self.write_sheet()
        yield SHEET, self.storage

    def write_sheet(self) -> Path:
        """Join the parts; leave the file alone when its text is the same."""
        place = Path(self.storage.path(SHEET))
        text = "\n".join(part.read_text() for part in self.parts())
        if not place.exists() or place.read_text() != text:
            place.parent.mkdir(parents=True, exist_ok=True)
            unfinished = place.with_suffix(f".{os.getpid()}.tmp")
            unfinished.write_text(text)
            unfinished.replace(place)
        return place

    def parts(self) -> Iterator[Path]:
        """Every style sheet of the theme, in the order it is joined."""
        for pattern in PARTS:
            yield from sorted(self.theme.glob(pattern))
