"""What lies beside a thing: leaves, beans, chillies, threads, blossoms, pebbles, shavings."""

from collections.abc import Callable
from math import cos, pi, sin

from iccn.demo.drawing.light import soft_ellipse
from iccn.demo.drawing.palette import darker, lighter
from iccn.demo.drawing.svg import Sheet, circle, ellipse, group, line, path

Prop = Callable[[Sheet], str]


def leaf(sheet: Sheet) -> str:
    tone = sheet.chance.choice(("#4f7f4c", "#6d9a58", "#2f6647", "#8aa65a"))
    d = "M-70 0C-40 -34 30 -38 74 0C30 34 -40 30 -70 0Z"
    veins = "".join(
        line(f"M{x} 0L{x + 18} {s * 17}", lighter(tone, 0.3), 1.6) for x in (-40, -16, 8, 32) for s in (-1, 1)
    )
    return (
        path(d, tone)
        + path("M-70 0C-40 30 30 34 74 0Z", darker(tone, 0.25), opacity=0.5)
        + line("M-96 0H66", lighter(tone, 0.3), 2.6)
        + veins
    )


def blossom(sheet: Sheet) -> str:
    """A frangipani."""
    white, warm = sheet.chance.choice(
        (("#fff8ec", "#ffc653"), ("#fbd3d6", "#e8788f"), ("#fff1c9", "#eda11f"))
    )
    petals = "".join(
        path(
            "M0 0C-30 -24 -26 -60 2 -64C28 -58 26 -22 0 0Z",
            white,
            stroke=darker(white, 0.12),
            stroke_width=1.2,
            transform=f"rotate({72 * i})",
        )
        for i in range(5)
    )
    return petals + "".join(
        path(
            "M0 0C-12 -12 -10 -30 1 -34C12 -28 10 -10 0 0Z", warm, opacity=0.8, transform=f"rotate({72 * i})"
        )
        for i in range(5)
    )


def bean(sheet: Sheet) -> str:
    tone = sheet.chance.choice(("#4a2c1d", "#6b4128", "#38200f"))
    return (
        ellipse(0, 0, 25, 18, tone)
        + ellipse(-4, -5, 15, 8, lighter(tone, 0.2), opacity=0.6)
        + line("M-20 -3C-8 7 8 -7 20 3", darker(tone, 0.6), 3.6)
    )


def chilli(sheet: Sheet) -> str:
    tone = sheet.chance.choice(("#c8281c", "#e0472a", "#a81f17"))
    return (
        path("M-58 -8C-20 -26 30 -22 66 20C24 18 -28 22 -58 10Z", tone)
        + line("M-48 -6C-14 -16 20 -12 44 6", "#ffffff", 4, opacity=0.4)
        + path("M-56 -12C-66 -8 -66 8 -56 13L-48 2Z", "#3d7a4c")
        + line("M-60 2Q-80 -4 -86 -18", "#3d7a4c", 6)
    )


def star_anise(sheet: Sheet) -> str:
    pods = "".join(
        path("M0 0C-11 -14 -8 -36 0 -46C8 -36 11 -14 0 0Z", "#7a3f1c", transform=f"rotate({45 * i})")
        + ellipse(0, -24, 4, 7, "#d39a5a", transform=f"rotate({45 * i})")
        for i in range(8)
    )
    return pods + circle(0, 0, 7, "#5a2c12")


def clove(sheet: Sheet) -> str:
    return (
        line("M-30 0H22", "#5a3018", 9)
        + "".join(line(f"M22 0L36 {y}", "#5a3018", 5) for y in (-10, 0, 10))
        + circle(30, 0, 8, "#8a5230")
    )


def cinnamon(sheet: Sheet) -> str:
    return "".join(
        path(f"M-80 {y - 12}H80A8 12 0 0 1 80 {y + 12}H-80A8 12 0 0 1 -80 {y - 12}Z", tone)
        + ellipse(80, y, 8, 12, "#6a3716")
        + line(f"M-70 {y - 5}H66", "#e0a56c", 2, opacity=0.6)
        for y, tone in ((-13, "#a9622f"), (13, "#94532a"))
    )


def spool(sheet: Sheet) -> str:
    tone = sheet.chance.choice(("#b5371f", "#22447c", "#eda11f", "#33764e", "#6d1f59"))
    wraps = "".join(
        line(f"M-30 {y}Q0 {y + 9} 30 {y - 3}", lighter(tone, 0.25) if i % 2 else darker(tone, 0.2), 2.6)
        for i, y in enumerate(range(-28, 30, 6))
    )
    return (
        path("M-36 -46H36V-34H-36ZM-36 34H36V46H-36Z", "#b9814f")
        + path("M-30 -34H30V34H-30Z", tone)
        + wraps
        + line("M30 20C60 40 40 62 84 56", tone, 3.4)
    )


