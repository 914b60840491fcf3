"""Patterns of cloth, weave and clay: geometry in the spirit of the crafts, copies of nobody's cloth."""

from collections.abc import Callable

from iccn.demo.drawing.palette import Scheme
from iccn.demo.drawing.patterns import batik, surface, weave
from iccn.demo.drawing.svg import Sheet

Pattern = Callable[[Sheet, Scheme, float], str]

PATTERNS: dict[str, Pattern] = {
    "kawung": batik.kawung,
    "parang": batik.parang,
    "mega": batik.mega,
    "ceplok": batik.ceplok,
    "truntum": batik.truntum,
    "flora": batik.flora,
    "jumputan": batik.jumputan,
    "sasirangan": batik.sasirangan,
    "ikat": weave.ikat,
    "songket": weave.songket,
    "ulos": weave.ulos,
    "lurik": weave.lurik,
    "tapis": weave.tapis,
    "plain_weave": weave.plain,
    "twill": weave.twill,
    "wicker": weave.wicker,
    "hexagon": weave.hexagon,
    "speckle": surface.speckle,
    "glaze": surface.glaze,
    "grain": surface.grain,
    "carving": surface.carving,
    "plain": surface.plain,
    "stripes": surface.stripes,
    "waves": surface.waves,
}


def pattern(name: str, sheet: Sheet, scheme: Scheme, scale: float = 1.0) -> str:
    """A fill for a shape: `url(#…)` or a plain colour."""
    return PATTERNS[name](sheet, scheme, scale)
