"""Clay: vase, cup, plate, teapot, bowl."""

from iccn.demo.drawing.light import solid
from iccn.demo.drawing.palette import Scheme, darker, lighter, mix
from iccn.demo.drawing.patterns import pattern
from iccn.demo.drawing.svg import Sheet, circle, ellipse, group, line, mirrored, path
from iccn.demo.drawing.things import Thing


def _twigs(sheet: Sheet, scheme: Scheme, y: float) -> str:
    """Dry grasses and leaves in the mouth of a vase."""
    drawn = ""
    for _ in range(sheet.chance.randint(3, 5)):
        x, tall = sheet.chance.uniform(-110, 110), sheet.chance.uniform(110, 200)
        bend = x * 0.4
        drawn += line(f"M0 {y:.0f}Q{bend:.0f} {y - tall * 0.6:.0f} {x:.0f} {y - tall:.0f}", "#7a6238", 4)
        tone = sheet.chance.choice(("#c9a05a", "#8aa06a", "#b9663f", "#e2c48d"))
        for i in range(6):
            t = 0.45 + i * 0.1
            px, py = x * t * t, y - tall * t
            drawn += ellipse(
                px,
                py,
                19,
                7,
                tone,
                transform=f"rotate({-40 if i % 2 else 220} {px:.0f} {py:.0f}) translate(17 0)",
            )
    return drawn


