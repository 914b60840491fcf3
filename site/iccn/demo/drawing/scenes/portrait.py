"""Friendly faces of nobody in particular."""

import random
from dataclasses import dataclass

from iccn.demo.drawing import stage
from iccn.demo.drawing.palette import BACKDROPS, SCHEMES, Backdrop, Scheme, darker, distance, lighter, mix
from iccn.demo.drawing.patterns import pattern
from iccn.demo.drawing.svg import Drawing, Sheet, circle, ellipse, group, line, path

SKINS = ("#9a6745", "#ad7650", "#bf8760", "#cd9a72", "#87573b", "#dcab84", "#744832", "#e2b993")
HAIRS = ("#1d1412", "#2a1b16", "#3a261c", "#231a1e")
GREY = "#8f8783"
MOTIFS = (
    "kawung",
    "parang",
    "ceplok",
    "truntum",
    "flora",
    "ikat",
    "lurik",
    "jumputan",
    "songket",
    "plain",
    "ulos",
)
WOMEN = ("hijab", "bun", "long", "bob", "curly", "hijab", "wrap")
MEN = ("short", "peci", "udeng", "curly_short", "short", "cap", "bald")


@dataclass(frozen=True, slots=True)
class Face:
    """What one person looks like."""

    skin: str
    hair: str
    style: str
    scheme: Scheme
    motif: str
    glasses: bool
    beard: bool
    old: bool


def face_of(chance: random.Random, gender: str) -> Face:
    old = chance.random() < 0.24
    man = gender == "m"
    return Face(
        skin=chance.choice(SKINS),
        hair=GREY if old else chance.choice(HAIRS),
        style=chance.choice(MEN if man else WOMEN),
        scheme=SCHEMES[chance.choice(sorted(SCHEMES))],
        motif=chance.choice(MOTIFS),
        glasses=chance.random() < (0.5 if old else 0.18),
        beard=man and chance.random() < 0.34,
        old=old,
    )


def portrait(seed: str, gender: str = "f") -> Drawing:
    """Head and shoulders before a room of a colour that suits the clothes."""
    back, sheet = Sheet(seed, "portrait", "back"), Sheet(seed, "portrait")
    face = face_of(sheet.chance, gender)
    room = room_for(face, sheet.chance)
    scene = stage.wall(back, room, 800) + stage.sun(back, room) + stage.shade(back, room)
    body = bust(sheet, face)
    placed = group(body, transform=f"translate(400 800) scale({sheet.chance.uniform(1.42, 1.54):.2f})")
    return Drawing(
        (800, 800), (back.layer(800, 800, scene, soft=6), sheet.layer(800, 800, placed)), drop=True
    )


def room_for(face: Face, chance: random.Random) -> Backdrop:
    far = [
        room
        for room in BACKDROPS
        if min(
            distance(room.wall, face.scheme.base),
            distance(room.wall, face.skin),
            distance(room.wall, face.hair),
        )
        > 0.16
    ]
    return chance.choice(far or list(BACKDROPS))


def bust(sheet: Sheet, face: Face) -> str:
    """About 440 wide and 500 tall, standing on y = 0."""
    behind, before = HAIR[face.style](sheet, face)
    return behind + shoulders(sheet, face) + head(sheet, face) + before


def shoulders(sheet: Sheet, face: Face) -> str:
    d = "M-236 20C-232 -84 -190 -128 -108 -150C-70 -160 -50 -172 -44 -190H44C50 -172 70 -160 108 -150C190 -128 232 -84 236 20Z"
    fill = pattern(face.motif, sheet, face.scheme, 0.62)
    light = sheet.gradient((0, "#fffaf2", 0.22), (0.5, "#fffaf2", 0), (1, "#1a0812", 0.36), slant=True)
    neck = path("M-46 -230H46V-168C40 -132 -40 -132 -46 -168Z", darker(face.skin, 0.2))
    collar = path(
        "M-62 -176C-40 -128 -20 -112 0 -96C20 -112 40 -128 62 -176L84 -160C60 -112 30 -82 0 -62C-30 -82 -60 -112 -84 -160Z",
        mix(face.scheme.dark, face.scheme.base, 0.3),
    )
    return path(d, fill) + path(d, light) + neck + (collar if face.style != "hijab" else "")


