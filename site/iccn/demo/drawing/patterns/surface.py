"""Clay, wood, leather, paper: speckles, glaze, grain, carving, stripes."""

from math import pi, sin

from iccn.demo.drawing.palette import Scheme, darker, lighter, mix
from iccn.demo.drawing.svg import Sheet, circle, ellipse, group, line, path, rect, smooth


def plain(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """The bare colour; `scale` turns it a little lighter or darker, so that neighbours differ."""
    return scheme.base if scale >= 1 else darker(scheme.base, 0.12)


def speckle(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Iron spots in a pale glaze."""
    body = rect(0, 0, 160, 160, scheme.light)
    for _ in range(90):
        x, y = sheet.chance.uniform(3, 157), sheet.chance.uniform(3, 157)
        tone = sheet.chance.choice((scheme.base, scheme.dark, scheme.second))
        body += ellipse(
            x, y, sheet.chance.uniform(0.7, 2.8), sheet.chance.uniform(0.7, 2.2), tone, opacity=0.75
        )
    return sheet.pattern(160, 160, body, f"scale({scale})")


def glaze(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Two glazes, one running over the other."""
    drips = [(0.0, 250.0)]
    x = 0.0
    while x < 600:
        x += sheet.chance.uniform(24, 46)
        drips.append((x, 250 + sheet.chance.uniform(-34, 56)))
    edge = smooth(drips)
    body = rect(0, 0, 600, 700, scheme.light) + path(f"{edge}V700H0Z", mix(scheme.light, scheme.second, 0.25))
    body += path(f"{edge}L600 0H0Z", scheme.base) + line(edge, mix(scheme.base, scheme.second, 0.6), 7)
    return sheet.pattern(600, 700, body, f"translate(-300 {-690 * scale:.0f}) scale({scale})")


def grain(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Lines of the wood."""
    w, h = 400, 240
    body = rect(0, 0, w, h, scheme.base)
    for row in range(-1, 22):
        lift = sheet.chance.uniform(2, 7)
        points = [(x, row * 12 + lift * sin(2 * pi * x / w + row * 0.4)) for x in range(0, w + 1, 50)]
        tone = sheet.chance.choice((scheme.second, scheme.dark, darker(scheme.base, 0.2)))
        body += line(
            smooth(points), tone, sheet.chance.uniform(0.8, 3.4), opacity=sheet.chance.uniform(0.25, 0.6)
        )
    for _ in range(2):
        x, y = sheet.chance.uniform(60, 340), sheet.chance.uniform(40, 200)
        body += "".join(
            ellipse(x, y, 26 - 6 * i, 10 - 2.4 * i, "none", stroke=scheme.dark, stroke_width=1.4, opacity=0.4)
            for i in range(4)
        )
    return sheet.pattern(w, h, body, f"scale({scale})")


def _scroll(colour: str, shade: str) -> str:
    """A carved tendril with its shadow."""
    curl = "M0 60C-4 20 40 10 44 40C46 58 22 58 24 42C25 34 34 36 34 42"
    leaf = "M8 30C-8 22 -14 6 -8 -8C6 -4 14 12 8 30Z"
    cut = group(line(curl, shade, 9), path(leaf, shade), transform="translate(3 4)")
    return cut + line(curl, colour, 8) + path(leaf, colour) + line("M5 24C-2 14 -4 6 -5 -1", shade, 1.8)


def carving(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Tendrils left standing where the ground was cut away."""
    size = 130
    ground, relief = darker(scheme.base, 0.35), lighter(scheme.base, 0.12)
    body = rect(0, 0, size, size, ground)
    for x, y, turn in ((65, 65, 0), (65, 65, 90), (65, 65, 180), (65, 65, 270)):
        body += group(_scroll(relief, scheme.dark), transform=f"translate({x} {y}) rotate({turn}) scale(.98)")
    petals = "".join(
        ellipse(0, -11, 5, 10, scheme.second, transform=f"translate(65 65) rotate({60 * i})")
        for i in range(6)
    )
    return sheet.pattern(size, size, body + petals + circle(65, 65, 5, scheme.dark), f"scale({scale})")


def stripes(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Bands round a turned thing."""
    w, h = 40, 180
    body = rect(0, 0, w, h, scheme.light)
    y = 10.0
    while y < h - 14:
        tall = sheet.chance.choice((3.0, 6.0, 12.0, 22.0))
        body += rect(0, y, w, tall, sheet.chance.choice((scheme.base, scheme.second, scheme.accent)))
        y += tall + sheet.chance.choice((6.0, 10.0, 16.0))
    return sheet.pattern(w, h, body, f"scale({scale})")


def waves(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Brush strokes of cobalt, row on row."""
    body = rect(0, 0, 60, 44, scheme.light)
    for y, colour in ((12, scheme.base), (34, scheme.second)):
        body += line(f"M-30 {y}q15 -18 30 0t30 0t30 0t30 0", colour, 4.4)
    return sheet.pattern(
        60,
        44,
        body + circle(15, 24, 2.4, scheme.accent) + circle(45, 2, 2.4, scheme.accent),
        f"scale({scale})",
    )
