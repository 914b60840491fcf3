"""What to draw, and drawing it: without Django, so that other processes start quickly.

`Sketch("product.product", (seed, recipe, view))` names a function of `iccn.demo.drawing` and what it is given.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from iccn.demo import drawing
from iccn.demo.drawing import raster


@dataclass(frozen=True, slots=True)
class Sketch:
    """A picture in values that another process understands and that are always written alike."""

    draw: str
    args: tuple[Any, ...]

    @property
    def mark(self) -> str:
        """What the picture is known by; another one when the drawing programs change."""
        return hashlib.sha256(f"{brushes()} {self.draw} {self.args!r}".encode()).hexdigest()[:32]


@cache
def brushes() -> str:
    """A fingerprint of the drawing programs."""
    digest = hashlib.sha256()
    for path in sorted(Path(drawing.__path__[0]).rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def paint(sketch: Sketch) -> bytes:
    """The finished picture as a JPEG file."""
    module, _, name = sketch.draw.rpartition(".")
    draw = getattr(import_module(f"iccn.demo.drawing.{module}"), name)
    return raster.jpeg(draw(*sketch.args))


def paint_into(sketch: Sketch, path: Path) -> None:
    """Written beside and moved into place: a broken run leaves no half picture."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    beside.write_bytes(paint(sketch))
    beside.rename(path)
