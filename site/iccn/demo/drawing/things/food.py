"""What one eats and drinks: coffee bags, pouches, jars, bottles, gift boxes, tins."""

from iccn.demo.drawing.light import solid
from iccn.demo.drawing.palette import Scheme, darker, lighter, mix
from iccn.demo.drawing.patterns import pattern
from iccn.demo.drawing.svg import Sheet, circle, ellipse, group, line, mirrored, path, rect
from iccn.demo.drawing.things import Thing


def emblem(sheet: Sheet, scheme: Scheme) -> str:
    """A small sign for a label: mountain, leaf, sun, bean, chilli or wave; about 80 across."""
    signs = (
        path("M-44 30L-12 -28L6 2L18 -14L44 30Z", scheme.base) + circle(24, -26, 11, scheme.second),
        path("M0 40C-46 16 -40 -30 0 -44C40 -30 46 16 0 40Z", scheme.base) + line("M0 40V-24M0 14L18 -4M0 14L-18 -4", scheme.light, 3.4),
        circle(0, 0, 22, scheme.second) + "".join(rect(-3, -44, 6, 15, scheme.base, rx=3, transform=f"rotate({30 * i})") for i in range(12)),
        ellipse(0, 0, 25, 38, scheme.base, transform="rotate(24)") + line("M10 -32C-10 -10 14 8 -10 32", scheme.light, 4.4),
        path("M-30 -30C-4 -34 14 -10 36 32C0 34 -28 10 -30 -30Z", scheme.base) + line("M-30 -30q-4 -12 -14 -12", "#3d7a4c", 7),
        "".join(line(f"M-42 {y}q21 -22 42 0t42 0", tone, 7) for y, tone in ((-18, scheme.second), (2, scheme.base), (22, scheme.dark))),
    )  # fmt: skip
    return sheet.chance.choice(signs)


def label(sheet: Sheet, scheme: Scheme, w: float, tall: float) -> str:
    """A paper label centred on 0, 0: emblem, a line where a name would be, small lines below. No letters."""
    paper, ink = lighter(scheme.light, 0.3), scheme.dark
    card = rect(-w / 2, -tall / 2, w, tall, paper, rx=9) + rect(
        -w / 2 + 7, -tall / 2 + 7, w - 14, tall - 14, "none", stroke=scheme.base, stroke_width=2, rx=5
    )
    size = min(w / 110, tall / 190)
    sign = group(emblem(sheet, scheme), transform=f"translate(0 {-tall * 0.17:.0f}) scale({size:.2f})")
    rows = rect(-w * 0.3, tall * 0.16, w * 0.6, 9, ink, rx=4) + rect(
        -w * 0.2, tall * 0.25, w * 0.4, 5, ink, rx=2.5, opacity=0.6
    )
    return card + sign + rows + rect(-w * 0.26, tall * 0.34, w * 0.52, 5, scheme.second, rx=2.5)


def _beans(sheet: Sheet, colour: str, many: int, spread: float) -> str:
    drawn = ""
    for _ in range(many):
        x, y, turn = (
            sheet.chance.uniform(-spread, spread),
            sheet.chance.uniform(-2, 40),
            sheet.chance.uniform(0, 180),
        )
        drawn += group(
            ellipse(2, 3, 14, 10, "#1a0812", opacity=0.3),
            ellipse(0, 0, 14, 10, colour),
            line("M-11 -2C-4 4 4 -4 11 2", darker(colour, 0.5), 2.2),
            transform=f"translate({x:.0f} {y:.0f}) rotate({turn:.0f})",
        )
    return drawn


