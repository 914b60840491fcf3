"""Plaited things: baskets, bags, trays, mats, hats, lamps."""

from math import cos, pi, sin

from iccn.demo.drawing.light import solid
from iccn.demo.drawing.palette import Scheme, darker, lighter, mix
from iccn.demo.drawing.patterns import pattern
from iccn.demo.drawing.svg import Sheet, circle, ellipse, group, line, mirrored, path, rect
from iccn.demo.drawing.things import Thing


def _braid(x: float, y: float, w: float, scheme: Scheme, tall: float = 20) -> str:
    """A rim of slanted turns."""
    turns = "".join(
        path(
            f"M{x + i:.0f} {y}q6 {-tall / 2} 16 {-tall}q10 6 8 10q-8 4 -12 {tall - 8}z",
            lighter(scheme.base, 0.14 if (i // 16) % 2 else 0.3),
        )
        for i in range(0, int(w) - 12, 16)
    )
    return rect(x, y - tall, w, tall, darker(scheme.base, 0.3), rx=tall / 2) + turns


def basket(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A round basket, open or with a handle."""
    chance = sheet.chance
    top, low, tall = chance.uniform(160, 200), chance.uniform(115, 160), chance.uniform(210, 290)
    belly = max(top, low) + chance.uniform(0, 30)
    side = mirrored([(top, -tall), (belly, -tall * 0.55), (low, -4), (low * 0.7, 6)])
    fill = pattern(motif, sheet, scheme, chance.uniform(0.62, 0.85))
    mouth = ellipse(0, -tall, top, 34, darker(scheme.dark, 0.2)) + ellipse(
        0, -tall + 6, top - 12, 27, mix(scheme.dark, scheme.base, 0.25)
    )
    band = group(
        rect(-belly - 10, -tall * 0.6, belly * 2 + 20, 34, scheme.accent, opacity=0.85),
        clip_path=sheet.clip(side),
    )
    rim = path(
        f"M{-top:.0f} {-tall:.0f}A{top:.0f} 34 0 0 0 {top:.0f} {-tall:.0f}",
        "none",
        stroke=lighter(scheme.base, 0.1),
        stroke_width=17,
    )
    marks = path(
        f"M{-top:.0f} {-tall:.0f}A{top:.0f} 34 0 0 0 {top:.0f} {-tall:.0f}",
        "none",
        stroke=scheme.dark,
        stroke_width=17,
        stroke_dasharray="3 13",
        opacity=0.5,
    )
    handle = ""
    if chance.random() < 0.65:
        arc = f"M{-top + 10:.0f} {-tall:.0f}C{-top * 0.9:.0f} {-tall - 220:.0f} {top * 0.9:.0f} {-tall - 220:.0f} {top - 10:.0f} {-tall:.0f}"
        handle = (
            line(arc, scheme.dark, 22)
            + line(arc, scheme.base, 15)
            + line(arc, scheme.accent, 15, stroke_dasharray="6 14", opacity=0.7)
        )
    body = path(side, fill) + (band if chance.random() < 0.5 else "") + solid(sheet, side, "none")
    return Thing(handle + mouth + body + rim + marks, low * 2 + 20, tall + (180 if handle else 0))


def bag(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A shopper of plaited leaf with two handles."""
    chance = sheet.chance
    w, tall = chance.uniform(170, 205), chance.uniform(260, 320)
    d = f"M{-w:.0f} {-tall:.0f}H{w:.0f}L{w * 0.88:.0f} -14Q{w * 0.86:.0f} 0 {w * 0.76:.0f} 0H{-w * 0.76:.0f}Q{-w * 0.86:.0f} 0 {-w * 0.88:.0f} -14Z"
    fill = pattern(motif, sheet, scheme, chance.uniform(0.65, 0.9))
    tone = mix(scheme.accent, scheme.dark, 0.45)
    arc = f"M{-w * 0.5:.0f} {-tall + 20:.0f}C{-w * 0.5:.0f} {-tall - 190:.0f} {w * 0.5:.0f} {-tall - 190:.0f} {w * 0.5:.0f} {-tall + 20:.0f}"
    far = line(arc, darker(tone, 0.3), 17, transform="translate(16 -16)")
    near = (
        line(arc, darker(tone, 0.4), 20)
        + line(arc, tone, 15)
        + line(arc, lighter(tone, 0.3), 3, stroke_dasharray="8 8")
    )
    patches = "".join(
        rect(s * w * 0.5 - 17, -tall + 6, 34, 62, tone, rx=8)
        + circle(s * w * 0.5, -tall + 52, 5, scheme.accent)
        for s in (-1, 1)
    )
    band = (
        rect(-w * 0.97, -tall * 0.5, w * 1.94, 40, scheme.accent, opacity=0.85)
        if chance.random() < 0.55
        else ""
    )
    tassel = group(
        line("M0 0v26", scheme.dark, 4),
        path("M-13 24H13L19 92H-19Z", scheme.accent),
        line("M-8 40V88M0 40V88M8 40V88", scheme.dark, 1.4),
        transform=f"translate({w * 0.5:.0f} {-tall + 60:.0f})",
    )
    body = path(d, fill) + group(band or " ", clip_path=sheet.clip(d)) + solid(sheet, d, "none", "soft")
    front = _braid(-w, -tall + 10, 2 * w, scheme) + near + patches
    return Thing(far + body + front + (tassel if chance.random() < 0.6 else ""), w * 1.7, tall + 150)


def tray(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A round tray standing on its edge, with rings of pattern."""
    radius = sheet.chance.uniform(205, 240)
    y = -radius
    weave = pattern(motif, sheet, scheme, sheet.chance.uniform(0.6, 0.85))
    star = "".join(
        path(
            f"M0 {-radius * 0.2:.0f}L{radius * 0.09:.0f} {-radius * 0.46:.0f}L0 {-radius * 0.66:.0f}L{-radius * 0.09:.0f} {-radius * 0.46:.0f}Z",
            scheme.accent,
            transform=f"translate(0 {y:.0f}) rotate({45 * i})",
            opacity=0.9,
        )
        for i in range(8)
    )
    ring = circle(0, y, radius * 0.74, "none", stroke=scheme.accent, stroke_width=12, stroke_dasharray="20 9")
    rim = (
        circle(0, y, radius - 9, "none", stroke=scheme.dark, stroke_width=20)
        + circle(0, y, radius - 9, "none", stroke=scheme.base, stroke_width=14)
        + circle(
            0,
            y,
            radius - 9,
            "none",
            stroke=scheme.dark,
            stroke_width=14,
            stroke_dasharray="3 18",
            opacity=0.6,
        )
    )
    light = circle(
        0,
        y,
        radius,
        sheet.glow(
            (0, "#fffaf2", 0.26), (0.5, "#fffaf2", 0), (1, "#1a0812", 0.36), x=0.32, y=0.28, radius=0.85
        ),
    )
    return Thing(circle(0, y, radius, weave) + star + ring + rim + light, radius * 0.9, radius * 2)


def mat(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A mat, half unrolled."""
    fill = pattern(motif, sheet, scheme, sheet.chance.uniform(0.7, 0.9))
    flat = "M-250 0L-150 -190H210L250 0Z"
    border = line("M-236 -14L-140 -178H200L236 -14Z", scheme.accent, 11)
    shade = sheet.gradient(
        (0, "#1a0812", 0.1), (0.25, "#ffffff", 0.34), (0.5, "#ffffff", 0), (1, "#1a0812", 0.5)
    )
    roll = "M-176 -262H216V-160H-176A30 51 0 0 1 -176 -262Z"
    end = "".join(
        ellipse(216, -211, rx, ry, tone)
        for rx, ry, tone in (
            (28, 51, scheme.dark),
            (22, 42, scheme.base),
            (15, 30, scheme.dark),
            (9, 19, scheme.second),
        )
    )
    ties = "".join(rect(x, -264, 12, 106, scheme.accent) for x in (-110, 130))
    return Thing(
        solid(sheet, flat, fill, "soft") + border + path(roll, fill) + ties + path(roll, shade) + end,
        480,
        270,
    )


def hat(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A wide-brimmed hat."""
    fill = pattern(motif, sheet, scheme, 0.55)
    crown = mirrored([(0, -250), (70, -242), (112, -190), (126, -92), (130, -70)])
    brim = ellipse(0, -66, 236, 66, fill) + ellipse(
        0, -66, 236, 66, sheet.gradient((0, "#fff", 0.2), (1, "#1a0812", 0.4), across=True)
    )
    under = path("M-236 -66A236 66 0 0 0 236 -66A236 46 0 0 1 -236 -66Z", scheme.dark, opacity=0.45)
    band = group(
        path("M-140 -112Q0 -66 140 -112V-66Q0 -20 -140 -66Z", scheme.accent), clip_path=sheet.clip(crown)
    )
    return Thing(brim + under + path(crown, fill) + band + solid(sheet, crown, "none"), 460, 250)


def lamp(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A plaited shade that glows."""
    chance = sheet.chance
    top, low, tall = chance.uniform(60, 110), chance.uniform(140, 190), chance.uniform(200, 250)
    shape = mirrored([(top, -tall - 190), (low * 1.04, -tall * 0.45 - 190), (low, -200), (low - 6, -190)])
    halo = circle(
        0, -tall / 2 - 190, 320, sheet.glow((0, "#ffe3a1", 0.75), (0.5, "#ffd27a", 0.25), (1, "#ffd27a", 0))
    )
    inner = path(
        shape, sheet.glow((0, "#fff6d8", 0.95), (0.55, "#ffd27a", 0.55), (1, "#ffb347", 0.05), y=0.62)
    )
    foot = path(mirrored([(9, -194), (9, -60), (20, -34), (96, -12), (100, 0)]), scheme.accent) + solid(
        sheet, mirrored([(9, -194), (9, -60), (20, -34), (96, -12), (100, 0)]), "none"
    )
    rims = line(f"M{-top:.0f} {-tall - 190:.0f}H{top:.0f}", scheme.dark, 9) + line(
        f"M{-low:.0f} -192Q0 -176 {low:.0f} -192", scheme.dark, 10
    )
    return Thing(
        halo + foot + path(shape, pattern(motif, sheet, scheme, 0.6)) + inner + rims, 200, tall + 190
    )


def fan(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A folding fan, open."""
    fill, ribs = pattern(motif, sheet, scheme, 0.7), 13
    outer = [
        (cos(pi * (0.08 + 0.84 * i / ribs)) * 250, -60 - sin(pi * (0.08 + 0.84 * i / ribs)) * 330)
        for i in range(ribs + 1)
    ]
    inner = [(x * 0.42, -60 + (y + 60) * 0.42) for x, y in outer]
    leaves = ""
    for i in range(ribs):
        quad = f"M{inner[i][0]:.0f} {inner[i][1]:.0f}L{outer[i][0]:.0f} {outer[i][1]:.0f}L{outer[i + 1][0]:.0f} {outer[i + 1][1]:.0f}L{inner[i + 1][0]:.0f} {inner[i + 1][1]:.0f}Z"
        leaves += path(quad, fill) + path(
            quad, "#1a0812" if i % 2 else "#ffffff", opacity=0.2 if i % 2 else 0.12
        )
    sticks = "".join(line(f"M0 -20L{x:.0f} {y:.0f}", scheme.accent, 6) for x, y in inner)
    return Thing(sticks + leaves + circle(0, -22, 9, scheme.dark), 260, 400)
