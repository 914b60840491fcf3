"""Wood and bamboo: carved panel, box, spoons, frame, brooms of nothing."""

from iccn.demo.drawing.light import lying, solid
from iccn.demo.drawing.palette import Scheme, darker, lighter, mix
from iccn.demo.drawing.patterns import pattern
from iccn.demo.drawing.svg import Sheet, circle, ellipse, group, line, path, rect
from iccn.demo.drawing.things import Thing


def panel(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A relief in a frame, round, arched or square."""
    chance, wood = sheet.chance, pattern("grain", sheet, scheme, 0.8)
    fill = pattern(motif if motif != "grain" else "carving", sheet, scheme, chance.uniform(0.8, 1.1))
    shape = chance.choice(("round", "arch", "square"))
    if shape == "round":
        outer, inner = circle(0, -232, 232, wood), "M0 -428A196 196 0 1 1 -0.1 -428Z"
    elif shape == "arch":
        outer = path("M-180 0V-270A180 200 0 0 1 180 -270V0Z", wood)
        inner = "M-146 -34V-268A146 166 0 0 1 146 -268V-34Z"
    else:
        outer, inner = rect(-200, -430, 400, 430, wood, rx=16), "M-164 -394H164V-36H-164Z"
    sunk = path(inner, "none", stroke=scheme.dark, stroke_width=9, opacity=0.75) + path(
        inner, "none", stroke=lighter(scheme.base, 0.3), stroke_width=3
    )
    light = sheet.gradient((0, "#fffaf2", 0.22), (0.5, "#fffaf2", 0), (1, "#1a0812", 0.36), slant=True)
    return Thing(
        outer
        + path(inner, fill)
        + sunk
        + rect(
            -240,
            -470,
            480,
            470,
            light,
            rx=240 if shape == "round" else 12,
            opacity=0.0 if shape != "square" else 1.0,
        )
        + path(inner, light),
        320,
        450,
    )


def box(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A box with its lid leaning open a little."""
    fill, lid_fill = pattern("grain", sheet, scheme, 0.9), pattern(motif, sheet, scheme, 0.62)
    front = lying(sheet, "M-190 -150H190V-12Q190 0 178 0H-178Q-190 0 -190 -12Z", fill)
    hinge = rect(-32, -164, 64, 44, scheme.accent, rx=6) + circle(0, -138, 7, scheme.dark)
    inside = path("M-190 -150L-150 -196H186L190 -150Z", darker(scheme.dark, 0.3))
    lid = solid(
        sheet, "M-196 -186L-158 -352Q-154 -366 -140 -366H170Q182 -366 186 -352L200 -186Z", lid_fill, "soft"
    )
    frame = line("M-180 -200L-146 -346H172L184 -200Z", scheme.dark, 5, opacity=0.5)
    return Thing(
        lid + frame + inside + front + line("M-176 -78H176", scheme.dark, 2, opacity=0.3) + hinge, 390, 360
    )


def spoons(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Wooden cutlery in a cup."""
    chance, drawn = sheet.chance, ""
    woods = ("#b9814f", "#8d5a34", "#d6a874", "#6e4326")
    for i, kind in enumerate(chance.sample(("spoon", "fork", "spatula", "spoon"), 4)):
        turn, wood = -27 + 18 * i + chance.uniform(-4, 4), woods[i]
        head = {
            "spoon": ellipse(0, -352, 38, 58, wood) + ellipse(-3, -350, 27, 45, darker(wood, 0.25)),
            "fork": path(
                "M-32 -404H-20V-350H-6V-404H6V-350H20V-404H32V-330Q32 -296 0 -296Q-32 -296 -32 -330Z", wood
            ),
            "spatula": path("M-34 -404Q0 -424 34 -404L26 -300Q0 -284 -26 -300Z", wood)
            + rect(-12, -388, 5, 74, darker(wood, 0.4), rx=2)
            + rect(6, -388, 5, 74, darker(wood, 0.4), rx=2),
        }[kind]
        stick = rect(-9, -312, 18, 300, wood, rx=8) + rect(
            2, -312, 6, 300, darker(wood, 0.3), rx=3, opacity=0.5
        )
        drawn += group(stick, head, transform=f"rotate({turn:.0f} 0 -40)")
    side = "M-104 -196H104L88 -10Q87 0 76 0H-76Q-87 0 -88 -10Z"
    pot = path(side, pattern(motif, sheet, scheme, 0.6)) + solid(sheet, side, "none")
    mouth = path("M-104 -196A104 20 0 0 1 104 -196Z", scheme.dark)
    return Thing(
        mouth + drawn + pot + line("M-104 -194Q0 -176 104 -194", lighter(scheme.base, 0.2), 9), 190, 410
    )


def frame(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A round mirror in a decorated rim, on a small stand."""
    fill, y = pattern(motif, sheet, scheme, 0.6), -260.0
    rays = "".join(
        rect(
            -9,
            y - 238,
            18,
            66,
            scheme.accent if i % 2 else scheme.second,
            rx=9,
            transform=f"rotate({15 * i} 0 {y})",
        )
        for i in range(24)
    )
    rim = circle(0, y, 192, fill) + circle(0, y, 192, "none", stroke=scheme.dark, stroke_width=5)
    glass = circle(
        0, y, 138, sheet.gradient((0, "#f2f7f8", 1), (0.5, "#c5d6da", 1), (1, "#90aab1", 1), slant=True)
    )
    glint = path(f"M-70 {y + 60}L40 {y - 110}L74 {y - 88}L-40 {y + 84}Z", "#ffffff", opacity=0.45) + path(
        f"M-20 {y + 96}L82 {y - 66}L94 {y - 56}L-6 {y + 104}Z", "#ffffff", opacity=0.35
    )
    foot = rect(-120, -30, 240, 30, mix(scheme.base, scheme.dark, 0.3), rx=10)
    return Thing(
        foot + rays + rim + glass + glint + circle(0, y, 138, "none", stroke=scheme.dark, stroke_width=6),
        250,
        490,
    )
