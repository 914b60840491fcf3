"""Leather and jewellery: wallet, satchel, sandals, necklace, earrings, bracelet."""

from math import cos, pi, sin

from iccn.demo.drawing.light import solid
from iccn.demo.drawing.palette import Scheme, darker, lighter, mix
from iccn.demo.drawing.patterns import pattern
from iccn.demo.drawing.svg import Sheet, circle, ellipse, group, line, path, rect
from iccn.demo.drawing.things import Thing


def _stitched(d: str, colour: str) -> str:
    return path(d, "none", stroke=colour, stroke_width=3.4, stroke_dasharray="11 7", stroke_linecap="round")


def wallet(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A folded wallet leaning on another."""
    hide, inlay = scheme.base, pattern(motif, sheet, scheme, 0.5)
    d = "M-180 -226Q-180 -240 -166 -240H166Q180 -240 180 -226V-14Q180 0 166 0H-166Q-180 0 -180 -14Z"
    back = group(
        solid(sheet, d, darker(hide, 0.25), "flat"),
        rect(-150, -262, 200, 40, scheme.light, rx=6),
        rect(-140, -254, 170, 10, scheme.second),
        transform="translate(46 -64) rotate(6)",
    )
    front = solid(sheet, d, hide, "flat") + _stitched("M-166 -226H166V-14H-166Z", lighter(scheme.second, 0.3))
    window = path("M-180 -150H40Q60 -150 60 -130V-14H-166Q-180 -14 -180 -28Z", inlay, opacity=0.95)
    strap = (
        path("M180 -150H96Q70 -150 70 -120Q70 -90 96 -90H180Z", darker(hide, 0.18))
        + circle(98, -120, 12, scheme.accent)
        + circle(95, -123, 5, "#ffffff", opacity=0.7)
    )
    crease = line("M-174 -232V-10", lighter(hide, 0.3), 4, opacity=0.5)
    return Thing(back + group(front, window, strap, crease, transform="rotate(-4)"), 380, 310, "lies")


def satchel(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A shoulder bag with a flap and a strap."""
    hide, fill = scheme.base, pattern(motif, sheet, scheme, 0.62)
    arc = "M-164 -250C-220 -560 220 -560 164 -250"
    strap = (
        line(arc, darker(hide, 0.4), 24)
        + line(arc, mix(hide, scheme.second, 0.25), 17)
        + line(arc, scheme.accent, 2.6, stroke_dasharray="10 8")
    )
    body = solid(sheet, "M-200 -270H200V-30Q200 0 168 0H-168Q-200 0 -200 -30Z", darker(hide, 0.12), "soft")
    flap_d = "M-206 -288Q-206 -300 -190 -300H190Q206 -300 206 -288V-150C206 -100 120 -70 0 -70C-120 -70 -206 -100 -206 -150Z"
    flap = path(flap_d, "#1a0812", opacity=0.3, transform="translate(0 9)") + solid(
        sheet, flap_d, hide, "soft"
    )
    inlay = path(
        "M-160 -270H160V-168C160 -128 92 -104 0 -104C-92 -104 -160 -128 -160 -168Z", fill
    ) + _stitched(
        "M-174 -282H174V-164C174 -118 96 -92 0 -92C-96 -92 -174 -118 -174 -164Z", lighter(scheme.accent, 0.2)
    )
    buckle = rect(-22, -96, 44, 66, darker(hide, 0.3), rx=9) + rect(
        -15, -72, 30, 26, "none", stroke="#e7c067", stroke_width=6, rx=5
    )
    return Thing(strap + body + flap + inlay + buckle, 390, 500)


def sandals(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A pair of sandals, seen from above at a slant."""
    fill = pattern(motif, sheet, scheme, 0.5)
    sole = "M0 -210C66 -212 84 -140 74 -70C66 -14 76 40 66 96C56 146 -52 146 -60 96C-70 40 -64 -14 -74 -70C-84 -140 -60 -210 0 -210Z"
    strap = "M-78 -84C-40 -140 40 -140 78 -84L76 -28C40 -86 -40 -86 -76 -28Z"
    drawn = ""
    for x, turn, flip in ((-104, -8, 1), (104, 9, -1)):
        shoe = (
            path(sole, darker(scheme.base, 0.45), transform="translate(5 12)")
            + solid(sheet, sole, mix(scheme.second, scheme.light, 0.2), "soft")
            + _stitched(
                "M0 -196C54 -196 68 -138 60 -70C52 -14 62 40 53 90C46 128 -42 128 -48 90C-56 40 -50 -14 -60 -70C-68 -138 -48 -196 0 -196Z",
                scheme.base,
            )
        )
        drawn += group(
            shoe,
            path(strap, "#1a0812", opacity=0.3, transform="translate(2 9)"),
            solid(sheet, strap, fill, "soft"),
            rect(-24, -122, 48, 42, scheme.base, rx=8),
            circle(0, -100, 8, scheme.accent),
            transform=f"translate({x} -176) rotate({turn}) scale({flip} 1)",
        )
    return Thing(drawn, 400, 380, "lies")


def _bead(x: float, y: float, radius: float, colour: str) -> str:
    return (
        circle(x, y, radius, colour)
        + circle(x + radius * 0.2, y + radius * 0.25, radius * 0.72, darker(colour, 0.25), opacity=0.5)
        + circle(x - radius * 0.34, y - radius * 0.36, radius * 0.24, "#ffffff", opacity=0.85)
    )


def necklace(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Beads on a bust."""
    bust = "M-64 -500C-62 -440 -74 -410 -130 -392C-214 -366 -236 -250 -210 -120C-196 -40 -130 0 0 0C130 0 196 -40 210 -120C236 -250 214 -366 130 -392C74 -410 62 -440 64 -500Z"
    stand = solid(sheet, bust, mix(scheme.light, scheme.dark, 0.1 if sheet.chance.random() < 0.5 else 0.75))
    colours, beads = (scheme.base, scheme.second, scheme.accent, scheme.dark), ""
    for row in range(sheet.chance.choice((1, 2, 3))):
        many, reach = 25 + 4 * row, 1 + row * 0.17
        for i in range(many):
            angle = pi * (0.04 + 0.92 * i / (many - 1))
            x, y = cos(angle) * 128 * reach, -424 + sin(angle) * 200 * reach
            middle = 1 - abs(i - (many - 1) / 2) / many
            beads += _bead(x, y, 7 + 9 * middle * middle, colours[(i * (row + 2)) % 4])
    drop = (
        _bead(0, -196, 26, scheme.base)
        + path("M-20 -172H20L34 -110L0 -76L-34 -110Z", scheme.accent)
        + path("M0 -76L34 -110H-34Z", darker(scheme.accent, 0.3))
        + path("M-10 -160H10L17 -118L0 -98L-17 -118Z", pattern(motif, sheet, scheme, 0.3))
    )
    return Thing(stand + beads + drop, 330, 500)


def earrings(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A pair of drops on a small stand."""
    kind, fill = sheet.chance.choice(("fan", "drop", "hoop")), pattern(motif, sheet, scheme, 0.4)
    post = (
        rect(-9, -420, 18, 400, "#7b4b24", rx=8)
        + rect(-190, -430, 380, 18, "#8d5a34", rx=9)
        + rect(-100, -24, 200, 24, "#6e4326", rx=10)
    )
    shapes = {
        "fan": path("M0 -300L96 -196A132 132 0 0 1 -96 -196Z", fill, stroke=scheme.dark, stroke_width=4)
        + "".join(
            line(f"M{x} {-166 + abs(x) * 0.2:.0f}v62", scheme.accent, 5)
            + _bead(x, -100 + abs(x) * 0.2, 9, scheme.base)
            for x in range(-66, 67, 22)
        ),
        "drop": path(
            "M0 -310C66 -226 78 -160 0 -110C-78 -160 -66 -226 0 -310Z", fill, stroke="#e2b04a", stroke_width=7
        )
        + _bead(0, -92, 15, scheme.accent),
        "hoop": circle(0, -208, 84, "none", stroke="#e2b04a", stroke_width=14)
        + circle(0, -208, 62, fill, opacity=0.95)
        + "".join(
            _bead(cos(pi * i / 6) * 84, -208 + sin(pi * i / 6) * 84, 10, scheme.second) for i in range(7)
        ),
    }
    drop = (
        line("M0 -424C26 -424 26 -366 0 -366", "#e2b04a", 5)
        + line("M0 -366V-300", "#e2b04a", 4)
        + _bead(0, -338, 14, scheme.second)
        + shapes[kind]
    )
    return Thing(
        post + group(drop, transform="translate(-118 0)") + group(drop, transform="translate(118 0)"),
        230,
        440,
    )


def bracelet(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Bangles stacked on a cone of cloth."""
    cone = "M-70 -420C-40 -440 40 -440 70 -420L150 -16Q150 0 130 0H-130Q-150 0 -150 -16Z"
    drawn = solid(sheet, cone, mix(scheme.light, scheme.accent, 0.25))
    y = -70.0
    while y > -350:
        w, tall = 150 + (y + 30) * 0.2 + 12, sheet.chance.choice((22.0, 34.0, 50.0))
        fill = sheet.chance.choice(
            (pattern(motif, sheet, scheme, 0.36), scheme.base, scheme.second, "#d9a53a")
        )
        ring = f"M{-w:.0f} {y - tall:.0f}A{w:.0f} 26 0 0 0 {w:.0f} {y - tall:.0f}V{y:.0f}A{w:.0f} 26 0 0 1 {-w:.0f} {y:.0f}Z"
        drawn += (
            path(ring, "#1a0812", opacity=0.3, transform="translate(0 8)")
            + path(ring, fill)
            + solid(sheet, ring, "none")
        )
        y -= tall + sheet.chance.uniform(16, 44)
    return Thing(drawn + ellipse(0, -426, 62, 12, lighter(scheme.light, 0.2)), 300, 430)
