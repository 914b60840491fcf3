"""Pictures for classes, news and programmes: things on a wide table, people together, signs of the five programmes."""

from collections.abc import Callable
from math import cos, pi, sin

from iccn.demo.drawing import props, stage
from iccn.demo.drawing.light import contact, soft_ellipse, solid
from iccn.demo.drawing.palette import BACKDROPS, SCHEMES, Backdrop, darker, lighter
from iccn.demo.drawing.product import Recipe
from iccn.demo.drawing.scenes.land import HOURS, H, W, palm, ridge, sky, terraces
from iccn.demo.drawing.scenes.portrait import bust, face_of
from iccn.demo.drawing.svg import Drawing, Sheet, circle, ellipse, group, line, path, rect
from iccn.demo.drawing.things.register import THINGS

PROGRAMME_ROOMS = {"rescue": 8, "damping": 7, "pulih": 2, "ajar": 6, "ics": 4}


def room_wide(sheet: Sheet, room: Backdrop) -> str:
    """The room of the products, made wide."""
    wall = stage.wall(sheet, room, 520) + stage.sun(sheet, room) + stage.shade(sheet, room)
    return group(wall, stage.table(sheet, room, 520), transform="scale(1.5 1) translate(0 -30)") + rect(
        0, 740, W, 20, room.floor
    )


def on_table(sheet: Sheet, room: Backdrop, recipe: Recipe, x: float, size: float, y: float = 620) -> str:
    drawn = THINGS[recipe.kind](sheet, SCHEMES[recipe.scheme], recipe.motif)
    return group(
        contact(sheet, drawn.width, room.shadow),
        drawn.svg,
        transform=f"translate({x:.0f} {y:.0f}) scale({size:.2f})",
    )


def still_life(seed: str, recipes: tuple[Recipe, ...], number: int | None = None) -> Drawing:
    """Several things side by side on a long table."""
    back, sheet = Sheet(seed, "wide", "back"), Sheet(seed, "wide")
    room = BACKDROPS[number] if number is not None else sheet.chance.choice(BACKDROPS)
    step = W / (len(recipes) + 1)
    order = sorted(range(len(recipes)), key=lambda i: i % 2)
    front = "".join(
        on_table(
            sheet,
            room,
            recipes[i],
            step * (i + 1) * 1.0,
            min(0.95, 2.0 / len(recipes) + 0.2),
            590 + 56 * (i % 2),
        )
        for i in order
    )
    strewn = "".join(
        props.placed(
            sheet,
            sheet.chance.choice(props.PROPS[recipes[0].props])(sheet),
            sheet.chance.uniform(80, 1120),
            sheet.chance.uniform(670, 715),
            0.9,
        )
        for _ in range(6)
    )
    return Drawing(
        (W, H), (back.layer(W, H, room_wide(back, room), soft=7), sheet.layer(W, H, front, strewn))
    )


def gathering(seed: str, many: int = 5) -> Drawing:
    """People side by side before a wall of colour."""
    back, sheet = Sheet(seed, "people", "back"), Sheet(seed, "people")
    room = sheet.chance.choice(BACKDROPS)
    drawn = ""
    for row, (base, size) in enumerate(((610, 0.78), (790, 0.98))):
        count = many - 1 + row
        for i in range(count):
            face = face_of(sheet.chance, sheet.chance.choice("fm"))
            x = W * (i + 0.5) / count + sheet.chance.uniform(-20, 20)
            drawn += group(bust(sheet, face), transform=f"translate({x:.0f} {base}) scale({size})")
    scene = group(
        stage.wall(back, room, 800), stage.sun(back, room), stage.shade(back, room), transform="scale(1.5 1)"
    )
    return Drawing((W, H), (back.layer(W, H, scene, soft=6), sheet.layer(W, H, drawn)), drop=True)


def _phone(sheet: Sheet) -> str:
    screen = sheet.gradient((0, "#ffd38a", 1), (0.55, "#ef7a57", 1), (1, "#6d1f59", 1))
    ring = circle(0, -205, 52, "#fff6e6", opacity=0.9) + path(
        "M-30 -190L-6 -232L10 -206L20 -218L36 -190Z", "#6d1f59"
    )
    body = rect(-104, -400, 208, 400, "#221219", rx=26) + rect(-92, -386, 184, 372, screen, rx=16)
    return (
        body
        + ring
        + rect(-60, -100, 120, 14, "#fff6e6", rx=7)
        + rect(-40, -74, 80, 10, "#fff6e6", rx=5, opacity=0.7)
        + circle(0, -36, 17, "#fff6e6")
    )


