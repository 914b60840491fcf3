"""Light from the upper left: how round, flat and folded things catch it, and the shadows they throw."""

from iccn.demo.drawing.svg import Sheet, ellipse, path

DARK = "#1a0812"
WHITE = "#fffaf2"
FORMS = {
    "round": (
        (0.0, DARK, 0.16),
        (0.13, WHITE, 0.05),
        (0.28, WHITE, 0.34),
        (0.46, WHITE, 0.0),
        (1.0, DARK, 0.5),
    ),
    "soft": ((0.0, WHITE, 0.22), (0.45, WHITE, 0.0), (0.55, DARK, 0.0), (1.0, DARK, 0.3)),
    "flat": ((0.0, WHITE, 0.16), (0.5, WHITE, 0.0), (1.0, DARK, 0.2)),
}


def solid(sheet: Sheet, d: str, fill: str, form: str = "round") -> str:
    """A filled shape with light over it; "round" turns around an upright axis, "flat" falls off slantwise."""
    light = sheet.gradient(*FORMS[form], across=form == "round", slant=form != "round")
    return path(d, fill) + path(d, light)


def lying(sheet: Sheet, d: str, fill: str) -> str:
    """A filled shape that turns around a level axis: light on top, dark below."""
    light = sheet.gradient(*FORMS["round"])
    return path(d, fill) + path(d, light)


def soft_ellipse(sheet: Sheet, x: float, y: float, rx: float, ry: float, colour: str, dark: float) -> str:
    """A shadow without an edge."""
    fill = sheet.glow(
        (0, colour, dark), (0.45, colour, dark * 0.72), (0.75, colour, dark * 0.24), (1, colour, 0)
    )
    return ellipse(x, y, rx, ry, fill)


def contact(sheet: Sheet, width: float, colour: str) -> str:
    """The shadow a standing thing throws: dark where it touches, long and soft to the right."""
    far = soft_ellipse(sheet, width * 0.26, 6, width * 0.92, width * 0.2 + 16, colour, 0.34)
    return far + soft_ellipse(sheet, width * 0.03, 1, width * 0.62, width * 0.07 + 14, colour, 0.72)
