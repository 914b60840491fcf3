"""Wax-resist and tie-dye: kawung, parang, clouds, rosettes, stars, leaves, dots."""

from math import cos, pi, sin

from iccn.demo.drawing.palette import Scheme, mix
from iccn.demo.drawing.svg import Sheet, circle, ellipse, group, line, path, rect, smooth


def kawung(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Four pods that meet in a cross, each with its seeds."""
    pods = ""
    for turn in (45, 135, 225, 315):
        pods += group(
            ellipse(0, -24, 13, 21, scheme.accent),
            ellipse(0, -24, 8, 15, scheme.second),
            circle(-3, -29, 1.8, scheme.dark),
            circle(3, -19, 1.8, scheme.dark),
            transform=f"translate(40 40) rotate({turn})",
        )
    corner = "".join(circle(x, y, 4, scheme.accent) for x in (0, 80) for y in (0, 80))
    star = path("M40 33L43 40L40 47L37 40Z", scheme.accent) + path("M33 40L40 37L47 40L40 43Z", scheme.accent)
    sides = "".join(circle(x, y, 3, scheme.second) for x, y in ((0, 40), (80, 40), (40, 0), (40, 80)))
    body = rect(0, 0, 80, 80, scheme.base) + pods + corner + star + sides
    return sheet.pattern(80, 80, body, f"scale({scale})")


def parang(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Leaning blades in rows, with a band of lozenges between."""
    blade = "M4 66C10 40 34 44 30 20C28 8 16 8 14 18C13 24 19 27 22 23C20 36 0 34 4 66Z"
    parts = [rect(0, 0, 44, 96, scheme.base)]
    for shift in (-44, 0, 44):
        parts.append(path(blade, scheme.accent, transform=f"translate({shift + 4} 2)"))
        parts.append(line("M12 56C18 42 30 42 30 28", scheme.second, 2.6, transform=f"translate({shift} 2)"))
        parts.append(circle(shift + 38, 18, 3.4, scheme.second))
        parts.append(circle(shift + 38, 30, 2.2, scheme.accent))
    parts.append(rect(0, 76, 44, 16, scheme.dark))
    parts.append(path("M22 78L31 84L22 90L13 84Z", scheme.accent) + circle(0, 84, 2.6, scheme.second))
    parts.append(circle(44, 84, 2.6, scheme.second))
    return sheet.pattern(44, 96, "".join(parts), f"scale({scale}) rotate(45)")


def _cloud(x: float, y: float, size: float, scheme: Scheme) -> str:
    """A cloud of nested outlines, from dark to light."""
    bumps = ((-0.85, 0.25), (-0.5, -0.35), (0.1, -0.62), (0.62, -0.2), (0.95, 0.28))
    rings = ""
    for step in range(5):
        tone = (scheme.dark, scheme.second, scheme.light, scheme.base, scheme.accent)[step]
        reach = size * (1 - step * 0.17)
        shape = "".join(
            circle(bx * size * (1 - step * 0.12), by * reach, reach * 0.46, tone) for bx, by in bumps
        )
        base = rect(-0.85 * size, -0.1 * reach, 1.8 * size, reach * 0.75, tone, rx=reach * 0.36)
        rings += shape + base
    return group(rings, transform=f"translate({x:.1f} {y:.1f})")


def mega(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Banks of clouds in seven tones."""
    ground = mix(scheme.dark, scheme.base, 0.55)
    spots = ((60, 55, 42), (180, 110, 48), (70, 185, 46), (205, 235, 36))
    clouds = [
        _cloud(x + dx, y + dy, size, scheme)
        for x, y, size in spots
        for dx in (-260, 0, 260)
        for dy in (-270, 0, 270)
        if -90 < x + dx < 350 and -90 < y + dy < 360
    ]
    curls = "".join(
        line(f"M{x} {y}q14 -16 28 0q10 12 -4 16", scheme.accent, 3)
        for x, y in ((120, 40), (14, 118), (120, 205), (225, 170))
    )
    return sheet.pattern(260, 270, rect(0, 0, 260, 270, ground) + "".join(clouds) + curls, f"scale({scale})")


def rosette(petals: int, radius: float, fill: str, heart: str) -> str:
    leaves = "".join(
        ellipse(
            0, -radius * 0.6, radius * 0.23, radius * 0.42, fill, transform=f"rotate({360 * i / petals:.0f})"
        )
        for i in range(petals)
    )
    return leaves + circle(0, 0, radius * 0.24, heart)


def ceplok(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Rosettes in a chequer of squares and stars."""
    square = path("M45 4L86 45L45 86L4 45Z", mix(scheme.base, scheme.dark, 0.35))
    frame = line("M45 8L82 45L45 82L8 45Z", scheme.accent, 2)
    middle = group(rosette(8, 27, scheme.accent, scheme.second), transform="translate(45 45)")
    corners = "".join(
        group(rosette(4, 22, scheme.second, scheme.accent), transform=f"translate({x} {y}) rotate(45)")
        for x in (0, 90)
        for y in (0, 90)
    )
    body = rect(0, 0, 90, 90, scheme.base) + square + frame + middle + corners
    return sheet.pattern(90, 90, body, f"scale({scale})")


def truntum(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Small stars that are scattered over the night."""
    body = rect(0, 0, 56, 56, scheme.dark)
    for x, y, size in ((14, 14, 11), (42, 42, 11)):
        body += group(rosette(8, size, scheme.accent, scheme.second), transform=f"translate({x} {y})")
    for x, y in ((42, 14), (14, 42)):
        body += group(rosette(4, 6, scheme.second, scheme.accent), transform=f"translate({x} {y})")
    body += "".join(
        circle(x, y, 1.3, scheme.light) for x, y in ((28, 4), (4, 28), (28, 28), (52, 28), (28, 52))
    )
    return sheet.pattern(56, 56, body, f"scale({scale})")


def _spray(sheet: Sheet, scheme: Scheme) -> str:
    """A stem with leaves and a flower."""
    stem = line("M0 60C6 30 -8 10 2 -20", scheme.accent, 3)
    leaves = "".join(
        path(
            "M0 0C10 -12 26 -12 34 -2C24 8 10 8 0 0Z",
            scheme.second if i % 2 else mix(scheme.second, scheme.accent, 0.5),
            transform=f"translate({2 - i % 3} {46 - 17 * i}) rotate({-18 if i % 2 else 198}) scale(.8)",
        )
        for i in range(4)
    )
    petals = sheet.chance.choice((5, 6, 8))
    return (
        stem + leaves + group(rosette(petals, 22, scheme.accent, scheme.second), transform="translate(2 -30)")
    )


def flora(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Flowers and leaves of the coast, strewn over a dotted ground."""
    size = 220
    body = rect(0, 0, size, size, scheme.base)
    body += "".join(
        circle(x, y, 1.5, mix(scheme.base, scheme.accent, 0.55))
        for x in range(6, size, 13)
        for y in range(6, size, 13)
    )
    for x, y in ((50, 60), (160, 50), (105, 150), (0, 165)):
        drawn, turn = _spray(sheet, scheme), sheet.chance.randint(-60, 60)
        body += "".join(
            group(drawn, transform=f"translate({x + dx} {y + dy}) rotate({turn}) scale(.92)")
            for dx in (-size, 0, size)
            for dy in (-size, 0, size)
            if -70 < x + dx < size + 70 and -70 < y + dy < size + 70
        )
    return sheet.pattern(size, size, body, f"scale({scale})")


def jumputan(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Tied dots that bled into rings."""
    size = 150
    body = rect(0, 0, size, size, scheme.base)
    for x, y, radius in ((38, 38, 30), (112, 112, 30), (112, 38, 18), (38, 112, 18)):
        for ring, colour in (
            (1.0, scheme.second),
            (0.74, scheme.light),
            (0.46, scheme.base),
            (0.2, scheme.accent),
        ):
            wobble = [
                (
                    x + cos(2 * pi * i / 14) * radius * ring * sheet.chance.uniform(0.88, 1.1),
                    y + sin(2 * pi * i / 14) * radius * ring * sheet.chance.uniform(0.88, 1.1),
                )
                for i in range(14)
            ]
            body += path(smooth(wobble, closed=True), colour, opacity=0.92)
    return sheet.pattern(size, size, body, f"scale({scale})")


def sasirangan(sheet: Sheet, scheme: Scheme, scale: float) -> str:
    """Stitched waves with bands of dye between them."""
    w, h = 240, 180
    body = rect(0, 0, w, h, scheme.base)
    for row, colour in enumerate((scheme.second, scheme.accent, scheme.dark)):
        y = 30 + 60 * row
        wave = f"M-30 {y}q30 -34 60 0t60 0t60 0t60 0t60 0"
        body += line(wave, colour, 30, opacity=0.9)
        body += line(wave, scheme.light, 3, transform="translate(0 -19)", stroke_dasharray="7 6")
        body += line(wave, scheme.light, 3, transform="translate(0 19)", stroke_dasharray="7 6")
        body += "".join(circle(10 + 30 * i, y + (12 if i % 2 else -12), 4, scheme.light) for i in range(8))
    return sheet.pattern(w, h, body, f"translate(0 0) scale({scale})")
