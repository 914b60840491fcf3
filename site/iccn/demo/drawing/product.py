"""A product's pictures: the thing in a room, the thing from another side among what it is made of, and a close look."""

from dataclasses import dataclass

from iccn.demo.drawing import props, stage
from iccn.demo.drawing.light import contact
from iccn.demo.drawing.palette import SCHEMES, Backdrop, Scheme, backdrop_for
from iccn.demo.drawing.patterns import pattern
from iccn.demo.drawing.svg import Drawing, Sheet, group, line, rect, smooth
from iccn.demo.drawing.things import Thing
from iccn.demo.drawing.things.register import THINGS

VIEWS = ("room", "table", "close")
SIZE = (800, 800)
BENDING = {
    "folded",
    "draped",
    "rolled",
    "scarf",
    "shirt",
    "outer",
    "cushion",
    "basket",
    "bag",
    "tray",
    "mat",
    "hat",
}


@dataclass(frozen=True, slots=True)
class Recipe:
    """What to draw: a kind of thing, its colours, its pattern, and what lies beside it."""

    kind: str
    scheme: str
    motif: str
    props: str = "leaves"


def product(seed: str, recipe: Recipe, view: str) -> Drawing:
    """One view of one product; the seed is the product's own name."""
    draw = {"room": in_room, "table": on_table, "close": close_up}[view]
    return draw(seed, recipe, SCHEMES[recipe.scheme])


def room_for(seed: str, scheme: Scheme, number: int) -> Backdrop:
    return backdrop_for(scheme, Sheet(seed, "backdrop").chance, number)


def thing(sheet: Sheet, recipe: Recipe, scheme: Scheme) -> Thing:
    return THINGS[recipe.kind](sheet, scheme, recipe.motif)


def standing(sheet: Sheet, drawn: Thing, room: Backdrop, x: float, y: float, size: float) -> str:
    """A thing on its shadow."""
    under = contact(sheet, drawn.width, room.shadow) if drawn.stance == "stands" else ""
    return group(under, drawn.svg, transform=f"translate({x:.0f} {y:.0f}) scale({size:.3f})")


def in_room(seed: str, recipe: Recipe, scheme: Scheme) -> Drawing:
    """The first look: the whole thing in a quiet room."""
    sheet, room = Sheet(seed, "room"), room_for(seed, scheme, 0)
    drawn = thing(sheet, recipe, scheme)
    if drawn.stance != "stands":
        return shown_flat(seed, sheet, drawn, recipe, room, min(1.3, 660 / drawn.height))
    back, chance = Sheet(seed, "room", "back"), sheet.chance
    on_plinth = drawn.width < 400 and chance.random() < 0.34
    scene = stage.gallery(back, room) if on_plinth else stage.studio(back, room)
    x, y = 400 + chance.uniform(-20, 20), stage.GROUND + chance.uniform(26, 56)
    size = min(1.34, 590 / drawn.height, 640 / drawn.width)
    beside = "" if on_plinth else props.beside(sheet, recipe.props, drawn.width * size)
    if on_plinth:
        beside, x, y, size = stage.plinth(sheet, room), 400, stage.GROUND + 8, min(1.12, 540 / drawn.height)
        front = beside + standing(sheet, drawn, room, x, y, size)
    else:
        front = standing(sheet, drawn, room, x, y, size) + beside
    return Drawing(SIZE, (back.layer(800, 800, scene, soft=5), sheet.layer(800, 800, front)))


def shown_flat(seed: str, sheet: Sheet, drawn: Thing, recipe: Recipe, room: Backdrop, size: float) -> Drawing:
    """What hangs before a wall, or lies on a surface seen from above, throws its outline as a shadow."""
    back = Sheet(seed, "flat")
    if drawn.stance == "hangs":
        scene = stage.upright(back, room)
        front = standing(
            sheet, drawn, room, 400 + sheet.chance.uniform(-16, 16), 400 + drawn.height * size / 2 + 8, size
        )
    else:
        scene = stage.desk(back, room)
        turned = group(
            drawn.svg, transform=f"rotate({sheet.chance.uniform(-13, 13):.1f} 0 {-drawn.height / 2:.0f})"
        )
        lain = Thing(turned, drawn.width, drawn.height, "lies")
        front = standing(sheet, lain, room, 400, 400 + drawn.height * size / 2, size) + props.corners(
            sheet, recipe.props
        )
    return Drawing(SIZE, (back.layer(800, 800, scene, soft=4), sheet.layer(800, 800, front)), drop=True)


