"""A sheet to draw on: a few SVG elements and the definitions (gradients, patterns, blurs) they point to."""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


def dice(*words: str) -> random.Random:
    """Chance that always falls the same way for the same words."""
    return random.Random(int.from_bytes(hashlib.sha256("|".join(words).encode()).digest()[:8], "big"))


def number(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def tag(name: str, content: str = "", /, **attributes: str | float) -> str:
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{value if isinstance(value, str) else number4(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>"


def number4(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def path(d: str, fill: str = "none", **attributes: str | float) -> str:
    return tag("path", d=d, fill=fill, **attributes)


def line(d: str, stroke: str, width: float = 2, **attributes: str | float) -> str:
    return tag(
        "path", d=d, fill="none", stroke=stroke, stroke_width=width, stroke_linecap="round", **attributes
    )


def circle(x: float, y: float, radius: float, fill: str = "none", **attributes: str | float) -> str:
    return tag("circle", cx=x, cy=y, r=radius, fill=fill, **attributes)


def ellipse(x: float, y: float, rx: float, ry: float, fill: str = "none", **attributes: str | float) -> str:
    return tag("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=fill, **attributes)


def rect(x: float, y: float, w: float, h: float, fill: str = "none", **attributes: str | float) -> str:
    return tag("rect", x=x, y=y, width=w, height=h, fill=fill, **attributes)


def group(*children: str, **attributes: str | float) -> str:
    return tag("g", "".join(children) or " ", **attributes)


def polygon(points: Sequence[Point]) -> str:
    """Path data of a closed polygon."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def smooth(points: Sequence[Point], *, closed: bool = False) -> str:
    """Path data of a soft curve through the points (Catmull-Rom)."""
    count = len(points)
    at = (lambda i: points[i % count]) if closed else (lambda i: points[min(max(i, 0), count - 1)])
    data = f"M{number(points[0][0])} {number(points[0][1])}"
    for i in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        ends = (bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy)
        data += "C" + " ".join(number(value) for value in ends)
    return data + ("Z" if closed else "")


def mirrored(points: Sequence[Point]) -> str:
    """Path data of a turned thing (vase, bottle): the right-hand profile, top to bottom, and its mirror image."""
    right = smooth(points)
    left = smooth([(-x, y) for x, y in reversed(points)])
    return right + "L" + left[1:] + "Z"


FEWER = 4  # what is out of focus is drawn this many times smaller


@dataclass(frozen=True, slots=True)
class Layer:
    """One sheet of a picture; what is soft is drawn small and spread, as a lens would."""

    svg: str
    soft: float = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Layers from back to front; `drop` lets the last one throw its own outline as a shadow on what is behind."""

    size: tuple[int, int]
    layers: tuple[Layer, ...]
    drop: bool = False


class Sheet:
    """Collects the definitions of one picture; `chance` is its own dice."""

    def __init__(self, *seed: str) -> None:
        self.chance = dice(*seed)
        self._defs: list[str] = []
        self._tiles: dict[str, tuple[float, float, str, str]] = {}

    def define(self, name: str, content: str, **attributes: str | float) -> str:
        key = f"d{len(self._defs)}"
        self._defs.append(tag(name, content, id=key, **attributes))
        return f"url(#{key})"

    def gradient(self, *stops: tuple[float, str, float], across: bool = False, slant: bool = False) -> str:
        """A linear gradient, top to bottom, or left to right when `across`; stops are (offset, colour, opacity)."""
        ends = {"x1": 0.0, "y1": 0.0, "x2": float(across or slant), "y2": float(not across or slant)}
        return self.define("linearGradient", _stops(stops), **ends)

    def glow(
        self, *stops: tuple[float, str, float], x: float = 0.5, y: float = 0.5, radius: float = 0.5
    ) -> str:
        return self.define("radialGradient", _stops(stops), cx=x, cy=y, r=radius)

    def pattern(self, w: float, h: float, content: str, transform: str = "") -> str:
        extra = {"patternTransform": transform} if transform else {}
        fill = self.define("pattern", content, width=w, height=h, patternUnits="userSpaceOnUse", **extra)
        self._tiles[fill] = (w, h, content, transform)
        return fill

    def laid(self, fill: str, reach: float) -> str:
        """A pattern laid tile by tile from -reach to reach: over a whole picture much faster than as a fill."""
        if fill not in self._tiles:
            return rect(-reach, -reach, 2 * reach, 2 * reach, fill)
        w, h, content, transform = self._tiles[fill]
        key = f"t{len(self._defs)}"
        self._defs.append(tag("symbol", content, id=key, overflow="visible"))
        scale = max(0.2, float(transform.split("scale(")[1].split(")")[0]) if "scale(" in transform else 1.0)
        across, down = int(reach / scale / w) + 1, int(reach / scale / h) + 1
        tiles = "".join(
            tag("use", href=f"#{key}", x=x * w, y=y * h)
            for y in range(-down, down)
            for x in range(-across, across)
        )
        return group(tiles, **({"transform": transform} if transform else {}))

    def clip(self, d: str) -> str:
        return self.define("clipPath", path(d, "#000"))

    def layer(self, w: int, h: int, *body: str, soft: float = 0) -> "Layer":
        """Everything drawn so far as one layer; `soft` is how far out of focus it lies, in pixels."""
        svg = tag(
            "svg",
            tag("defs", "".join(self._defs) or " ") + "".join(body),
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {w} {h}",
            preserveAspectRatio="none",
            width=float(w // FEWER if soft else w),
            height=float(h // FEWER if soft else h),
        )
        return Layer(svg, soft)


def _stops(stops: tuple[tuple[float, str, float], ...]) -> str:
    return "".join(
        tag("stop", offset=offset, stop_color=colour, stop_opacity=opacity)
        for offset, colour, opacity in stops
    )