def head(sheet: Sheet, face: Face) -> str:
    skin = face.skin
    d = "M0 -424C72 -424 96 -372 92 -312C90 -250 52 -200 0 -200C-52 -200 -90 -250 -92 -312C-96 -372 -72 -424 0 -424Z"
    ears = "".join(ellipse(s * 92, -304, 16, 24, darker(skin, 0.12)) for s in (-1, 1))
    light = sheet.gradient((0, "#fff3e2", 0.34), (0.55, "#fff3e2", 0.04), (1, "#1a0812", 0.16), slant=True)
    blush = "".join(
        ellipse(s * 52, -270, 22, 14, sheet.glow((0, "#e0523c", 0.34), (1, "#e0523c", 0))) for s in (-1, 1)
    )
    return ears + path(d, skin) + path(d, light) + blush + features(sheet, face)


def features(sheet: Sheet, face: Face) -> str:
    ink, chance = darker(face.skin, 0.78), sheet.chance
    smiling = chance.random() < 0.35
    eyes = "".join(
        line(f"M{s * 38 - 13} -308q13 -13 26 0", ink, 6)
        if smiling
        else ellipse(s * 38, -310, 8, 10, "#20120f") + circle(s * 38 - 3, -314, 2.6, "#ffffff")
        for s in (-1, 1)
    )
    brow = face.hair if face.style != "bald" else ink
    brows = "".join(
        line(f"M{s * 38 - 18} {-336 + (3 if s < 0 else 0)}q18 -10 36 0", brow, 7) for s in (-1, 1)
    )
    nose = line("M4 -304C10 -282 16 -268 2 -264C-4 -263 -8 -265 -11 -269", darker(face.skin, 0.42), 5)
    wide = chance.uniform(24, 34)
    if chance.random() < 0.5:
        mouth = path(
            f"M{-wide:.0f} -240Q0 {-206 - chance.uniform(0, 8):.0f} {wide:.0f} -240Q0 -232 {-wide:.0f} -240Z",
            "#fff8f0",
            stroke="#93382f",
            stroke_width=4.4,
            stroke_linejoin="round",
        )
    else:
        mouth = line(f"M{-wide:.0f} -238Q0 -214 {wide:.0f} -238", "#93382f", 6.4)
    beard = (
        line("M-34 -252Q0 -268 34 -252", face.hair, 9)
        + path("M-28 -218C-16 -196 16 -196 28 -218C22 -184 -22 -184 -28 -218Z", face.hair)
        if face.beard
        else ""
    )
    return brows + eyes + nose + beard + mouth + years(face) + glasses(face)


def years(face: Face) -> str:
    """Laughter lines at the eyes."""
    if not face.old:
        return ""
    return "".join(
        line(f"M{s * 68} -296l{s * 14} -6M{s * 68} -288l{s * 14} 2", darker(face.skin, 0.3), 2.4)
        for s in (-1, 1)
    )


def glasses(face: Face) -> str:
    if not face.glasses:
        return ""
    rims = "".join(
        circle(s * 38, -308, 27, "#ffffff", fill_opacity=0.14, stroke="#2b1a16", stroke_width=5)
        for s in (-1, 1)
    )
    return rims + line("M-11 -312Q0 -318 11 -312", "#2b1a16", 5)


