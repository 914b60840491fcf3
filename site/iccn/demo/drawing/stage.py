"""The room around a thing: wall, table, a shape of colour, the shade of leaves, light from a window."""

from collections.abc import Callable
from math import cos, pi, sin

from iccn.demo.drawing.light import soft_ellipse
from iccn.demo.drawing.palette import Backdrop, darker, lighter, mix
from iccn.demo.drawing.svg import Sheet, circle, ellipse, group, line, path, polygon, rect, smooth

SIZE = 800
GROUND = 636.0  # where things stand


def wall(sheet: Sheet, room: Backdrop, horizon: float) -> str:
    """The wall, lit from the upper left."""
    light = sheet.glow((0, lighter(room.wall, 0.42), 0.9), (1, room.wall, 0), x=0.3, y=0.2, radius=0.85)
    back = sheet.gradient((0, room.wall, 1), (1, room.wall_low, 1))
    return rect(0, 0, SIZE, horizon + 2, back) + rect(0, 0, SIZE, horizon + 2, light)


def table(sheet: Sheet, room: Backdrop, horizon: float) -> str:
    fill = sheet.gradient(
        (0, darker(room.floor, 0.06), 1), (0.25, room.floor, 1), (1, lighter(room.floor, 0.16), 1)
    )
    edge = sheet.gradient((0, room.shadow, 0.22), (1, room.shadow, 0))
    return rect(0, horizon, SIZE, SIZE - horizon, fill) + rect(0, horizon, SIZE, 26, edge)


def sun(sheet: Sheet, room: Backdrop) -> str:
    x, y, radius = (
        sheet.chance.uniform(290, 520),
        sheet.chance.uniform(250, 330),
        sheet.chance.uniform(190, 260),
    )
    return circle(
        x, y, radius, sheet.gradient((0, room.shape, 1), (1, mix(room.shape, room.wall_low, 0.5), 1))
    )


def arch(sheet: Sheet, room: Backdrop, horizon: float) -> str:
    """A doorway of colour with a darker rim."""
    x, w = sheet.chance.uniform(300, 470), sheet.chance.uniform(170, 230)
    top = sheet.chance.uniform(90, 170) + w
    d = f"M{x - w:.0f} {horizon:.0f}V{top:.0f}A{w:.0f} {w:.0f} 0 0 1 {x + w:.0f} {top:.0f}V{horizon:.0f}Z"
    rim = path(d, darker(room.wall_low, 0.1), transform="translate(-16 0)")
    return rim + path(d, sheet.gradient((0, room.shape, 1), (1, mix(room.shape, room.floor, 0.4), 1)))


def hills(sheet: Sheet, room: Backdrop, horizon: float) -> str:
    """Two soft waves of colour on the wall."""
    parts = ""
    for depth, tone in ((0, mix(room.wall_low, room.shape, 0.7)), (1, mix(room.wall_low, room.floor, 0.45))):
        level = horizon - 210 + 90 * depth
        points = [(x, level + sheet.chance.uniform(-70, 60)) for x in range(-100, 1000, 180)]
        parts += path(f"{smooth(points)}V{horizon:.0f}H-100Z", tone)
    return parts


def window(sheet: Sheet, room: Backdrop) -> str:
    """Slanting light that came through a window."""
    x, y = sheet.chance.uniform(60, 330), sheet.chance.uniform(40, 110)
    panes = "".join(
        path(
            polygon(
                [(x + i * 120 + j * 46, y + j * 168 - i * 14), (x + i * 120 + 104 + j * 46, y + j * 168 - 12 - i * 14),
                 (x + i * 120 + 148 + j * 46, y + j * 168 + 140 - i * 14), (x + i * 120 + 44 + j * 46, y + j * 168 + 152 - i * 14)]
            ),
            lighter(room.shape, 0.35),
        )
        for i in range(3)
        for j in range(3)
    )  # fmt: skip
    return group(panes, opacity=0.6)


