"""Colours: schemes for things, backdrops for the room they stand in, and how the two are matched."""

import random
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of a thing: its body, a companion, a contrast, and the ends of light."""

    base: str
    second: str
    accent: str
    dark: str
    light: str


@dataclass(frozen=True, slots=True)
class Backdrop:
    """The room: wall (top, bottom), table, the shape on the wall, and the colour of shadows."""

    wall: str
    wall_low: str
    floor: str
    shape: str
    shadow: str


SCHEMES = {
    "soga": Scheme("#6b3a1e", "#b9772f", "#f2dcae", "#2e1710", "#fbf1dc"),
    "indigo": Scheme("#22447c", "#5d93cf", "#f5e6c4", "#101f3d", "#eef4fb"),
    "manggis": Scheme("#6d1f59", "#bb5596", "#ffc653", "#2b0c22", "#fbe9f3"),
    "kunyit": Scheme("#eda11f", "#f7cb63", "#8a3315", "#5a3200", "#fff3d6"),
    "mengkudu": Scheme("#b5371f", "#e87f58", "#ffdfa8", "#4d140b", "#fdeee6"),
    "pandan": Scheme("#33764e", "#86b97d", "#f6e3a0", "#123821", "#eef7ea"),
    "laut": Scheme("#14717b", "#62b5b3", "#ffd79a", "#06343a", "#e7f6f5"),
    "terakota": Scheme("#bf6239", "#e39a6c", "#fbe4c9", "#5a2413", "#fdf0e4"),
    "arang": Scheme("#3b3337", "#8d7f82", "#e8c88c", "#171213", "#f4eee9"),
    "gading": Scheme("#ecdcba", "#cba96e", "#96532d", "#5b3a20", "#fffaf0"),
    "rotan": Scheme("#c58c4f", "#e3ba82", "#7b4b24", "#4b2b12", "#fbf0dd"),
    "kayu": Scheme("#935f39", "#bd8a5c", "#e9c99a", "#45270f", "#f6e6cf"),
    "kopi": Scheme("#4a2c1d", "#8d5f3d", "#e9c591", "#24130b", "#f3e4d2"),
    "perak": Scheme("#b9c0c6", "#e3e7ea", "#6d1f59", "#566068", "#ffffff"),
    "emas": Scheme("#d9a53a", "#f5d583", "#7a1f2b", "#7a5410", "#fff6d8"),
    "jambu": Scheme("#d9657f", "#f2a3b0", "#fff0c9", "#6a1b30", "#fdecef"),
}

BACKDROPS = (
    Backdrop("#fae3cf", "#f6cfae", "#e7ab83", "#fdf1e3", "#7a3f22"),
    Backdrop("#f6ead6", "#efdcbc", "#dcc096", "#fff8ea", "#6b4a22"),
    Backdrop("#dfe7d3", "#cbd8ba", "#a9bd92", "#f0f5e8", "#34502c"),
    Backdrop("#f6d9d9", "#f0c3c4", "#d99c9f", "#fdecea", "#702b3a"),
    Backdrop("#5c2850", "#4b1c41", "#38122f", "#7f4470", "#16040f"),
    Backdrop("#2f6f70", "#245c5e", "#1a4749", "#4b8f8d", "#061e20"),
    Backdrop("#ffdb98", "#ffcb74", "#eda945", "#ffecc6", "#7a4600"),
    Backdrop("#d4e5ee", "#bfd6e3", "#94b6ca", "#eaf4f9", "#24475c"),
    Backdrop("#cb7a56", "#bb6844", "#994c30", "#de9a78", "#3d1409"),
    Backdrop("#343c61", "#2a3152", "#1e2440", "#4d5782", "#080b1c"),
    Backdrop("#faf3e8", "#f3e6d3", "#e2cdae", "#f4dcb6", "#6b4a2a"),
    Backdrop("#56805c", "#466f4d", "#33563a", "#78a07a", "#0d2412"),
    Backdrop("#e8dcec", "#d9c6e0", "#b79cc3", "#f6eef8", "#46255a"),
    Backdrop("#f0b79a", "#e99d7c", "#cd7350", "#f8d3bf", "#5f210f"),
)


def channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: str, other: str, part: float) -> str:
    """`one` with `part` (0 to 1) of `other` stirred in."""
    mixed = (round(a + (b - a) * part) for a, b in zip(channels(one), channels(other), strict=True))
    return "#" + "".join(f"{value:02x}" for value in mixed)


def lighter(colour: str, part: float = 0.2) -> str:
    return mix(colour, "#ffffff", part)


def darker(colour: str, part: float = 0.2) -> str:
    return mix(colour, "#1a0a10", part)


def distance(one: str, other: str) -> float:
    """How far apart two colours look, 0 to about 1 (weighted towards what the eye sees)."""
    red, green, blue = (a - b for a, b in zip(channels(one), channels(other), strict=True))
    return float((0.3 * red**2 + 0.59 * green**2 + 0.11 * blue**2) ** 0.5 / 255)


def backdrop_for(scheme: Scheme, chance: random.Random, number: int = 0) -> Backdrop:
    """One of the rooms in which the thing stands out; `number` gives another room for another view."""
    clear = [room for room in BACKDROPS if distance(room.wall, scheme.base) > 0.27]
    chance.shuffle(clear)
    return clear[number % len(clear)]
