"""From layers of SVG to a JPEG file: far things out of focus, a drop shadow, a breath of paper grain."""

import random
from functools import lru_cache
from io import BytesIO

import resvg_py
from PIL import Image, ImageChops, ImageFilter

from iccn.demo.drawing.svg import FEWER, Drawing, Layer

GRAIN = 8  # of 255
QUALITY = 86
SHADOW = (26, 8, 18)
SHADOW_DARKNESS = 0.42


@lru_cache(maxsize=4)
def grain(w: int, h: int) -> Image.Image:
    noise = random.Random(2020).randbytes(256 * 256)
    tile = Image.frombytes("L", (256, 256), noise).point(
        [128 + (value - 128) * GRAIN // 128 for value in range(256)]
    )
    sheet = Image.new("L", (w, h))
    for x in range(0, w, 256):
        for y in range(0, h, 256):
            sheet.paste(tile, (x, y))
    return Image.merge("RGB", (sheet, sheet, sheet))


def drawn(layer: Layer, size: tuple[int, int]) -> Image.Image:
    """One layer as RGBA in full size."""
    png = resvg_py.svg_to_bytes(svg_string=layer.svg, skip_system_fonts=True)
    with Image.open(BytesIO(bytes(png))) as opened:
        raster = opened.convert("RGBA")
    if layer.soft:
        raster = raster.filter(ImageFilter.GaussianBlur(layer.soft / FEWER)).resize(
            size, Image.Resampling.BICUBIC
        )
    return raster


def shadow_of(raster: Image.Image) -> Image.Image:
    """The outline of a layer, moved down and to the right, soft and dark."""
    w, h = raster.size
    small = raster.getchannel("A").resize((w // FEWER, h // FEWER))
    moved = Image.new("L", small.size)
    moved.paste(small, (5, 7))
    soft = moved.filter(ImageFilter.GaussianBlur(4)).resize((w, h))
    shadow = Image.new("RGBA", (w, h), SHADOW)
    shadow.putalpha(soft.point([round(value * SHADOW_DARKNESS) for value in range(256)]))
    return shadow


def painted(drawing: Drawing) -> Image.Image:
    picture = Image.new("RGBA", drawing.size, "white")
    for number, layer in enumerate(drawing.layers, start=1):
        raster = drawn(layer, drawing.size)
        if drawing.drop and number == len(drawing.layers):
            picture.alpha_composite(shadow_of(raster))
        picture.alpha_composite(raster)
    return ImageChops.overlay(picture.convert("RGB"), grain(*drawing.size))


def jpeg(drawing: Drawing) -> bytes:
    """The finished picture."""
    buffer = BytesIO()
    painted(drawing).save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()
