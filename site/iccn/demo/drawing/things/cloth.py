"""Cloth: folded, draped, rolled, knotted, worn, stuffed."""

from iccn.demo.drawing.light import solid
from iccn.demo.drawing.palette import Scheme, darker, lighter, mix
from iccn.demo.drawing.patterns import pattern
from iccn.demo.drawing.svg import Sheet, circle, group, line, number, path, rect, smooth
from iccn.demo.drawing.things import Thing


def _fold(sheet: Sheet, fill: str, edge: str, y: float, w: float, tall: float) -> str:
    """One folded length: a rounded front edge and the top seen at a slant."""
    x = -w / 2
    front = f"M{x} {y - tall}H{x + w}A{tall / 2} {tall / 2} 0 0 1 {x + w} {y}H{x}A{tall / 2} {tall / 2} 0 0 1 {x} {y - tall}Z"
    layers = "".join(
        line(f"M{x + 4} {y - tall * part:.1f}H{x + w - 4}", edge, 1.6, opacity=0.5) for part in (0.36, 0.66)
    )
    shade = sheet.gradient((0, "#ffffff", 0.28), (0.4, "#ffffff", 0), (1, "#1a0812", 0.45))
    return path(front, fill) + layers + path(front, shade)


def folded(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A stack of folded cloths; the top one shows its face and lets a corner hang."""
    w, chance = 400.0, sheet.chance
    tones = [darker(scheme.base, 0.1), scheme.second, lighter(scheme.accent, 0.1)]
    chance.shuffle(tones)
    y, drawn = 0.0, ""
    for tone in tones[: chance.choice((1, 2, 3))]:
        tall = chance.uniform(38, 50)
        drawn += _fold(sheet, tone, darker(tone, 0.4), y, w + chance.uniform(-20, 14), tall)
        y -= tall
    fill = pattern(motif, sheet, scheme, chance.uniform(0.62, 0.8))
    drawn += _fold(sheet, fill, scheme.dark, y, w, 64)
    top, back, deep = y - 64, chance.uniform(30, 60), chance.uniform(130, 170)
    face = f"M{-w / 2} {top}L{-w / 2 + back} {top - deep}H{w / 2 - back + 20}L{w / 2} {top}Z"
    flap = f"M{w * 0.02:.0f} {top}L{w / 2} {top}V{y + 70}Q{w * 0.3:.0f} {y + 92} {w * 0.02:.0f} {y + 62}Z"
    drawn += solid(sheet, face, fill, "soft") + path(
        flap, scheme.dark, opacity=0.3, transform="translate(-7 6)"
    )
    drawn += solid(sheet, flap, fill, "soft")
    drawn += line(f"M{w * 0.02:.0f} {y + 52}Q{w * 0.3:.0f} {y + 82} {w / 2} {y + 60}", scheme.accent, 7)
    return Thing(drawn, w, -top + deep)


def draped(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A length hung over a rod, in soft folds."""
    w, top, chance = 330.0, -500.0, sheet.chance
    fill = pattern(motif, sheet, scheme, chance.uniform(0.8, 1.05))
    low = chance.uniform(-50, -20)
    hem = smooth([(w / 2 - i * w / 8, low + (16 if i % 2 else -10)) for i in range(9)])
    d = f"M{-w / 2} {top}H{w / 2}L{number(w / 2)} {low - 10}L{hem[1:]}Z"
    back = f"M{-w / 2 + 20} {top}H{w / 2 + 34}V{low - chance.uniform(90, 150):.0f}H{-w / 2 + 20}Z"
    drawn = path(back, mix(scheme.dark, scheme.base, 0.35)) + path(d, fill)
    for i in range(8):
        x, wide = -w / 2 + i * w / 8, w / 8
        fold = sheet.gradient(
            (0, "#1a0812", 0.34),
            (0.35, "#ffffff", 0.22),
            (0.6, "#ffffff", 0),
            (1, "#1a0812", 0.26),
            across=True,
        )
        drawn += group(rect(x, top, wide, -top + low + 20, fold), clip_path=sheet.clip(d))
    border = group(rect(-w / 2, low - 58, w, 44, scheme.accent, opacity=0.92), clip_path=sheet.clip(d))
    fringe = "".join(
        line(f"M{-w / 2 + 6 + 8 * i:.0f} {low + (6 if i % 2 else 0):.0f}v20", scheme.accent, 2)
        for i in range(int(w / 8))
    )
    rod = rect(-w / 2 - 60, top - 12, w + 120, 20, "#7b4b24", rx=10) + rect(
        -w / 2 - 60, top - 10, w + 120, 5, "#c08a55", rx=2
    )
    return Thing(fringe + drawn + border + rod, w, -top, "hangs")


def rolled(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Rolls of cloth lying on each other, their ends as spirals."""
    chance, radius, length = sheet.chance, 62.0, 330.0
    drawn = ""
    palettes = (motif, chance.choice(("plain", "lurik", motif)), motif)
    for (x, y), name in zip(((-40, -radius), (30, -radius * 2.75), (0, -radius)), palettes, strict=True):
        if (x, y) == (0, -radius):
            continue
        fill = pattern(name, sheet, scheme, 0.6)
        d = f"M{x - length / 2} {y - radius}H{x + length / 2}V{y + radius}H{x - length / 2}A{radius * 0.5} {radius} 0 0 1 {x - length / 2} {y - radius}Z"
        shade = sheet.gradient(
            (0, "#1a0812", 0.1), (0.25, "#ffffff", 0.34), (0.5, "#ffffff", 0), (1, "#1a0812", 0.55)
        )
        end = x + length / 2
        spiral = "".join(
            path(f"M{end} {y - r}A{r * 0.5:.1f} {r} 0 1 1 {end - 0.1} {y - r}Z", tone)
            for r, tone in (
                (radius, scheme.dark),
                (radius * 0.86, scheme.accent),
                (radius * 0.68, scheme.dark),
                (radius * 0.56, scheme.second),
                (radius * 0.34, scheme.dark),
                (radius * 0.22, scheme.accent),
            )
        )
        tie = rect(x - 20, y - radius - 2, 22, radius * 2 + 4, scheme.accent) + rect(
            x - 20, y - radius - 2, 22, radius * 2 + 4, shade
        )
        drawn += path(d, fill) + path(d, shade) + tie + spiral
    return Thing(drawn, length + 60, radius * 3.9)


def scarf(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A shawl on a peg, its two ends hanging unevenly."""
    chance = sheet.chance
    fill = pattern(motif, sheet, scheme, chance.uniform(0.7, 0.9))
    low_left, low_right = chance.uniform(-120, -60), chance.uniform(-40, -10)
    left = (
        f"M-14 -470C-80 -420 -128 -300 -134 {low_left:.0f}L-24 {low_left + 16:.0f}C-20 -240 -10 -360 22 -430Z"
    )
    right = (
        f"M-22 -440C30 -360 26 -200 34 {low_right:.0f}L150 {low_right - 22:.0f}C146 -260 100 -400 22 -474Z"
    )
    knot = "M-40 -486C-10 -510 30 -508 44 -480C52 -452 30 -420 4 -416C-24 -418 -52 -450 -40 -486Z"
    folds = "".join(
        line(d, scheme.dark, width, opacity=0.28)
        for d, width in (
            ("M-6 -430C-66 -350 -92 -240 -98 -110", 7),
            ("M-2 -420C-44 -330 -58 -220 -60 -100", 4),
            ("M14 -430C72 -350 92 -220 96 -60", 7),
            ("M8 -420C50 -320 62 -200 66 -50", 4),
        )
    )
    ends = "".join(
        line(f"M{x:.0f} {y:.0f}v26", scheme.accent, 3)
        for x, y in [(-130 + 9 * i, low_left + i * 1.4) for i in range(12)]
        + [(38 + 9 * i, low_right - i * 1.7) for i in range(13)]
    )
    peg = circle(0, -484, 26, "#7b4b24") + circle(-5, -490, 13, "#b9814f")
    body = (
        solid(sheet, left, fill, "soft")
        + solid(sheet, right, fill, "soft")
        + folds
        + solid(sheet, knot, fill, "soft")
    )
    return Thing(ends + body + peg, 260, 500, "hangs")


def shirt(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A short-sleeved shirt on a hanger."""
    fill = pattern(motif, sheet, scheme, sheet.chance.uniform(0.6, 0.8))
    body = "M-60 -440L-150 -402L-228 -270L-150 -226L-128 -262L-134 -22C-60 -6 60 -6 134 -22L128 -262L150 -226L228 -270L150 -402L60 -440C40 -410 -40 -410 -60 -440Z"
    collar = "M-62 -442L-4 -372L0 -360L4 -372L62 -442L84 -428L28 -344L0 -362L-28 -344L-84 -428Z"
    inside = path(
        "M-58 -440C-30 -426 30 -426 58 -440C44 -396 14 -372 0 -362C-14 -372 -44 -396 -58 -440Z", scheme.dark
    )
    seams = line("M0 -362V-12", scheme.dark, 3, opacity=0.5) + line(
        "M-128 -262C-126 -300 -132 -350 -150 -402M128 -262C126 -300 132 -350 150 -402",
        scheme.dark,
        3,
        opacity=0.35,
    )
    folds = line(
        "M-90 -60C-70 -150 -80 -220 -60 -280M92 -50C70 -140 84 -210 70 -270", scheme.dark, 8, opacity=0.14
    )
    buttons = "".join(circle(9, -330 + 66 * i, 5.4, scheme.light) for i in range(5))
    pocket = path("M42 -300H104V-240L73 -226L42 -240Z", fill, stroke=scheme.accent, stroke_width=2.4)
    hanger = line("M0 -470C-2 -492 26 -492 22 -512C18 -530 -8 -526 -8 -512", "#8a5a33", 5) + line(
        "M-84 -424L0 -470L84 -424", "#8a5a33", 9
    )
    return Thing(
        hanger
        + inside
        + solid(sheet, body, fill, "soft")
        + seams
        + folds
        + pocket
        + path(collar, mix(scheme.base, scheme.dark, 0.25))
        + buttons,
        300,
        520,
        "hangs",
    )


def outer(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """An open robe with wide sleeves on a rod."""
    fill, low = (
        pattern(motif, sheet, scheme, sheet.chance.uniform(0.72, 0.95)),
        sheet.chance.uniform(-60, -10),
    )
    left = f"M-26 -446L-122 -424L-244 -236L-160 -190L-122 -250L-146 {low:.0f}L-22 {low + 12:.0f}C-18 -200 -8 -340 -26 -446Z"
    right = f"M26 -446L122 -424L244 -236L160 -190L122 -250L146 {low:.0f}L22 {low + 12:.0f}C18 -200 8 -340 26 -446Z"
    band = "".join(
        line(f"M{s * 26} -446C{s * 8} -340 {s * 18} -200 {s * 22} {low + 10:.0f}", scheme.accent, 15)
        + line(f"M{s * 244} -236L{s * 160} -190", scheme.accent, 13)
        for s in (-1, 1)
    )
    folds = line(
        f"M-84 {low - 20:.0f}C-80 -200 -92 -260 -90 -330M84 {low - 20:.0f}C80 -200 92 -260 90 -330",
        scheme.dark,
        9,
        opacity=0.16,
    )
    back = path(f"M-40 -440H40L60 {low:.0f}H-60Z", mix(scheme.dark, scheme.base, 0.3))
    rod = rect(-250, -462, 500, 18, "#7b4b24", rx=9) + rect(-250, -460, 500, 5, "#c08a55", rx=2)
    return Thing(
        back + solid(sheet, left, fill, "soft") + solid(sheet, right, fill, "soft") + folds + band + rod,
        320,
        480,
        "hangs",
    )


def cushion(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Two cushions that lean on each other."""
    d = "M-170 -14C-150 0 150 0 170 -14C184 -60 184 -260 166 -318C120 -336 -120 -336 -166 -318C-184 -260 -184 -60 -170 -14Z"
    fill, calm = (
        pattern(motif, sheet, scheme, sheet.chance.uniform(0.8, 1)),
        mix(scheme.second, scheme.light, 0.15),
    )
    back = group(
        solid(sheet, d, calm, "soft"),
        line("M-150 -22C-140 -120 -140 -230 -152 -306", scheme.dark, 3, opacity=0.3),
        transform="translate(76 -20) rotate(9)",
    )
    front = group(
        path(d, scheme.dark, opacity=0.3, transform="translate(10 4)"),
        solid(sheet, d, fill, "soft"),
        line("M-164 -16C-140 -2 140 -2 164 -16", scheme.accent, 6),
        *(
            group(
                *(line(f"M0 0l{i * 5 - 10} 26", scheme.accent, 3) for i in range(5)),
                transform=f"translate({x} -12)",
            )
            for x in (-168, 168)
        ),
        transform="translate(-54 0) rotate(-5)",
    )
    return Thing(back + front, 420, 350)