def _hijab(sheet: Sheet, face: Face) -> tuple[str, str]:
    cloth = (
        face.scheme.second if sheet.chance.random() < 0.6 else mix(face.scheme.accent, face.scheme.light, 0.2)
    )
    back = path(
        "M0 -462C120 -462 140 -352 128 -250C122 -190 168 -150 176 -92H-176C-168 -150 -122 -190 -128 -250C-140 -352 -120 -462 0 -462Z",
        darker(cloth, 0.22),
    )
    d = "M0 -462C118 -462 134 -360 124 -268C116 -186 76 -160 100 -112C120 -66 60 -44 -10 -58C-96 -74 -150 -100 -130 -150C-104 -200 -130 -270 -124 -320C-118 -400 -90 -462 0 -462ZM-4 -410C-70 -410 -84 -350 -80 -300C-78 -244 -50 -206 0 -204C50 -206 80 -246 82 -300C84 -352 66 -410 -4 -410Z"
    light = sheet.gradient((0, "#fffaf2", 0.26), (0.5, "#fffaf2", 0), (1, "#1a0812", 0.3), slant=True)
    folds = line(
        "M-96 -180C-60 -120 10 -96 92 -120M-112 -150C-70 -92 0 -76 74 -84", darker(cloth, 0.3), 5, opacity=0.6
    )
    return back, path(d, cloth, fill_rule="evenodd") + path(d, light, fill_rule="evenodd") + folds


def _crown(face: Face, d: str) -> str:
    return path(d, face.hair) + line(
        "M-62 -414C-30 -440 30 -446 62 -424", lighter(face.hair, 0.22), 6, opacity=0.5
    )


def _bun(sheet: Sheet, face: Face) -> tuple[str, str]:
    knot = circle(30, -456, 50, darker(face.hair, 0.1)) + line(
        "M-4 -470C20 -490 50 -484 64 -456", lighter(face.hair, 0.2), 5, opacity=0.5
    )
    flower = "".join(
        ellipse(0, -15, 9, 15, "#fff3dc", transform=f"translate(80 -430) rotate({72 * i})") for i in range(5)
    ) + circle(80, -430, 7, "#eda11f")
    return knot, _crown(
        face,
        "M-98 -300C-112 -400 -70 -450 4 -448C84 -446 112 -390 98 -300C92 -350 70 -388 20 -392C-40 -392 -80 -360 -98 -300Z",
    ) + (flower if sheet.chance.random() < 0.6 else "")


def _long(sheet: Sheet, face: Face) -> tuple[str, str]:
    back = path(
        "M-4 -452C110 -452 126 -370 124 -290C122 -210 150 -160 140 -96H-140C-152 -160 -122 -210 -124 -290C-126 -370 -110 -452 -4 -452Z",
        darker(face.hair, 0.12),
    )
    return back, _crown(
        face,
        "M-100 -270C-116 -400 -70 -452 0 -450C80 -450 116 -396 100 -270C96 -330 70 -372 -20 -398C-40 -360 -84 -340 -100 -270Z",
    )


def _bob(sheet: Sheet, face: Face) -> tuple[str, str]:
    back = path(
        "M0 -450C106 -450 124 -380 122 -300C122 -250 130 -214 112 -196H-112C-130 -214 -122 -250 -122 -300C-124 -380 -106 -450 0 -450Z",
        darker(face.hair, 0.1),
    )
    return back, _crown(
        face,
        "M-102 -290C-112 -400 -70 -450 0 -450C76 -450 112 -400 102 -290C94 -344 84 -360 74 -372C20 -352 -50 -356 -78 -366C-90 -346 -98 -330 -102 -290Z",
    )


def _curly(sheet: Sheet, face: Face) -> tuple[str, str]:
    spots = (
        (-96, -250),
        (-116, -310),
        (-108, -374),
        (-66, -430),
        (0, -452),
        (66, -430),
        (108, -374),
        (116, -310),
        (96, -250),
    )
    back = "".join(circle(x, y, 50, darker(face.hair, 0.1)) for x, y in spots)
    front = "".join(
        circle(x, y, 34, face.hair) for x, y in ((-78, -376), (-40, -408), (6, -420), (50, -406), (82, -374))
    )
    return back, front


