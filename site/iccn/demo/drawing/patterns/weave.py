"""Looms and plaiting: ikat, songket, ulos, lurik, tapis; plain, twill, wicker and hexagon weaves."""

from iccn.demo.drawing.palette import Scheme, darker, lighter, mix
from iccn.demo.drawing.svg import Sheet, circle, group, line, path, polygon, rect


def _stepped(x: float, y: float, half: float, steps: int, fill: str, stretch: float = 1.0) -> str:
    """A lozenge with stairs for sides, as the loom makes it."""
    unit = half / steps
    right, left = [], []
    for i in range(steps * 2):
        reach = (i + 1 if i < steps else steps * 2 - i) * unit * stretch
        top, low = y - half + i * unit, y - half + (i + 1) * unit
        right += [(x + reach, top), (x + reach, low)]
        left += [(x - reach, top), (x - reach, low)]
    return path(polygon([*right, *reversed(left)]), fill)


def ikat(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Lozenges whose edges feather, because the threads were dyed before weaving."""
    w, h = 120, 160
    body = rect(0, 0, w, h, scheme.base)
    for x, y in ((60, 80), (0, 0), (120, 0), (0, 160), (120, 160)):
        body += _stepped(x, y, 70, 10, scheme.dark, 0.72) + _stepped(x, y, 56, 8, scheme.second, 0.72)
        body += _stepped(x, y, 38, 6, scheme.base, 0.72) + _stepped(x, y, 24, 4, scheme.accent, 0.8)
        body += _stepped(x, y, 9, 2, scheme.dark)
    feather = "".join(
        line(f"M{x} 0V{h}", mix(scheme.base, scheme.light, sheet.chance.random()), 0.9, opacity=0.3)
        for x in range(2, w, 4)
    )
    bands = "".join(rect(0, y, w, 5, scheme.accent, opacity=0.85) for y in (38, 118))
    return sheet.pattern(w, h, body + bands + feather, f"scale({scale})")


def songket(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Metal thread on deep cloth: stars in a lattice."""
    size = 72
    gold, pale = "#e2b04a", "#f8dd97"
    body = rect(0, 0, size, size, scheme.base)
    body += line(f"M0 0L{size} {size}M{size} 0L0 {size}", gold, 2.6)
    body += line(
        f"M0 8L8 0M{size} 8L{size - 8} 0M0 {size - 8}L8 {size}M{size} {size - 8}L{size - 8} {size}", pale, 1.6
    )
    for x, y in ((36, 0), (36, 72), (0, 36), (72, 36)):
        body += _stepped(x, y, 22, 5, gold) + _stepped(x, y, 14, 4, scheme.base) + _stepped(x, y, 8, 3, pale)
    body += circle(36, 36, 5, pale) + circle(0, 0, 5, pale) + circle(72, 72, 5, pale)
    body += circle(72, 0, 5, pale) + circle(0, 72, 5, pale)
    return sheet.pattern(size, size, body, f"scale({scale})")


def ulos(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Long stripes with arrow tips and a ribbed middle."""
    w, h = 220, 40
    body = rect(0, 0, w, h, scheme.base) + rect(0, 0, 54, h, scheme.dark)
    body += rect(54, 0, 6, h, scheme.accent) + rect(64, 0, 4, h, scheme.second)
    body += path(f"M14 0L27 20L40 0V10L27 32L14 10Z M14 {h}L14 {h - 6}L20 {h}Z", scheme.accent)
    body += (
        circle(27, 6, 3, scheme.second)
        + rect(212, 0, 8, h, scheme.accent)
        + rect(204, 0, 4, h, scheme.second)
    )
    for x in range(78, 200, 12):
        body += rect(x, 0, 3, h, mix(scheme.base, scheme.dark, 0.5))
    for y in (4, 14, 24, 34):
        body += line(f"M110 {y}l14 6l14 -6l14 6l14 -6", scheme.light, 2.4, opacity=0.85)
    return sheet.pattern(w, h, body, f"scale({scale})")


def lurik(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Fine stripes of uneven width."""
    colours = (scheme.base, scheme.second, scheme.accent, scheme.dark, scheme.light)
    body, x = "", 0.0
    while x < 150:
        width = sheet.chance.choice((2.0, 3.0, 5.0, 9.0, 14.0))
        body += rect(x, 0, width, 120, sheet.chance.choices(colours, (6, 3, 2, 3, 1))[0])
        x += width
    threads = "".join(line(f"M0 {y}H{x:.0f}", scheme.dark, 0.7, opacity=0.18) for y in range(0, 120, 4))
    return sheet.pattern(x, 120, body + threads, f"scale({scale})")


def tapis(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Bands of embroidered triangles and boats."""
    w, h = 96, 150
    gold = "#e0ab45"
    body = (
        rect(0, 0, w, h, scheme.dark) + rect(0, 46, w, 54, scheme.base) + rect(0, 106, w, 36, scheme.second)
    )
    for y in (42, 100, 104, 142, 146, 38):
        body += rect(0, y, w, 2.4, gold)
    for i in range(4):
        x = 24 * i
        body += path(f"M{x} 36L{x + 12} 6L{x + 24} 36Z", gold)
        body += path(f"M{x + 6} 36L{x + 12} 20L{x + 18} 36Z", scheme.dark)
        body += path(f"M{x} 124L{x + 12} 112L{x + 24} 124L{x + 12} 136Z", scheme.dark)
        body += circle(x + 12, 124, 3.4, gold)
    for x in (24, 72):
        body += path(f"M{x - 20} 84q20 14 40 0l-6 10h-28z", gold) + line(f"M{x} 84V54", gold, 3)
        body += path(f"M{x} 54L{x + 14} 76H{x - 14}Z", gold, opacity=0.9)
    return sheet.pattern(w, h, body, f"scale({scale})")


def _strip(sheet: Sheet, colour: str, *, across: bool) -> str:
    edge, ridge = darker(colour, 0.42), lighter(colour, 0.22)
    return sheet.gradient(
        (0, edge, 1), (0.2, colour, 1), (0.5, ridge, 1), (0.8, colour, 1), (1, edge, 1), across=across
    )


def plain(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """One over, one under."""
    over, under = _strip(sheet, scheme.base, across=False), _strip(sheet, scheme.second, across=True)
    body = rect(0, 0, 48, 48, scheme.dark)
    for x, y in ((0, 0), (24, 24)):
        body += rect(x - 1, y + 1, 26, 22, over, rx=4) + rect(24 - x + 1, y - 1, 22, 26, under, rx=4)
    return sheet.pattern(48, 48, body, f"scale({scale})")


def twill(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Two over, two under: stairs that climb."""
    over, under = _strip(sheet, scheme.base, across=False), _strip(sheet, scheme.accent, across=True)
    unit, size = 16, 64
    body = "".join(rect(x + 1, 0, unit - 2, size, under) for x in range(0, size, unit))
    body = rect(0, 0, size, size, scheme.dark) + body
    for row in range(4):
        for shift in (-64, 0, 64):
            body += rect(row * unit + shift, row * unit + 1, unit * 2, unit - 2, over, rx=3)
    return sheet.pattern(size, size, body, f"scale({scale})")


def wicker(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Rattan around stakes: rows of grains, each over two stakes."""
    w, h = 60, 32
    grain = _strip(sheet, scheme.base, across=False)
    other = _strip(sheet, mix(scheme.base, scheme.second, 0.6), across=False)
    body = rect(0, 0, w, h, scheme.dark)
    for x in (-60, 0, 60):
        body += rect(x + 1, 1, 58, 14, grain, rx=7) + rect(x + 31, 17, 58, 14, other, rx=7)
    return sheet.pattern(w, h, body, f"scale({scale})")


def hexagon(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Open weave in three directions."""
    w, h = 60, 104
    ways = (
        "M0 26H60M0 78H60",
        "M-30 -52L90 156M-90 -52L30 156M30 -52L150 156",
        "M90 -52L-30 156M150 -52L30 156M30 -52L-90 156",
    )
    body = rect(0, 0, w, h, scheme.dark)
    for way, colour in zip(ways, (scheme.base, scheme.second, lighter(scheme.base, 0.15)), strict=True):
        body += group(line(way, darker(colour, 0.4), 13), line(way, colour, 9.5))
    return sheet.pattern(w, h, body, f"scale({scale})")