def on_table(seed: str, recipe: Recipe, scheme: Scheme) -> Drawing:
    """Nearer, cropped, in another room, with materials strewn in front."""
    sheet, room = Sheet(seed, "table"), room_for(seed, scheme, 1)
    drawn = thing(sheet, recipe, scheme)
    if drawn.stance != "stands":
        return shown_flat(f"{seed} again", sheet, drawn, recipe, room, min(1.6, 780 / drawn.height))
    back = Sheet(seed, "table", "back")
    size, flip = min(1.5, 670 / drawn.height, 720 / drawn.width), sheet.chance.choice((-1, 1))
    body = standing(sheet, drawn, room, 400 + flip * sheet.chance.uniform(20, 70), 716, size)
    front = body + props.strewn(sheet, recipe.props, -flip)
    return Drawing(
        SIZE, (back.layer(800, 800, stage.studio(back, room), soft=9), sheet.layer(800, 800, front))
    )


def close_up(seed: str, recipe: Recipe, scheme: Scheme) -> Drawing:
    """What bends is seen so near that its pattern fills the picture; what is hard, from two steps away."""
    return pattern_near(seed, recipe, scheme) if recipe.kind in BENDING else thing_near(seed, recipe, scheme)


def thing_near(seed: str, recipe: Recipe, scheme: Scheme) -> Drawing:
    sheet, back, room = Sheet(seed, "near"), Sheet(seed, "near", "back"), room_for(seed, scheme, 2)
    drawn = thing(sheet, recipe, scheme)
    size = 1180 / max(drawn.height, 420)
    x, y = 400 + sheet.chance.uniform(-60, 60), 470 + drawn.height * size * 0.5
    front = standing(sheet, drawn, room, x, y, size)
    return Drawing(
        SIZE, (back.layer(800, 800, stage.desk(back, room), soft=14), sheet.layer(800, 800, front)), drop=True
    )


def pattern_near(seed: str, recipe: Recipe, scheme: Scheme) -> Drawing:
    sheet, over = Sheet(seed, "close"), Sheet(seed, "folds")
    motif = recipe.motif if recipe.motif != "plain" else "grain"
    fill = pattern(motif, sheet, scheme, sheet.chance.uniform(1.9, 2.5))
    turn = sheet.chance.uniform(-24, 24)
    face = group(sheet.laid(fill, 620), transform=f"translate(400 400) rotate({turn:.1f})")
    fall = over.glow(
        (0, "#fff3dc", 0.3), (0.45, "#fff3dc", 0), (1, "#1a0812", 0.5), x=0.3, y=0.25, radius=0.95
    )
    light = over.layer(800, 800, folds(over), rect(0, 0, 800, 800, fall), soft=30)
    return Drawing(SIZE, (sheet.layer(800, 800, face), light))


def folds(sheet: Sheet) -> str:
    """Ridges of light with valleys beside them."""
    drawn, chance = "", sheet.chance
    for i in range(chance.randint(2, 4)):
        x, wide = -60 + 300 * i + chance.uniform(-60, 60), chance.uniform(60, 120)
        curve = smooth(
            [(x, -80), (x + chance.uniform(-40, 90), 260), (x + chance.uniform(20, 140), 540), (x + 200, 900)]
        )
        drawn += line(curve, "#1a0812", wide, opacity=0.42, transform="translate(40 0)")
        drawn += line(curve, "#fff6e6", wide * 0.6, opacity=0.4, transform="translate(-30 0)")
    return drawn