def _wrap(sheet: Sheet, face: Face) -> tuple[str, str]:
    """A headscarf knotted above."""
    cloth = pattern(face.motif if face.motif != "plain" else "ceplok", sheet, face.scheme, 0.4)
    ends = path("M30 -452C60 -520 110 -520 116 -486C100 -470 70 -456 48 -440Z", cloth) + path(
        "M10 -456C0 -520 -40 -530 -52 -500C-40 -480 -14 -460 6 -442Z", cloth
    )
    d = "M-100 -330C-112 -410 -70 -464 6 -462C84 -460 112 -404 100 -330C60 -386 -50 -390 -100 -330Z"
    return "", ends + path(d, cloth) + path(d, "#1a0812", opacity=0.12) + circle(
        26, -452, 20, face.scheme.accent
    )


def _short(sheet: Sheet, face: Face) -> tuple[str, str]:
    return "", _crown(
        face,
        "M-98 -312C-108 -400 -76 -450 8 -450C88 -448 110 -392 98 -312C90 -346 84 -366 66 -380C20 -372 -40 -388 -66 -392C-84 -372 -92 -346 -98 -312Z",
    )


def _curly_short(sheet: Sheet, face: Face) -> tuple[str, str]:
    spots = ((-88, -356), (-74, -396), (-40, -424), (0, -434), (40, -424), (74, -396), (88, -356))
    return "", "".join(circle(x, y, 30, face.hair) for x, y in spots)


def _bald(sheet: Sheet, face: Face) -> tuple[str, str]:
    sides = "".join(
        path(
            f"M{s * 96} -300C{s * 104} -340 {s * 98} -366 {s * 86} -380C{s * 84} -350 {s * 86} -320 {s * 96} -300Z",
            face.hair,
        )
        for s in (-1, 1)
    )
    return "", sides


def _peci(sheet: Sheet, face: Face) -> tuple[str, str]:
    d = "M-96 -370C-94 -440 -80 -476 -66 -480C-20 -490 30 -490 72 -478C86 -472 96 -440 98 -370C40 -392 -40 -392 -96 -370Z"
    tone = sheet.chance.choice(("#1d1418", "#2b2244", "#3b1d16"))
    light = sheet.gradient((0, "#fffaf2", 0.28), (0.6, "#fffaf2", 0), across=True)
    _, hair = _short(sheet, face)
    return "", hair + path(d, tone) + path(d, light) + line(
        "M-96 -372C-40 -394 40 -394 98 -372", "#d9a53a", 5
    )


def _udeng(sheet: Sheet, face: Face) -> tuple[str, str]:
    cloth = pattern(face.motif if face.motif != "plain" else "parang", sheet, face.scheme, 0.36)
    _, hair = _short(sheet, face)
    band = "M-104 -352C-100 -410 -80 -446 -60 -452C-10 -430 40 -434 70 -456C92 -440 104 -400 104 -352C50 -392 -50 -392 -104 -352Z"
    knot = path("M-20 -420C-40 -480 -6 -506 12 -512C16 -480 30 -450 20 -418Z", cloth) + path(
        "M18 -420C40 -462 62 -478 80 -480C76 -452 60 -426 34 -410Z", cloth
    )
    return "", hair + knot + path(band, cloth) + path(band, "#1a0812", opacity=0.1) + line(
        "M-102 -356C-50 -394 50 -394 102 -356", face.scheme.accent, 5
    )


def _cap(sheet: Sheet, face: Face) -> tuple[str, str]:
    tone = face.scheme.base
    _, hair = _short(sheet, face)
    dome = path(
        "M-98 -366C-96 -440 -60 -474 4 -474C72 -474 100 -436 100 -366C40 -392 -40 -392 -98 -366Z", tone
    )
    peak = path(
        "M-104 -362C-60 -396 70 -396 110 -362C150 -352 160 -336 152 -328C90 -352 -50 -360 -104 -362Z",
        darker(tone, 0.25),
    )
    return "", hair + dome + peak + circle(2, -470, 8, face.scheme.accent)


HAIR = {
    "hijab": _hijab, "bun": _bun, "long": _long, "bob": _bob, "curly": _curly, "wrap": _wrap, "short": _short,
    "curly_short": _curly_short, "bald": _bald, "peci": _peci, "udeng": _udeng, "cap": _cap,
}  # fmt: skip
