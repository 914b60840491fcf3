"""Places: mountains, terraces, coasts, harbours, lakes, cities, villages, in the light of an hour."""

from dataclasses import dataclass
from math import sin

from iccn.demo.drawing.palette import darker, lighter, mix
from iccn.demo.drawing.stage import frond
from iccn.demo.drawing.svg import Drawing, Sheet, circle, ellipse, group, line, path, rect, smooth

W, H = 1200, 750
HORIZON = 430.0


@dataclass(frozen=True, slots=True)
class Hour:
    """The colours of a time of day: sky above and below, sun, far and near land, water."""

    high: str
    low: str
    sun: str
    far: str
    near: str
    water: str


HOURS = (
    Hour("#f3a06a", "#ffe0ae", "#fff4d2", "#b0728a", "#3b2a4a", "#e58d63"),
    Hour("#7fb7d6", "#e6f1ea", "#fffdf0", "#8fb3b4", "#1f5a4b", "#5aa0b4"),
    Hour("#f6c177", "#fff0cf", "#ffffff", "#c79a6b", "#4f5a2a", "#e7b567"),
    Hour("#44386e", "#e98d8a", "#ffe0b8", "#6f4f80", "#20193f", "#8a5c88"),
    Hour("#9fd0c9", "#fdf0d6", "#fffbe8", "#7db09c", "#1d6253", "#6fb5ae"),
    Hour("#e07a5f", "#f9d3a0", "#fff2cc", "#a85a5c", "#4a1f3d", "#cf7458"),
)


def ridge(sheet: Sheet, level: float, swing: float, step: int = 110) -> str:
    """The line of hills from left to right, closed below."""
    points = [(x, level + sheet.chance.uniform(-swing, swing)) for x in range(-step, W + 2 * step, step)]
    return f"{smooth(points)}V{H}H-200Z"


def sky(sheet: Sheet, hour: Hour) -> str:
    x, y = sheet.chance.uniform(250, 950), sheet.chance.uniform(120, 250)
    glow = sheet.glow((0, hour.sun, 0.9), (1, hour.sun, 0))
    drawn = rect(0, 0, W, H, sheet.gradient((0, hour.high, 1), (0.62, hour.low, 1)))
    drawn += circle(x, y, 330, glow) + circle(x, y, sheet.chance.uniform(46, 76), hour.sun)
    for _ in range(sheet.chance.randint(2, 4)):
        cx, cy, size = (
            sheet.chance.uniform(0, W),
            sheet.chance.uniform(70, 300),
            sheet.chance.uniform(0.6, 1.4),
        )
        puffs = "".join(
            ellipse(dx, dy, rx, 24, hour.sun)
            for dx, dy, rx in ((0, 0, 130), (-60, -18, 60), (20, -30, 70), (80, -12, 56))
        )
        drawn += group(puffs, transform=f"translate({cx:.0f} {cy:.0f}) scale({size:.2f})", opacity=0.5)
    return drawn


def ranges(sheet: Sheet, hour: Hour, *, many: int = 3, top: float = 300, swing: float = 55) -> str:
    """Ranges that grow darker as they come nearer."""
    drawn = ""
    for i in range(many):
        tone = mix(mix(hour.far, hour.low, 0.5), hour.near, i / max(1, many) * 0.8)
        mist = sheet.gradient((0, tone, 1), (1, mix(tone, hour.low, 0.55), 1))
        drawn += path(ridge(sheet, top + i * 62, swing * (1 - i * 0.2)), mist)
    return drawn


def cone(sheet: Sheet, hour: Hour) -> str:
    """A volcano with its plume."""
    x, tall, wide = (
        sheet.chance.uniform(380, 820),
        sheet.chance.uniform(260, 320),
        sheet.chance.uniform(360, 460),
    )
    top, base = 470 - tall, 500
    d = f"M{x - wide:.0f} {base}C{x - wide * 0.4:.0f} {base - 40} {x - 90:.0f} {top + 70:.0f} {x - 38:.0f} {top:.0f}Q{x:.0f} {top + 16:.0f} {x + 38:.0f} {top:.0f}C{x + 90:.0f} {top + 70:.0f} {x + wide * 0.4:.0f} {base - 40} {x + wide:.0f} {base}Z"
    tone = mix(hour.far, hour.near, 0.45)
    light = sheet.gradient((0, "#fff2dc", 0.3), (0.5, "#fff2dc", 0), (1, "#1a0812", 0.3), across=True)
    plume = "".join(
        ellipse(x + 22 * i, top - 12 - 26 * i, 24 + 13 * i, 17 + 7 * i, hour.sun, opacity=0.55 - 0.09 * i)
        for i in range(5)
    )
    gullies = "".join(
        line(
            f"M{x + dx * 0.2:.0f} {top + 20:.0f}Q{x + dx * 0.5:.0f} {top + tall * 0.5:.0f} {x + dx:.0f} {base - 40}",
            darker(tone, 0.25),
            5,
            opacity=0.35,
        )
        for dx in (-150, -60, 40, 130)
    )
    return (
        plume
        + path(d, sheet.gradient((0, tone, 1), (1, mix(tone, hour.low, 0.45), 1)))
        + gullies
        + path(d, light)
    )