def frond(sheet: Sheet, length: float, leaflets: int) -> str:
    """A palm frond along the x axis."""
    parts = line(f"M0 0Q{length / 2:.0f} -46 {length:.0f} 30", "#000", 5)
    for i in range(1, leaflets):
        t = i / leaflets
        x, y = length * t, -92 * t * (1 - t) + 30 * t * t
        reach = length * 0.42 * sin(pi * min(0.95, t * 0.8 + 0.2))
        for side in (-1, 1):
            angle = side * (1.05 - 0.5 * t)
            tip = (x + reach * cos(angle), y + reach * sin(angle) + 12)
            parts += path(
                f"M{x:.0f} {y:.0f}Q{x + reach * 0.4:.0f} {y + side * reach * 0.2:.0f} {tip[0]:.0f} {tip[1]:.0f}"
                f"Q{x + reach * 0.3:.0f} {y + side * reach * 0.45:.0f} {x + 14:.0f} {y:.0f}Z",
                "#000",
            )
    return parts


def shade(sheet: Sheet, room: Backdrop) -> str:
    """The shadow of a palm leaf on the wall."""
    turn, flip = sheet.chance.uniform(10, 55), sheet.chance.choice((-1, 1))
    leaf = frond(sheet, sheet.chance.uniform(420, 540), 15).replace("#000", room.shadow)
    x = -60 if flip > 0 else 860
    placed = group(
        leaf,
        transform=f"translate({x} {sheet.chance.uniform(-20, 110):.0f}) scale({flip} 1) rotate({turn:.0f})",
    )
    return group(placed, opacity=0.17)


def plinth(sheet: Sheet, room: Backdrop) -> str:
    """A round stand; things stand on its top."""
    rx, tall = 250, 90
    tone = mix(room.floor, room.shape, 0.55)
    side = f"M{400 - rx} {GROUND}V{GROUND + tall}A{rx} 46 0 0 0 {400 + rx} {GROUND + tall}V{GROUND}Z"
    light = sheet.gradient((0, "#ffffff", 0.25), (0.4, "#ffffff", 0), (1, room.shadow, 0.45), across=True)
    under = soft_ellipse(sheet, 440, GROUND + tall + 6, rx * 1.4, 84, room.shadow, 0.6)
    top = ellipse(400, GROUND, rx, 46, lighter(tone, 0.22))
    return under + path(side, tone) + path(side, light) + top


def studio(sheet: Sheet, room: Backdrop) -> str:
    """Wall and table with one thing of interest behind."""
    horizon = sheet.chance.uniform(500, 556)
    behind: tuple[Callable[[], str], ...] = (
        lambda: sun(sheet, room),
        lambda: arch(sheet, room, horizon),
        lambda: hills(sheet, room, horizon),
        lambda: window(sheet, room),
        lambda: sun(sheet, room) + hills(sheet, room, horizon),
    )
    drawn = wall(sheet, room, horizon) + sheet.chance.choice(behind)()
    if sheet.chance.random() < 0.55:
        drawn += shade(sheet, room)
    return drawn + table(sheet, room, horizon)


def gallery(sheet: Sheet, room: Backdrop) -> str:
    """An arch or a sun, for a round stand to be put before."""
    horizon = sheet.chance.uniform(590, 620)
    behind = arch(sheet, room, horizon) if sheet.chance.random() < 0.5 else sun(sheet, room)
    return wall(sheet, room, horizon) + behind + shade(sheet, room) + table(sheet, room, horizon)


def upright(sheet: Sheet, room: Backdrop) -> str:
    """A bare wall for what hangs: one shape of colour and the shade of leaves or a window."""
    behind = sun(sheet, room) if sheet.chance.random() < 0.5 else arch(sheet, room, SIZE)
    over = shade(sheet, room) if sheet.chance.random() < 0.6 else window(sheet, room)
    return wall(sheet, room, SIZE) + behind + over


def desk(sheet: Sheet, room: Backdrop) -> str:
    """A surface from above, with a runner of another colour and leaf shade."""
    light = sheet.glow((0, lighter(room.wall, 0.35), 1), (1, room.wall_low, 1), x=0.28, y=0.22, radius=0.95)
    drawn = rect(0, 0, SIZE, SIZE, light)
    tilt, x = sheet.chance.uniform(-16, 16), sheet.chance.uniform(150, 420)
    strip = rect(
        x,
        -200,
        sheet.chance.uniform(190, 330),
        1300,
        mix(room.shape, room.floor, sheet.chance.uniform(0.2, 0.75)),
    )
    drawn += group(strip, transform=f"rotate({tilt:.1f} 400 400)")
    return drawn + (shade(sheet, room) if sheet.chance.random() < 0.7 else window(sheet, room))
