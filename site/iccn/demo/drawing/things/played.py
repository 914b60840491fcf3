"""Toys, instruments and paper: car, bird, top, blocks, drum, angklung, flute, thumb piano, notebook, candle."""

from iccn.demo.drawing.light import lying, solid
from iccn.demo.drawing.palette import Scheme, darker, lighter, mix
from iccn.demo.drawing.patterns import pattern
from iccn.demo.drawing.svg import Sheet, circle, ellipse, group, line, mirrored, path, rect
from iccn.demo.drawing.things import Thing


def _wheel(x: float, radius: float, scheme: Scheme) -> str:
    return (
        circle(x, -radius, radius, scheme.dark)
        + circle(x, -radius, radius * 0.72, scheme.accent)
        + circle(x, -radius, radius * 0.24, scheme.dark)
    )


def car(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A wooden bus or lorry."""
    wood, chance = pattern("grain", sheet, scheme, 0.7), sheet.chance
    if chance.random() < 0.5:
        body = "M-220 -60V-236Q-220 -270 -186 -270H170Q214 -270 220 -200L226 -60Q226 -40 206 -40H-200Q-220 -40 -220 -60Z"
        glass = "".join(
            rect(-190 + 84 * i, -236, 64, 70, lighter(scheme.light, 0.2), rx=12) for i in range(4)
        ) + path("M150 -236H166Q190 -236 194 -166H150Z", lighter(scheme.light, 0.2))
        roof = (
            rect(-170, -296, 250, 26, scheme.second, rx=8)
            + rect(-140, -334, 80, 40, scheme.accent, rx=8)
            + rect(-40, -322, 70, 28, scheme.base, rx=8)
        )
        band = group(
            rect(-230, -140, 470, 46, pattern(motif, sheet, scheme, 0.36)), clip_path=sheet.clip(body)
        )
        drawn = roof + solid(sheet, body, wood, "soft") + glass + band
    else:
        cab = "M90 -50V-220Q90 -240 110 -240H176Q196 -240 206 -216L230 -150V-70Q230 -50 210 -50Z"
        load = "M-226 -60V-180H78V-60Z"
        logs = "".join(
            lying(sheet, f"M-206 {-190 - 34 * row}H{56}a17 17 0 0 1 0 34H-206a17 17 0 0 1 0 -34Z", tone)
            for row, tone in ((0, scheme.second), (1, scheme.accent), (0.5, scheme.base))
        )
        stripes = group(
            rect(-226, -124, 304, 40, pattern(motif, sheet, scheme, 0.36)), clip_path=sheet.clip(load)
        )
        drawn = (
            logs
            + solid(sheet, load, wood, "soft")
            + stripes
            + solid(sheet, cab, scheme.base, "soft")
            + path("M120 -212H170L194 -150H120Z", lighter(scheme.light, 0.2))
        )
    return Thing(drawn + _wheel(-136, 50, scheme) + _wheel(132, 50, scheme), 440, 320)


def bird(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A carved bird on a foot."""
    body = "M-190 -150C-120 -160 -130 -290 -10 -320C20 -400 130 -400 146 -320L206 -292L148 -276C150 -160 60 -96 -40 -104C-110 -108 -150 -130 -190 -150Z"
    wing = "M-110 -172C-60 -250 30 -270 84 -246C66 -170 -20 -126 -110 -172Z"
    tail = "".join(
        path(
            f"M-150 -160C-220 {-180 - 26 * i} -250 {-190 - 36 * i} -262 {-214 - 40 * i}C-220 {-226 - 36 * i} -160 {-200 - 20 * i} -130 -176Z",
            tone,
        )
        for i, tone in enumerate((scheme.dark, scheme.second, scheme.accent))
    )
    legs = rect(-30, -112, 16, 84, scheme.dark) + rect(20, -112, 16, 84, scheme.dark)
    foot = solid(
        sheet,
        "M-130 -34Q-130 -44 -120 -44H130Q140 -44 140 -34V-8Q140 0 130 0H-120Q-130 0 -130 -8Z",
        pattern("grain", sheet, scheme, 0.6),
        "soft",
    )
    eye = circle(96, -330, 13, scheme.light) + circle(98, -330, 7, scheme.dark)
    beak = path("M143 -330L212 -292L146 -276Z", "#eda11f")
    fill = pattern(motif, sheet, scheme, 0.5)
    return Thing(
        legs
        + foot
        + tail
        + solid(sheet, body, scheme.base)
        + solid(sheet, wing, fill, "soft")
        + path(wing, "none", stroke=scheme.dark, stroke_width=4, opacity=0.6)
        + beak
        + eye,
        270,
        390,
    )


def top(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Three spinning tops."""
    drawn = ""
    for x, size, turn, colour in (
        (-140, 0.72, -12, scheme.second),
        (130, 0.8, 14, scheme.accent),
        (0, 1.0, -5, scheme.base),
    ):
        side = mirrored([(14, -300), (16, -230), (118, -196), (138, -140), (70, -46), (8, 0)])
        bands = group(
            rect(-150, -206, 300, 30, pattern(motif, sheet, scheme, 0.3)),
            rect(-150, -120, 300, 12, scheme.light),
            rect(-150, -86, 300, 9, scheme.dark),
            clip_path=sheet.clip(side),
        )
        drawn += group(
            path(side, colour),
            bands,
            solid(sheet, side, "none"),
            circle(0, -302, 17, scheme.dark),
            transform=f"translate({x} {-8 if size < 1 else 8}) rotate({turn}) scale({size})",
        )
    return Thing(drawn, 330, 320)


def blocks(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Building blocks: roofs, arches, cubes."""
    fills = [
        scheme.base,
        scheme.second,
        scheme.accent,
        pattern(motif, sheet, scheme, 0.4),
        mix(scheme.base, scheme.light, 0.4),
        pattern("grain", sheet, scheme, 0.5),
    ]
    sheet.chance.shuffle(fills)
    shapes = (
        "M-210 -130H-80V0H-210Z",
        "M-70 -130H70V0H44A44 44 0 0 0 -44 0H-70Z",
        "M80 -130H210V0H80Z",
        "M-150 -250H-20V-132H-150Z",
        "M-6 -250H124V-132H-6Z",
        "M-140 -262L-6 -372L128 -262Z",
    )
    return Thing(
        "".join(
            solid(sheet, d, fill, "soft") + path(d, "none", stroke=scheme.dark, stroke_width=2, opacity=0.35)
            for d, fill in zip(shapes, fills, strict=True)
        ),
        420,
        380,
    )


def drum(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A standing drum with cords."""
    tall, w, waist = (sheet.chance.uniform(*reach) for reach in ((330, 430), (120, 150), (62, 96)))
    side = mirrored(
        [(w, -tall), (w * 0.92, -tall * 0.8), (waist, -tall * 0.36), (w * 0.84, -8), (w * 0.82, 0)]
    )
    skin = (
        ellipse(0, -tall, w, 34, "#ead7b4")
        + ellipse(-10, -tall, w * 0.6, 19, "#f6ead0")
        + ellipse(0, -tall, w, 34, "none", stroke=scheme.dark, stroke_width=8)
    )
    carved = group(
        rect(-w, -tall * 0.42, w * 2, tall * 0.3, pattern(motif, sheet, scheme, 0.45)),
        clip_path=sheet.clip(side),
    )
    cords = "".join(
        line(
            f"M{x:.0f} {-tall + 26:.0f}L{x * 0.8 + 12:.0f} {-tall * 0.62:.0f}L{x * 0.62 + 20:.0f} {-tall + 30:.0f}",
            scheme.accent,
            4.5,
        )
        for x in [(-w + 16) + i * (w / 4) for i in range(8)]
    )
    hoop = line(
        f"M{-w * 0.8:.0f} {-tall * 0.62:.0f}Q0 {-tall * 0.55:.0f} {w * 0.8:.0f} {-tall * 0.62:.0f}",
        scheme.second,
        12,
    )
    body = path(side, pattern("grain", sheet, scheme, 0.7)) + carved + cords + hoop
    return Thing(body + solid(sheet, side, "none") + skin, w * 1.7, tall)


def angklung(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Bamboo tubes in a frame."""
    bamboo, post = "#d9b266", "#a9783d"
    drawn = (
        rect(-220, -64, 440, 22, post, rx=10)
        + rect(-210, -360, 420, 14, post, rx=7)
        + rect(-200, -470, 330, 14, post, rx=7)
    )
    for x, tall in ((-160, 460), (-20, 380), (120, 300)):
        tube = f"M{x - 30} {-tall + 60}Q{x - 30} {-tall} {x + 14} {-tall - 20}L{x + 30} {-tall}V-70H{x - 30}Z"
        drawn += (
            path(tube, bamboo)
            + solid(sheet, tube, "none")
            + "".join(rect(x - 31, y, 62, 6, darker(bamboo, 0.3)) for y in (-170, -280))
            + path(
                f"M{x - 18} {-tall + 66}Q{x - 16} {-tall + 20} {x + 18} {-tall + 2}V{-tall + 150}H{x - 18}Z",
                darker(bamboo, 0.45),
                opacity=0.55,
            )
        )
    frame = "".join(
        rect(x, -500, 16, 500, post, rx=8) + rect(x + 3, -500, 4, 500, lighter(post, 0.4), rx=2)
        for x in (-226, 60, 206)
    )
    ties = "".join(
        group(*(line(f"M{x - 8} {y + 5 * i}l32 {-6}", scheme.base, 4) for i in range(4)))
        for x in (-226, 60, 206)
        for y in (-70, -362)
    )
    cloth = path(
        "M206 -500C250 -480 260 -420 236 -380C270 -400 290 -460 262 -500Z", pattern(motif, sheet, scheme, 0.3)
    )
    return Thing(drawn + frame + ties + cloth, 440, 500)


def flute(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Bamboo flutes on a folded cloth."""
    cloth = solid(sheet, "M-230 0L-170 -150H210L240 0Z", pattern(motif, sheet, scheme, 0.6), "soft")
    drawn = ""
    for y, turn, length, tone in (
        (-250, -24, 470, "#c99a52"),
        (-180, -17, 440, "#e0bd79"),
        (-104, -10, 400, "#b07f3c"),
    ):
        tube = f"M{-length / 2} -21H{length / 2}a9 21 0 0 1 0 42H{-length / 2}a9 21 0 0 1 0 -42Z"
        holes = "".join(ellipse(-40 + 42 * i, -5, 8, 6, darker(tone, 0.75)) for i in range(6))
        bands = "".join(
            rect(x, -22, 13, 44, scheme.base) + rect(x + 3, -22, 3, 44, scheme.accent)
            for x in (-length / 2 + 30, length / 2 - 44, -90)
        )
        drawn += group(
            path(tube, "#1a0812", opacity=0.25, transform="translate(10 20)"),
            lying(sheet, tube, tone),
            holes,
            bands,
            transform=f"translate(0 {y + 20}) rotate({turn})",
        )
    return Thing(cloth + drawn, 460, 340)


def thumb_piano(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A thumb piano with metal tongues."""
    d = "M-150 -420Q-160 -440 -136 -444Q0 -470 136 -444Q160 -440 150 -420L176 -60Q180 0 120 0H-120Q-180 0 -176 -60Z"
    hole = (
        circle(0, -140, 54, darker(scheme.dark, 0.3))
        + circle(0, -140, 66, "none", stroke=scheme.accent, stroke_width=9)
        + circle(0, -140, 82, "none", stroke=pattern(motif, sheet, scheme, 0.25), stroke_width=18)
    )
    keys = "".join(
        rect(
            -116 + 26 * i,
            -430 + abs(i - 4.2) * 9,
            15,
            210 - abs(i - 4.2) * 15,
            sheet.gradient((0, "#f6f8f8", 1), (0.5, "#b9c3c6", 1), (1, "#7f8c90", 1), across=True),
            rx=7,
        )
        for i in range(9)
    )
    bridge = rect(-140, -330, 280, 17, scheme.dark, rx=7) + rect(-140, -372, 280, 13, "#d9a53a", rx=6)
    return Thing(
        solid(sheet, d, pattern("grain", sheet, scheme, 0.9), "soft") + hole + bridge + keys, 330, 460
    )


def gong(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """A gong in its frame."""
    wood = pattern("grain", sheet, scheme, 0.7)
    posts = "".join(
        solid(sheet, f"M{x - 19} -470H{x + 19}V0H{x - 19}Z", wood)
        + rect(x - 54, -24, 108, 24, scheme.dark, rx=8)
        for x in (-206, 206)
    )
    beam = solid(
        sheet,
        "M-262 -486C-262 -516 -220 -516 -200 -500H200C220 -516 262 -516 262 -486C250 -470 220 -462 200 -462H-200C-220 -462 -250 -470 -262 -486Z",
        pattern(motif, sheet, scheme, 0.4),
        "soft",
    )
    cords = line("M-80 -466L-56 -398M80 -466L56 -398", scheme.accent, 6)
    disc = "".join(
        circle(0, -250, r, tone)
        for r, tone in (
            (160, "#5e4213"),
            (152, "#b9872b"),
            (132, "#8f6520"),
            (126, "#caa044"),
            (62, "#8f6520"),
            (56, "#dcb660"),
            (40, "#f0d38a"),
        )
    )
    light = circle(
        0,
        -250,
        160,
        sheet.glow(
            (0, "#fff6d8", 0.6), (0.5, "#fff6d8", 0), (1, "#1a0812", 0.45), x=0.32, y=0.28, radius=0.85
        ),
    )
    return Thing(posts + cords + disc + light + beam, 460, 510)


def notebook(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Notebooks bound in patterned cloth, one standing, one lying."""
    fill = pattern(motif, sheet, scheme, 0.6)
    lying_one = (
        path("M-220 -10L-200 -60H200L226 -10V6H-220Z", mix(scheme.second, scheme.dark, 0.2))
        + rect(-220, -10, 446, 20, lighter(scheme.light, 0.2))
        + line("M-214 -4H220M-214 3H220", scheme.dark, 1, opacity=0.3)
        + rect(-220, 8, 446, 8, scheme.base)
    )
    cover = "M-140 -430H140Q156 -430 156 -414V-66Q156 -50 140 -50H-140Z"
    book = (
        path("M-132 -422H164V-44H-132Z", lighter(scheme.light, 0.3))
        + solid(sheet, cover, fill, "flat")
        + path("M-140 -430H-96V-50H-140Z", scheme.dark, opacity=0.9)
    )
    plaque = (
        rect(-44, -330, 150, 92, lighter(scheme.light, 0.2), rx=6)
        + rect(-24, -302, 110, 8, scheme.dark, rx=4)
        + rect(-4, -278, 70, 6, scheme.second, rx=3)
    )
    elastic, pen = (
        rect(112, -430, 12, 380, scheme.accent),
        group(
            rect(-8, -210, 16, 180, scheme.base, rx=6),
            path("M-8 -30H8L0 0Z", scheme.dark),
            rect(-8, -196, 16, 9, scheme.accent),
            transform="translate(206 -40) rotate(16)",
        ),
    )
    return Thing(lying_one + group(book, plaque, elastic, transform="rotate(-3)") + pen, 430, 440)


def candle(sheet: Sheet, scheme: Scheme, motif: str) -> Thing:
    """Candles or soaps in patterned wraps."""
    drawn = ""
    for x, w, tall in ((-110, 74, 190), (100, 84, 130), (0, 66, 280)):
        side = f"M{x - w} {-tall}V-6A{w} 18 0 0 0 {x + w} -6V{-tall}Z"
        flame = path(
            f"M{x} {-tall - 84}C{x + 24} {-tall - 50} {x + 18} {-tall - 26} {x} {-tall - 22}C{x - 18} {-tall - 26} {x - 22} {-tall - 50} {x} {-tall - 84}Z",
            "#ffb733",
        ) + path(
            f"M{x} {-tall - 58}C{x + 10} {-tall - 42} {x + 8} {-tall - 28} {x} {-tall - 25}C{x - 8} {-tall - 28} {x - 10} {-tall - 42} {x} {-tall - 58}Z",
            "#fff3c4",
        )
        halo = circle(x, -tall - 50, 90, sheet.glow((0, "#ffd98a", 0.7), (1, "#ffd98a", 0)))
        band = path(
            f"M{x - w} {-tall * 0.62}A{w} 18 0 0 0 {x + w} {-tall * 0.62}V{-tall * 0.2}A{w} 18 0 0 1 {x - w} {-tall * 0.2}Z",
            pattern(motif, sheet, scheme, 0.4),
        )
        drawn += (
            halo
            + path(side, scheme.light)
            + band
            + solid(sheet, side, "none")
            + ellipse(x, -tall, w, 18, lighter(scheme.light, 0.3))
            + line(f"M{x} {-tall}v-24", scheme.dark, 4)
            + flame
        )
    return Thing(drawn, 360, 370)