def palm(sheet: Sheet, x: float, y: float, size: float, tone: str) -> str:
    lean = sheet.chance.uniform(-60, 60)
    trunk = path(
        f"M-9 0C-4 -90 {lean * 0.4 - 4:.0f} -150 {lean:.0f} -230L{lean + 9:.0f} -228C{lean * 0.4 + 8:.0f} -150 8 -90 11 0Z",
        tone,
    )
    crown = "".join(
        group(
            frond(sheet, 120, 9).replace("#000", tone),
            transform=f"translate({lean + 4:.0f} -230) rotate({turn}) scale(1 {1 if -90 <= turn <= 90 else -1})",
        )
        for turn in (-165, -125, -80, -35, 5, 40, 150, 185)
    )
    return group(trunk, crown, transform=f"translate({x:.0f} {y:.0f}) scale({size:.2f})")


def house(sheet: Sheet, x: float, y: float, size: float, hour: Hour) -> str:
    """A small house under a high roof."""
    wall, roof = (
        mix(hour.near, hour.low, 0.55),
        sheet.chance.choice(("#9c4a2f", "#7a3526", "#5a3a2c", "#b0603a")),
    )
    shape = sheet.chance.choice(
        (
            "M-70 -60L-38 -130H38L70 -60Z",
            "M-84 -58C-60 -96 -30 -112 0 -150C30 -112 60 -96 84 -58Z",
            "M-92 -70C-84 -110 -70 -130 -84 -160C-40 -120 40 -120 84 -160C70 -130 84 -110 92 -70Z",
        )
    )
    glow = (
        rect(-14, -44, 28, 44, "#ffd98a")
        + rect(-46, -46, 20, 20, "#ffd98a")
        + rect(26, -46, 20, 20, "#ffd98a")
    )
    return group(
        rect(-58, -66, 116, 66, wall),
        glow,
        path(shape, roof),
        path(shape, "#1a0812", opacity=0.14, transform="translate(0 5) scale(.96 .96)"),
        transform=f"translate({x:.0f} {y:.0f}) scale({size:.2f})",
    )


def boat(x: float, y: float, size: float, hull: str, sail: str) -> str:
    body = path("M-110 -10C-90 26 90 26 120 -18C60 -6 -50 -4 -110 -10Z", hull) + line(
        "M-96 2C-40 8 60 8 104 -4", lighter(hull, 0.5), 5
    )
    rig = (
        line("M-4 -8V-190", "#4b2b12", 6)
        + path("M4 -186C70 -130 86 -70 84 -26H4Z", sail)
        + path("M-10 -170C-60 -120 -72 -70 -70 -26H-10Z", mix(sail, "#ffffff", 0.3))
    )
    reach = line("M-60 22H90M-90 34H50", sail, 4, opacity=0.35)
    return group(body, rig, reach, transform=f"translate({x:.0f} {y:.0f}) scale({size:.2f})")


def water(sheet: Sheet, hour: Hour, level: float) -> str:
    drawn = rect(
        0,
        level,
        W,
        H - level,
        sheet.gradient((0, lighter(hour.water, 0.35), 1), (1, darker(hour.water, 0.3), 1)),
    )
    for _ in range(46):
        y = sheet.chance.uniform(level + 6, H)
        long = 14 + (y - level) * sheet.chance.uniform(0.1, 0.42)
        x = sheet.chance.uniform(-40, W)
        drawn += line(
            f"M{x:.0f} {y:.0f}h{long:.0f}",
            hour.sun,
            1.5 + (y - level) * 0.012,
            opacity=sheet.chance.uniform(0.15, 0.5),
        )
    return drawn


def terraces(sheet: Sheet, hour: Hour) -> str:
    """Steps of rice, each with a lip of light."""
    drawn, green = "", mix(hour.near, "#7fb24a", 0.6)
    for i in range(9):
        y = 400 + i * 42
        points = [
            (x, y + 22 * sin(x / 170 + i * 0.9) + sheet.chance.uniform(-10, 10))
            for x in range(-120, W + 241, 120)
        ]
        edge = smooth(points)
        tone = mix(green, hour.near, 0.1 + 0.09 * ((i * 7) % 5)) if i % 3 else mix(hour.water, hour.low, 0.4)
        drawn += path(f"{edge}V{H}H-200Z", tone) + line(edge, lighter(tone, 0.45), 4, opacity=0.8)
        if i % 3 and i > 1:
            drawn += "".join(
                line(
                    f"M{x} {y + 26 + 20 * sin(x / 170 + i * 0.9):.0f}v-9", lighter(tone, 0.3), 3, opacity=0.7
                )
                for x in range(10, W, 34)
            )
    return drawn