def pebble(sheet: Sheet) -> str:
    tone = sheet.chance.choice(("#8d8a86", "#b5aca3", "#6b6560", "#cfc4b8"))
    return ellipse(0, 0, 40, 26, tone) + ellipse(-9, -8, 22, 10, lighter(tone, 0.35), opacity=0.6)


def shaving(sheet: Sheet) -> str:
    tone = sheet.chance.choice(("#e3bf8d", "#cf9f66", "#f0d7ae"))
    return line(
        "M-40 10C-30 -34 30 -34 26 2C22 26 -10 22 -6 0C-3 -12 10 -10 10 0", darker(tone, 0.25), 13
    ) + line("M-40 8C-30 -36 30 -36 26 0C22 24 -10 20 -6 -2C-3 -14 10 -12 10 -2", tone, 10)


def crisp(sheet: Sheet) -> str:
    tone = sheet.chance.choice(("#e9b44c", "#d98a3a", "#f0cf7f"))
    return (
        path("M-44 0C-36 -30 30 -36 44 -6C40 24 -30 30 -44 0Z", tone)
        + path("M-30 -4C-20 -20 18 -24 32 -8C10 2 -16 2 -30 -4Z", lighter(tone, 0.4), opacity=0.7)
        + "".join(circle(x, y, 2.4, darker(tone, 0.5)) for x, y in ((-14, 8), (6, 12), (22, 4), (-2, -14)))
    )


def shell(sheet: Sheet) -> str:
    tone = sheet.chance.choice(("#f3d2bd", "#e9b8a4", "#fbeadf"))
    ribs = "".join(
        line(
            f"M0 34L{cos(pi * (0.1 + 0.8 * i / 8)) * 46:.0f} {20 - sin(pi * (0.1 + 0.8 * i / 8)) * 50:.0f}",
            darker(tone, 0.22),
            2.6,
        )
        for i in range(9)
    )
    return path("M0 36C-30 34 -56 6 -46 -14C-30 -44 30 -44 46 -14C56 6 30 34 0 36Z", tone) + ribs


def bead(sheet: Sheet) -> str:
    tone = sheet.chance.choice(("#b5371f", "#14717b", "#eda11f", "#6d1f59", "#fff1d8"))
    return (
        circle(0, 0, 18, tone)
        + circle(5, 5, 12, darker(tone, 0.25), opacity=0.5)
        + circle(-6, -7, 5, "#ffffff", opacity=0.85)
    )


PROPS: dict[str, tuple[Prop, ...]] = {
    "leaves": (leaf, leaf, blossom),
    "flowers": (blossom, blossom, leaf),
    "coffee": (bean, bean, bean, leaf),
    "spice": (star_anise, clove, cinnamon, chilli),
    "chilli": (chilli, leaf, chilli),
    "snack": (crisp, crisp, leaf),
    "thread": (spool, leaf, spool),
    "wood": (shaving, leaf, shaving),
    "clay": (pebble, pebble, leaf),
    "sea": (shell, pebble, shell),
    "beads": (bead, bead, blossom),
}


def placed(sheet: Sheet, drawn: str, x: float, y: float, size: float, flat: float = 0.62) -> str:
    """A small thing lying on the table, with its own shadow."""
    turn = sheet.chance.uniform(0, 360)
    under = soft_ellipse(sheet, 12, 16, 96, 62, "#1a0812", 0.5)
    lain = group(drawn, transform=f"rotate({turn:.0f})")
    return group(under, lain, transform=f"translate({x:.0f} {y:.0f}) scale({size:.2f} {size * flat:.2f})")


def beside(sheet: Sheet, name: str, width: float) -> str:
    """Two to four small things on the table, left and right of the thing."""
    drawn, chance = "", sheet.chance
    for i in range(chance.randint(2, 4)):
        side = -1 if i % 2 else 1
        x = 400 + side * (width / 2 + chance.uniform(30, 110))
        drawn += placed(
            sheet,
            chance.choice(PROPS[name])(sheet),
            min(max(x, 60), 740),
            chance.uniform(660, 740),
            chance.uniform(0.66, 0.95),
        )
    return drawn


def strewn(sheet: Sheet, name: str, side: int) -> str:
    """A handful in the corner that is free, large and near."""
    chance = sheet.chance
    return "".join(
        placed(
            sheet,
            chance.choice(PROPS[name])(sheet),
            400 + side * chance.uniform(150, 380),
            chance.uniform(680, 780),
            chance.uniform(0.85, 1.35),
            0.75,
        )
        for _ in range(chance.randint(4, 7))
    )


def corners(sheet: Sheet, name: str) -> str:
    """A few things in the corners of a picture from above."""
    chance = sheet.chance
    spots = chance.sample(((90, 110), (710, 120), (100, 700), (700, 690), (400, 760)), chance.randint(2, 4))
    return "".join(
        placed(
            sheet,
            chance.choice(PROPS[name])(sheet),
            x + chance.uniform(-30, 30),
            y + chance.uniform(-30, 30),
            chance.uniform(0.9, 1.3),
            1,
        )
        for x, y in spots
    )