def vase(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A thrown vase, each with a profile of its own."""
    chance = sheet.chance
    mouth, neck, belly, foot = (
        chance.uniform(*reach) for reach in ((40, 72), (28, 46), (110, 165), (58, 84))
    )
    tall, high = chance.uniform(290, 390), chance.uniform(0.42, 0.66)
    shoulder = [(mouth, -tall), (neck, -tall * 0.86), (belly * 0.8, -tall * (high + 0.14))]
    side = mirrored(
        [*shoulder, (belly, -tall * high), (belly * 0.82, -tall * 0.2), (foot, -6), (foot - 4, 0)]
    )
    fill = pattern(motif, sheet, scheme, 0.62 if motif not in {"glaze", "speckle"} else 1.0)
    lip = ellipse(0, -tall, mouth, 11, darker(scheme.base, 0.25)) + ellipse(
        0, -tall + 2, mouth - 8, 7, scheme.dark
    )
    rings = "".join(
        line(
            f"M{-belly * 0.98:.0f} {-tall * high + 6 * i:.0f}Q0 {-tall * high + 24 + 6 * i:.0f} {belly * 0.98:.0f} {-tall * high + 6 * i:.0f}",
            lighter(scheme.base),
            1.6,
            opacity=0.5,
        )
        for i in range(3)
    )
    stems = _twigs(sheet, scheme, -tall) if chance.random() < 0.6 and tall < 350 else ""
    shine = line(
        f"M{-belly * 0.6:.0f} {-tall * (high + 0.06):.0f}Q{-belly * 0.74:.0f} {-tall * high:.0f} {-belly * 0.6:.0f} {-tall * 0.26:.0f}",
        "#ffffff",
        9,
        opacity=0.4,
    )
    body = path(side, fill) + (rings if motif == "glaze" else "") + solid(sheet, side, "none")
    return Thing(stems + body + shine + lip, foot * 2 + 30, tall)


def _cup(sheet: Sheet, fill: str, scheme: Scheme, size: float, drink: str) -> str:
    w, tall = 88 * size, 130 * size
    side = mirrored([(w, -tall), (w * 0.98, -tall * 0.5), (w * 0.78, -10), (w * 0.6, 0)])
    ear = f"M{w * 0.92:.0f} {-tall * 0.8:.0f}C{w * 1.7:.0f} {-tall * 0.86:.0f} {w * 1.6:.0f} {-tall * 0.14:.0f} {w * 0.84:.0f} {-tall * 0.24:.0f}"
    handle = line(ear, darker(scheme.base, 0.35), 23 * size) + line(ear, scheme.base, 17 * size)
    mouth = ellipse(0, -tall, w, 22 * size, lighter(scheme.light, 0.1)) + ellipse(
        0, -tall + 3, w - 10, 16 * size, drink
    )
    return handle + path(side, fill) + solid(sheet, side, "none") + mouth


def cup(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A pair of cups, one with steam."""
    fill, steam = pattern(motif, sheet, scheme, 0.55), ""
    for i in range(3):
        x = -96 + 26 * i
        steam += line(f"M{x} -200C{x - 26} -236 {x + 26} -264 {x} -306", "#ffffff", 9, opacity=0.34)
    pair = group(_cup(sheet, fill, scheme, 1.02, "#4a2c1d"), transform="translate(110 -26)")
    front = group(_cup(sheet, fill, scheme, 1.22, "#5b3720"), transform="translate(-80 0)")
    return Thing(pair + front + steam, 360, 300)


def plate(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A plate on its stand, with a small bowl before it."""
    fill, y = pattern(motif, sheet, scheme, 0.7), -225.0
    disc = circle(0, y, 218, darker(scheme.light, 0.12)) + circle(0, y, 210, fill)
    well = circle(0, y, 132, "none", stroke=scheme.dark, stroke_width=3, opacity=0.3) + circle(
        0, y, 128, mix(scheme.light, scheme.base, 0.12), opacity=0.9
    )
    bloom = "".join(
        path(
            f"M0 {y - 6}C26 {y - 40} 22 {y - 84} 0 {y - 100}C-22 {y - 84} -26 {y - 40} 0 {y - 6}Z",
            scheme.base if i % 2 else scheme.second,
            transform=f"rotate({45 * i} 0 {y})",
        )
        for i in range(8)
    )
    light = circle(
        0,
        y,
        218,
        sheet.glow((0, "#ffffff", 0.4), (0.5, "#ffffff", 0), (1, "#1a0812", 0.3), x=0.3, y=0.26, radius=0.9),
    )
    side = mirrored([(84, -96), (80, -50), (46, -8), (40, 0)])
    bowl = group(
        path(side, scheme.base),
        solid(sheet, side, "none"),
        ellipse(0, -96, 84, 17, lighter(scheme.light, 0.2)),
        ellipse(0, -94, 74, 12, scheme.dark),
        transform="translate(150 14)",
    )
    return Thing(disc + well + bloom + circle(0, y, 20, scheme.accent) + light + bowl, 330, 440)


def teapot(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A teapot with a cane handle."""
    fill = pattern(motif, sheet, scheme, 0.6)
    side = mirrored([(58, -206), (130, -170), (158, -96), (118, -18), (78, 0)])
    spout = "M128 -86C190 -96 190 -170 226 -196L252 -184C226 -146 226 -66 128 -40Z"
    arc = "M-66 -196C-90 -350 90 -350 66 -196"
    handle = (
        line(arc, "#4b2b12", 21)
        + line(arc, "#c58c4f", 15)
        + line(arc, "#7b4b24", 15, stroke_dasharray="4 10", opacity=0.7)
    )
    lid = (
        path(mirrored([(12, -252), (16, -236), (60, -214), (62, -204)]), fill)
        + solid(sheet, mirrored([(12, -252), (16, -236), (60, -214), (62, -204)]), "none")
        + circle(0, -256, 16, scheme.accent)
    )
    shine = line("M-112 -140Q-132 -96 -110 -52", "#ffffff", 9, opacity=0.4)
    return Thing(
        handle
        + path(spout, scheme.base)
        + solid(sheet, spout, "none")
        + path(side, fill)
        + solid(sheet, side, "none")
        + lid
        + shine,
        320,
        330,
    )


def bowl(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Nested bowls of clay or wood."""
    fill, chance = pattern(motif, sheet, scheme, 0.8), sheet.chance
    drawn = ""
    for size, x, y in ((1.0, 0, 0), (0.66, chance.uniform(-20, 30), -118)):
        w, tall = 205 * size, 150 * size
        side = mirrored([(w, -tall), (w * 0.95, -tall * 0.6), (w * 0.62, -18 * size), (w * 0.42, 0)])
        mouth = ellipse(0, -tall, w, 34 * size, lighter(scheme.second, 0.25)) + ellipse(
            0, -tall + 4, w - 13, 26 * size, darker(scheme.base, 0.4)
        )
        inner = ellipse(0, -tall + 12 * size, w * 0.8, 17 * size, lighter(scheme.base, 0.1), opacity=0.5)
        drawn += group(
            path(side, fill),
            solid(sheet, side, "none"),
            mouth,
            inner,
            transform=f"translate({x:.0f} {y:.0f})",
        )
    return Thing(drawn, 260, 250)