def skyline(sheet: Sheet, hour: Hour) -> str:
    """Two rows of buildings with lit windows."""
    drawn = ""
    for row in range(2):
        tone, x = mix(mix(hour.far, hour.low, 0.3), hour.near, 0.15 + row * 0.6), -20.0
        while x < W:
            w, tall = sheet.chance.uniform(56, 120), sheet.chance.uniform(110, 300 - row * 70)
            y = 560 - tall + row * 40
            drawn += rect(x, y, w, tall + 120, tone, rx=sheet.chance.choice((2, 2, 12)))
            if sheet.chance.random() < 0.3:
                drawn += path(
                    f"M{x:.0f} {y + 2:.0f}L{x + w / 2:.0f} {y - w * 0.5:.0f}L{x + w:.0f} {y + 2:.0f}Z", tone
                )
            drawn += "".join(
                rect(wx, wy, 10, 14, "#ffe2a0", opacity=0.75)
                for wx in range(int(x) + 12, int(x + w) - 16, 22)
                for wy in range(int(y) + 16, 640, 28)
                if row and sheet.chance.random() < 0.5
            )
            x += w + sheet.chance.uniform(2, 14)
    return drawn


def foreground(sheet: Sheet, hour: Hour) -> str:
    tone = darker(hour.near, 0.25)
    land = path(ridge(sheet, 690, 26, 200), tone)
    sides = sheet.chance.sample((60, 150, 1060, 1150), 2)
    return land + "".join(palm(sheet, x, 720, sheet.chance.uniform(1.2, 1.7), tone) for x in sides)


def _mountain(sheet: Sheet, hour: Hour) -> str:
    return ranges(sheet, hour, many=4, top=290, swing=80) + "".join(
        house(sheet, x, 610 + (i % 2) * 26, 0.8, hour) for i, x in enumerate((420, 520, 640))
    )


def _volcano(sheet: Sheet, hour: Hour) -> str:
    return cone(sheet, hour) + ranges(sheet, hour, many=3, top=440, swing=30)


def _terrace(sheet: Sheet, hour: Hour) -> str:
    return (
        cone(sheet, hour)
        + ranges(sheet, hour, many=1, top=380, swing=30)
        + terraces(sheet, hour)
        + house(sheet, sheet.chance.uniform(500, 900), 560, 0.9, hour)
    )


def _sea(sheet: Sheet, hour: Hour) -> str:
    islands = path(
        "M700 432C760 380 860 350 940 390C1000 400 1040 420 1080 432Z", mix(hour.far, hour.near, 0.4)
    ) + path("M120 432C170 400 260 396 330 432Z", mix(hour.far, hour.near, 0.2))
    return (
        islands
        + water(sheet, hour, HORIZON)
        + boat(sheet.chance.uniform(300, 560), 560, 1.1, "#7a2e1f", "#fbe4c9")
    )


def _harbour(sheet: Sheet, hour: Hour) -> str:
    boats = "".join(
        boat(
            180 + 250 * i + sheet.chance.uniform(-40, 40),
            540 + (i % 2) * 70,
            0.9 + 0.25 * (i % 2),
            tone,
            sail,
        )
        for i, (tone, sail) in enumerate(
            (("#7a2e1f", "#fbe4c9"), ("#14515b", "#ffd79a"), ("#5a2849", "#fff3e0"), ("#33563a", "#f2c38f"))
        )
    )
    quay = rect(0, 418, W, 26, darker(hour.near, 0.1)) + "".join(
        house(sheet, 80 + 116 * i, 420, 0.78, hour) for i in range(10)
    )
    return ranges(sheet, hour, many=2, top=300, swing=40) + water(sheet, hour, 440) + quay + boats


def _lake(sheet: Sheet, hour: Hour) -> str:
    return (
        ranges(sheet, hour, many=3, top=270, swing=70)
        + water(sheet, hour, 470)
        + boat(sheet.chance.uniform(500, 800), 580, 0.8, "#5a3a2c", "#ffe7b8")
    )


def _city(sheet: Sheet, hour: Hour) -> str:
    return ranges(sheet, hour, many=1, top=350, swing=50) + skyline(sheet, hour)


def _village(sheet: Sheet, hour: Hour) -> str:
    rows = "".join(
        house(sheet, 150 + 150 * i + sheet.chance.uniform(-20, 20), 560 + (i % 3) * 34, 1.05, hour)
        for i in range(7)
    )
    return (
        ranges(sheet, hour, many=3, top=310, swing=60)
        + path(ridge(sheet, 540, 14), mix(hour.near, "#7fb24a", 0.45))
        + rows
    )


PLACES = {
    "mountain": _mountain, "volcano": _volcano, "terrace": _terrace, "sea": _sea, "harbour": _harbour,
    "lake": _lake, "city": _city, "village": _village,
}  # fmt: skip


def landscape(seed: str, place: str) -> Drawing:
    """A wide picture of a place."""
    back, sheet = Sheet(seed, "sky"), Sheet(seed, "land")
    hour = sheet.chance.choice(HOURS)
    land = PLACES[place](sheet, hour) + foreground(sheet, hour)
    return Drawing((W, H), (back.layer(W, H, sky(back, hour), soft=6), sheet.layer(W, H, land)))