def coffee(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A gusseted bag with a patterned band and a few beans."""
    chance = sheet.chance
    w, tall = chance.uniform(128, 150), chance.uniform(360, 410)
    body = f"M{-w:.0f} {-tall + 60:.0f}L{-w + 8:.0f} -14Q{-w + 10:.0f} 0 {-w + 26:.0f} 0H{w - 26:.0f}Q{w - 10:.0f} 0 {w - 8:.0f} -14L{w:.0f} {-tall + 60:.0f}L{w - 14:.0f} {-tall:.0f}H{-w + 14:.0f}Z"
    paper = chance.choice((scheme.base, darker(scheme.base, 0.25), "#d9b98c", "#2b2226"))
    fold = path(
        f"M{-w + 14:.0f} {-tall:.0f}H{w - 14:.0f}L{w:.0f} {-tall + 60:.0f}H{-w:.0f}Z", darker(paper, 0.16)
    ) + rect(-w + 2, -tall + 20, w * 2 - 4, 11, scheme.accent, opacity=0.9)
    band = group(
        rect(-w, -tall * 0.3, w * 2, tall * 0.3, pattern(motif, sheet, scheme, 0.5)),
        clip_path=sheet.clip(body),
    )
    gusset = path(
        f"M{w:.0f} {-tall + 60:.0f}L{w - 34:.0f} {-tall * 0.5:.0f}L{w - 22:.0f} 0H{w - 26:.0f}Q{w - 10:.0f} 0 {w - 8:.0f} -14Z",
        "#1a0812",
        opacity=0.22,
    )
    valve = circle(0, -tall + 92, 9, darker(paper, 0.35)) + circle(0, -tall + 92, 4, lighter(paper, 0.3))
    card = group(label(sheet, scheme, w * 1.25, tall * 0.4), transform=f"translate(-4 {-tall * 0.5:.0f})")
    beans = group(_beans(sheet, "#5b3720", 9, 60), transform=f"translate({w + 30:.0f} 2)")
    return Thing(
        path(body, paper) + band + fold + valve + card + gusset + solid(sheet, body, "none", "flat") + beans,
        w * 2,
        tall,
    )


def pouch(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A stand-up pouch with a window through which the crisps show."""
    chance = sheet.chance
    w, tall = chance.uniform(150, 172), chance.uniform(340, 390)
    body = f"M{-w + 12:.0f} {-tall:.0f}H{w - 12:.0f}L{w:.0f} -30Q{w:.0f} 0 {w - 40:.0f} 0Q0 22 {-w + 40:.0f} 0Q{-w:.0f} 0 {-w:.0f} -30Z"
    paper = chance.choice((scheme.base, scheme.second, "#dcbf94"))
    crisp = chance.choice(("#e9b44c", "#d98a3a", "#f0cf7f", "#b5602c"))
    fill = pattern(motif, sheet, scheme, 0.55)
    sash = group(
        rect(-w, -tall, 2 * w, tall * 0.26, fill),
        rect(-w, -tall * 0.74, 2 * w, 7, scheme.accent),
        clip_path=sheet.clip(body),
    )
    hole = f"M0 {-tall * 0.36:.0f}m-92 0a92 86 0 1 0 184 0a92 86 0 1 0 -184 0Z"
    chips = "".join(
        group(ellipse(2, 3, 30, 21, "#1a0812", opacity=0.25), ellipse(0, 0, 30, 21, mix(crisp, "#fff2cc", chance.random() * 0.5)), line("M-17 -2Q0 7 17 -2", darker(crisp, 0.3), 2, opacity=0.5),
              transform=f"translate({chance.uniform(-90, 90):.0f} {-tall * 0.36 + chance.uniform(-84, 84):.0f}) rotate({chance.uniform(-70, 70):.0f})")
        for _ in range(30)
    )  # fmt: skip
    window = (
        path(hole, darker(crisp, 0.5))
        + group(chips, clip_path=sheet.clip(hole))
        + path(hole, "none", stroke=scheme.light, stroke_width=6)
    )
    card = group(label(sheet, scheme, 152, 118), transform=f"translate(0 {-tall * 0.76:.0f})")
    seal = "".join(
        line(f"M{-w + 16:.0f} {-tall + 8 + 7 * i:.0f}H{w - 16:.0f}", darker(paper, 0.4), 1.6, opacity=0.5)
        for i in range(3)
    )
    shine = path(
        f"M{-w + 26:.0f} {-tall + 30:.0f}Q{-w + 46:.0f} {-tall * 0.5:.0f} {-w + 22:.0f} -40L{-w + 42:.0f} -36Q{-w + 70:.0f} {-tall * 0.5:.0f} {-w + 52:.0f} {-tall + 30:.0f}Z",
        "#ffffff",
        opacity=0.3,
    )
    return Thing(
        path(body, paper) + sash + window + card + seal + solid(sheet, body, "none", "flat") + shine,
        w * 1.9,
        tall,
    )


def jar(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A glass jar with a cloth cap and something good inside."""
    chance = sheet.chance
    w, tall = chance.uniform(118, 145), chance.uniform(250, 320)
    glass = f"M{-w + 16:.0f} {-tall:.0f}H{w - 16:.0f}C{w:.0f} {-tall + 10:.0f} {w:.0f} {-tall + 20:.0f} {w:.0f} {-tall + 46:.0f}V-26Q{w:.0f} 0 {w - 30:.0f} 0H{-w + 30:.0f}Q{-w:.0f} 0 {-w:.0f} -26V{-tall + 46:.0f}C{-w:.0f} {-tall + 20:.0f} {-w:.0f} {-tall + 10:.0f} {-w + 16:.0f} {-tall:.0f}Z"
    tone = chance.choice((scheme.base, mix(scheme.base, scheme.second, 0.5)))
    inside = group(
        rect(-w, -tall + 52, w * 2, tall, tone),
        *(
            circle(
                chance.uniform(-w, w),
                chance.uniform(-tall + 60, 0),
                chance.uniform(3, 10),
                mix(tone, chance.choice((scheme.accent, scheme.dark)), 0.5),
                opacity=0.7,
            )
            for _ in range(46)
        ),
        clip_path=sheet.clip(glass),
    )
    cap = f"M{-w + 4:.0f} {-tall + 4:.0f}C{-w:.0f} {-tall - 70:.0f} {w:.0f} {-tall - 70:.0f} {w - 4:.0f} {-tall + 4:.0f}L{w + 22:.0f} {-tall + 46:.0f}Q{w * 0.5:.0f} {-tall + 24:.0f} {w * 0.3:.0f} {-tall + 50:.0f}Q0 {-tall + 26:.0f} {-w * 0.3:.0f} {-tall + 50:.0f}Q{-w * 0.5:.0f} {-tall + 24:.0f} {-w - 22:.0f} {-tall + 46:.0f}Z"
    string = rect(-w + 2, -tall - 2, w * 2 - 4, 9, scheme.accent, rx=4) + line(
        f"M30 {-tall + 2:.0f}q20 34 6 62M30 {-tall + 2:.0f}q-16 30 -4 54", scheme.accent, 4
    )
    card = group(label(sheet, scheme, w * 1.2, tall * 0.5), transform=f"translate(0 {-tall * 0.42:.0f})")
    shine = path(f"M{-w + 14:.0f} {-tall + 70:.0f}V-40q0 14 14 14V{-tall + 62:.0f}z", "#ffffff", opacity=0.5)
    return Thing(
        path(glass, "#eef4f3", opacity=0.85)
        + inside
        + solid(sheet, glass, "none")
        + card
        + shine
        + solid(sheet, cap, pattern(motif, sheet, scheme, 0.5), "soft")
        + string,
        w * 2,
        tall + 60,
    )


def bottle(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Two bottles, one before the other."""
    chance, drawn = sheet.chance, ""
    liquid = (scheme.base, mix(scheme.base, scheme.second, 0.6))
    neck, w = chance.uniform(24, 32), chance.uniform(66, 82)
    for size, x, y, tone in ((0.86, 84, -26, liquid[1]), (1.0, -62, 0, liquid[0])):
        side = mirrored(
            [(neck, -400), (neck, -330), (w * 0.72, -286), (w, -240), (w, -120), (w, -14), (w - 12, 0)]
        )
        fill = group(rect(-100, -322, 200, 330, tone), clip_path=sheet.clip(side))
        cap = rect(-neck - 4, -428, neck * 2 + 8, 38, scheme.accent, rx=6) + rect(
            -neck - 4, -400, neck * 2 + 8, 5, darker(scheme.accent, 0.3)
        )
        card = group(label(sheet, scheme, w * 1.6, 150), transform="translate(0 -118)")
        band = group(
            rect(-100, -42, 200, 26, pattern(motif, sheet, scheme, 0.35)), clip_path=sheet.clip(side)
        )
        shine = path(
            f"M{-w + 10:.0f} -236Q{-w + 14:.0f} -262 {-w + 26:.0f} -272V-30H{-w + 10:.0f}Z",
            "#ffffff",
            opacity=0.45,
        )
        drawn += group(
            path(side, "#f3f0e6", opacity=0.9),
            fill,
            band,
            card,
            solid(sheet, side, "none"),
            shine,
            cap,
            transform=f"translate({x} {y}) scale({size})",
        )
    return Thing(drawn, 300, 430)


def gift(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A gift box tied with ribbon, a patterned lid, sweets beside it."""
    fill = pattern(motif, sheet, scheme, 0.6)
    front = solid(
        sheet,
        "M-180 -220H180V-10Q180 0 170 0H-170Q-180 0 -180 -10Z",
        mix(scheme.light, scheme.second, 0.35),
        "soft",
    )
    lid = (
        path("M-194 -296H194V-214H-194Z", fill)
        + solid(sheet, "M-194 -296H194V-214H-194Z", "none", "soft")
        + path("M-194 -296L-160 -344H168L194 -296Z", fill)
        + path("M-194 -296L-160 -344H168L194 -296Z", "#ffffff", opacity=0.22)
    )
    ribbon = (
        rect(-26, -296, 52, 296, scheme.accent)
        + path("M-26 -296L-20 -344H24L26 -296Z", lighter(scheme.accent, 0.2))
        + rect(-26, -214, 52, 9, "#1a0812", opacity=0.25)
    )
    bow = "".join(
        path(
            f"M0 -340C{s * 30} -420 {s * 128} -420 {s * 110} -366C{s * 98} -334 {s * 40} -336 0 -340Z",
            scheme.accent,
        )
        + path(
            f"M0 -342C{s * 30} -392 {s * 92} -394 {s * 84} -364C{s * 76} -346 {s * 36} -346 0 -342Z",
            darker(scheme.accent, 0.3),
        )
        for s in (-1, 1)
    )
    card = group(label(sheet, scheme, 104, 130), transform="translate(-100 -104)")
    return Thing(
        front + lid + ribbon + bow + ellipse(0, -342, 20, 16, lighter(scheme.accent, 0.15)) + card, 360, 420
    )


def tin(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A round tin with a patterned side."""
    w, tall = sheet.chance.uniform(120, 165), sheet.chance.uniform(210, 320)
    side = f"M{-w:.0f} {-tall:.0f}V-8A{w:.0f} 30 0 0 0 {w:.0f} -8V{-tall:.0f}Z"
    lid = f"M{-w - 6:.0f} {-tall - 20:.0f}V{-tall + 22:.0f}A{w + 6:.0f} 30 0 0 0 {w + 6:.0f} {-tall + 22:.0f}V{-tall - 20:.0f}Z"
    top = ellipse(0, -tall - 20, w + 6, 28, lighter(scheme.accent, 0.3)) + ellipse(
        0, -tall - 20, w - 14, 20, scheme.accent
    )
    card = group(label(sheet, scheme, w * 1.05, tall * 0.62), transform=f"translate(0 {-tall * 0.4:.0f})")
    return Thing(
        path(side, pattern(motif, sheet, scheme, 0.6))
        + solid(sheet, side, "none")
        + card
        + path(lid, scheme.accent)
        + solid(sheet, lid, "none")
        + top,
        w * 2,
        tall + 40,
    )