def _chart(sheet: Sheet) -> str:
    paper = (
        rect(-150, -380, 300, 380, "#fffaf2", rx=10)
        + rect(-118, -344, 160, 14, "#34102a", rx=7)
        + rect(-118, -316, 100, 9, "#bba9b4", rx=4)
    )
    bars = "".join(
        rect(-110 + 48 * i, -60 - tall, 34, tall, tone, rx=5)
        for i, (tall, tone) in enumerate(
            ((70, "#ffb320"), (110, "#c23420"), (90, "#235fa3"), (160, "#1c7a4d"), (205, "#8a2970"))
        )
    )
    return paper + bars + line("M-122 -56H128", "#34102a", 4)


def _tag_card(sheet: Sheet) -> str:
    d = "M-90 -300L0 -380L90 -300V0H-90Z"
    code = "".join(
        rect(-50 + 20 * (i % 6), -120 + 20 * (i // 6), 17, 17, "#34102a")
        for i in range(30)
        if sheet.chance.random() < 0.62
    )
    return (
        line("M0 -330C-20 -430 60 -450 40 -380", "#b5371f", 5)
        + path(d, "#f2dcae")
        + circle(0, -330, 12, "#7a3f22")
        + rect(-54, -250, 108, 14, "#34102a", rx=7)
        + rect(-40, -222, 80, 9, "#8d5f3d", rx=4)
        + code
    )


def desk_scene(seed: str, tool: str, recipe: Recipe) -> Drawing:
    """A lesson: a tool of learning beside a thing of the craft."""
    tools: dict[str, Callable[[Sheet], str]] = {"phone": _phone, "chart": _chart, "tag": _tag_card}
    back, sheet = Sheet(seed, "desk", "back"), Sheet(seed, "desk")
    room = sheet.chance.choice(BACKDROPS)
    left = sheet.chance.random() < 0.5
    ax, bx = (360, 820) if left else (840, 380)
    tool_svg = group(
        contact(sheet, 230, room.shadow),
        tools[tool](sheet),
        transform=f"translate({ax} 640) rotate({-4 if left else 4}) scale(1.12)",
    )
    front = on_table(sheet, room, recipe, bx, 1.0, 640) + tool_svg
    strewn = "".join(
        props.placed(
            sheet,
            sheet.chance.choice(props.PROPS[recipe.props])(sheet),
            sheet.chance.uniform(120, 1080),
            sheet.chance.uniform(680, 715),
            0.9,
        )
        for _ in range(4)
    )
    return Drawing(
        (W, H), (back.layer(W, H, room_wide(back, room), soft=7), sheet.layer(W, H, front, strewn))
    )


def _parcel(sheet: Sheet, x: float, y: float, tone: str) -> str:
    return group(
        solid(sheet, "M-100 -150H100V0H-100Z", tone, "soft"),
        rect(-14, -150, 28, 150, darker(tone, 0.25)),
        path("M-100 -150L-72 -184H124L100 -150Z", lighter(tone, 0.2)),
        transform=f"translate({x} {y})",
    )


def rescue(seed: str) -> Drawing:
    """Food and parcels, ready to go."""
    back, sheet = Sheet(seed, "back"), Sheet(seed)
    room = BACKDROPS[PROGRAMME_ROOMS["rescue"]]
    baskets = "".join(
        on_table(sheet, room, Recipe("basket", "rotan", motif), x, 0.86, 640)
        for x, motif in ((250, "wicker"), (940, "twill"))
    )
    heap = "".join(
        circle(x, y, r, tone) + circle(x - r * 0.3, y - r * 0.35, r * 0.25, "#ffffff", opacity=0.5)
        for x, y, r, tone in (
            (170, 396, 46, "#c8281c"),
            (250, 376, 54, "#eda11f"),
            (330, 396, 46, "#4f7f4c"),
            (210, 352, 38, "#d9652f"),
            (294, 350, 40, "#8a2970"),
        )
    )
    leaves = "".join(
        group(props.leaf(sheet), transform=f"translate({x} {y}) rotate({turn}) scale(1.1)")
        for x, y, turn in ((860, 400, -70), (930, 380, -95), (1000, 396, -120), (900, 410, -40))
    )
    parcels = (
        soft_ellipse(sheet, 620, 662, 300, 60, room.shadow, 0.6)
        + _parcel(sheet, 500, 650, "#d9b98c")
        + _parcel(sheet, 690, 664, "#e7c89c")
        + _parcel(sheet, 596, 512, "#c79d68")
    )
    return Drawing(
        (W, H),
        (back.layer(W, H, room_wide(back, room), soft=7), sheet.layer(W, H, heap, leaves, baskets, parcels)),
    )


def damping(seed: str) -> Drawing:
    """People joined by threads."""
    back, sheet = Sheet(seed, "back"), Sheet(seed)
    room = BACKDROPS[PROGRAMME_ROOMS["damping"]]
    spots = [
        (170, 250),
        (400, 160),
        (640, 270),
        (880, 150),
        (1060, 300),
        (280, 520),
        (530, 540),
        (780, 530),
        (1000, 560),
    ]
    threads = "".join(
        line(f"M{ax} {ay}Q{(ax + bx) / 2 + 30:.0f} {(ay + by) / 2 - 50:.0f} {bx} {by}", tone, 5, opacity=0.7)
        for i, (ax, ay) in enumerate(spots)
        for (bx, by), tone in zip(
            spots[i + 1 :],
            ("#8a2970", "#ffb320", "#c23420", "#235fa3", "#1c7a4d", "#8a2970", "#ffb320", "#c23420"),
            strict=False,
        )
        if (ax - bx) ** 2 + (ay - by) ** 2 < 330**2
    )
    faces = ""
    for x, y in spots:
        disc, clip = (
            circle(x, y, 92, sheet.chance.choice(BACKDROPS[:4]).wall),
            sheet.clip(f"M{x - 92} {y}a92 92 0 1 0 184 0a92 92 0 1 0 -184 0Z"),
        )
        person = group(
            bust(sheet, face_of(sheet.chance, sheet.chance.choice("fm"))),
            transform=f"translate({x} {y + 104}) scale(.42)",
        )
        faces += circle(x, y, 100, "#ffffff") + disc + group(person, clip_path=clip)
    scene = group(stage.wall(back, room, 800), stage.hills(back, room, 800), transform="scale(1.5 1)")
    return Drawing((W, H), (back.layer(W, H, scene, soft=6), sheet.layer(W, H, threads, faces)), drop=True)


def pulih(seed: str) -> Drawing:
    """Morning over terraces, and a seedling."""
    back, sheet = Sheet(seed, "back"), Sheet(seed)
    hour = HOURS[4]
    stem = line("M600 720C590 600 610 520 600 420", "#2f6647", 16) + "".join(
        group(
            path("M0 0C40 -60 130 -70 190 -20C130 30 50 40 0 0Z", tone),
            line("M0 0C60 -20 120 -26 176 -20", lighter(tone, 0.4), 4),
            transform=f"translate(600 {y}) scale({flip} 1) rotate({turn})",
        )
        for y, flip, turn, tone in (
            (600, 1, -14, "#4f9a5b"),
            (560, -1, -10, "#3d8450"),
            (486, 1, -30, "#6bb267"),
            (450, -1, -36, "#58a35d"),
            (424, 1, -70, "#8cc97a"),
        )
    )
    soil = path(ridge(sheet, 690, 14, 160), "#5a3523") + ellipse(600, 716, 150, 34, "#7a4a30")
    return Drawing(
        (W, H),
        (back.layer(W, H, sky(back, hour), soft=6), sheet.layer(W, H, terraces(sheet, hour), soil, stem)),
    )


def open_book() -> str:
    pages = "".join(
        path(
            f"M600 610C{600 + s * 120} 560 {600 + s * 300} 560 {600 + s * 440} 600V690C{600 + s * 300} 650 {600 + s * 120} 650 600 700Z",
            tone,
        )
        + "".join(
            line(
                f"M{600 + s * 60} {634 + 14 * i - abs(i - 1)}C{600 + s * 160} {606 + 14 * i} {600 + s * 280} {604 + 14 * i} {600 + s * 400} {626 + 14 * i}",
                "#bba48f",
                3,
                opacity=0.7,
            )
            for i in range(3)
        )
        for s, tone in ((-1, "#fffaf2"), (1, "#f6ead9"))
    )
    cover = path(
        "M600 712C480 664 300 664 150 706V622C300 580 480 580 600 630C720 580 900 580 1050 622V706C900 664 720 664 600 712Z",
        "#6d1f59",
    )
    return cover + pages


def sunrays() -> str:
    return "".join(
        path(
            f"M600 600L{600 + cos(pi * (i + 0.3) / 9) * 620:.0f} {600 - sin(pi * (i + 0.3) / 9) * 620:.0f}L{600 + cos(pi * (i + 0.62) / 9) * 620:.0f} {600 - sin(pi * (i + 0.62) / 9) * 620:.0f}Z",
            "#fff6de",
            opacity=0.5,
        )
        for i in range(9)
    )


def ajar(seed: str) -> Drawing:
    """An open book from which a landscape grows."""
    back, sheet = Sheet(seed, "back"), Sheet(seed)
    room = BACKDROPS[PROGRAMME_ROOMS["ajar"]]
    recipes = (
        ("vase", "laut", "glaze", 410, 0.56),
        ("basket", "rotan", "twill", 560, 0.5),
        ("folded", "manggis", "kawung", 720, 0.5),
        ("drum", "kayu", "carving", 860, 0.5),
    )
    grown = "".join(
        group(
            THINGS[kind](sheet, SCHEMES[scheme], motif).svg,
            transform=f"translate({x} {586 - (i % 2) * 14}) scale({size})",
        )
        for i, (kind, scheme, motif, x, size) in enumerate(recipes)
    )
    scene = group(stage.wall(back, room, 800), stage.sun(back, room), transform="scale(1.5 1)")
    trees = palm(sheet, 300, 604, 0.8, "#2f6647") + palm(sheet, 950, 604, 0.9, "#3d8450")
    return Drawing(
        (W, H), (back.layer(W, H, scene, sunrays(), soft=7), sheet.layer(W, H, open_book(), trees, grown))
    )


def ics(seed: str) -> Drawing:
    """Shelves full of things."""
    back, sheet = Sheet(seed, "back"), Sheet(seed)
    room = BACKDROPS[PROGRAMME_ROOMS["ics"]]
    rows = (
        (("vase", "terakota", "glaze"), ("folded", "soga", "kawung"), ("coffee", "kopi", "tapis"), ("panel", "kayu", "carving"), ("basket", "rotan", "twill"), ("bottle", "kunyit", "truntum")),
        (("bag", "pandan", "plain_weave"), ("cup", "indigo", "waves"), ("jar", "mengkudu", "lurik"), ("notebook", "indigo", "mega"), ("drum", "kayu", "carving"), ("gift", "jambu", "songket")),
    )  # fmt: skip
    drawn = ""
    for row, items in enumerate(rows):
        y = 350 + 320 * row
        drawn += rect(60, y, 1080, 26, "#8d5a34", rx=6) + rect(
            60, y + 20, 1080, 10, "#4b2b12", rx=4, opacity=0.6
        )
        for i, (kind, scheme, motif) in enumerate(items):
            thing = THINGS[kind](sheet, SCHEMES[scheme], motif)
            size = min(0.62, 250 / thing.height, 175 / max(thing.width, 220) * 1.1)
            drawn += group(thing.svg, transform=f"translate({155 + 178 * i} {y}) scale({size:.2f})")
    scene = group(stage.wall(back, room, 800), stage.shade(back, room), transform="scale(1.5 1)")
    return Drawing((W, H), (back.layer(W, H, scene, soft=5), sheet.layer(W, H, drawn)), drop=True)


PROGRAMMES = {"rescue": rescue, "damping": damping, "pulih": pulih, "ajar": ajar, "ics": ics}


def hero(seed: str) -> Drawing:
    """The front page: a chest of things before the sea of morning."""
    sheet, back = Sheet(seed, "hero"), Sheet(seed, "hero", "back")
    room = BACKDROPS[0]
    recipes = (
        Recipe("folded", "soga", "kawung"), Recipe("vase", "laut", "glaze"), Recipe("basket", "rotan", "twill"),
        Recipe("coffee", "kopi", "tapis"), Recipe("bag", "pandan", "plain_weave"), Recipe("drum", "kayu", "carving"),
    )  # fmt: skip
    spots = (
        (190, 0.62, 640),
        (410, 0.86, 600),
        (610, 0.72, 660),
        (790, 0.72, 606),
        (960, 0.66, 656),
        (1110, 0.7, 600),
    )
    order = sorted(zip(recipes, spots, strict=True), key=lambda pair: pair[1][2])
    front = "".join(on_table(sheet, room, recipe, x, size, y) for recipe, (x, size, y) in order)
    scene = room_wide(back, room)
    return Drawing((W, H), (back.layer(W, H, scene, soft=7), sheet.layer(W, H, front)))
