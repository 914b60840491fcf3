"""Pictures in several formats and widths, and the HTML that lets a browser choose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.db.models import prefetch_related_objects
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.images.models import Filter

from iccn.media.models import Picture

TYPES: Final = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}


@dataclass(frozen=True)
class Shape:
    """Crops of one shape, the smallest first; AVIF and WebP in every crop, JPEG in the last as a way out.

    Crops follow the picture's focal point.
    """

    crops: tuple[str, ...]

    @cached_property
    def filters(self) -> list[Filter]:
        """Kept, because reading a specification is slow work that thousands of pictures share."""
        specs = [*(f"{crop}|format-{one}" for one in ("avif", "webp") for crop in self.crops), self.last]
        return [Filter(spec) for spec in specs]

    @property
    def last(self) -> str:
        return f"{self.crops[-1]}|format-jpeg"


CARD: Final = Shape(("fill-480x360", "fill-800x600"))
TILE: Final = Shape(("fill-480x480", "fill-800x800"))
WIDE: Final = Shape(("width-640", "width-1280"))
FACE: Final = Shape(("fill-160x160", "fill-320x320"))
SHARE: Final = Shape(("fill-1200x630",))


def with_renditions(pictures: Iterable[Picture | None]) -> None:
    """Reads what was already made of all these pictures in one query."""
    known = [one for one in pictures if one is not None]
    if known:
        prefetch_related_objects(known, "renditions")


def sources_of(picture: Picture | None, shape: Shape) -> dict[str, Any]:
    """Addresses by format and width, plain enough for JSON; makes what is missing. Empty without a picture.

    `{"alt": …, "alt_en": …, "size": [640, 800], "sources": {"avif": [[url, 320], [url, 640]], …}}`
    """
    if picture is None:
        return {}
    made = picture.get_renditions(*shape.filters)
    last = made[shape.last]
    sources = {
        one: [[made[f"{crop}|format-{one}"].url, made[f"{crop}|format-{one}"].width] for crop in shape.crops]
        for one in ("avif", "webp")
    }
    return {
        "alt": picture.description or picture.title,
        "alt_en": picture.description_en,
        "size": [last.width, last.height],
        "sources": {**sources, "jpeg": [[last.url, last.width]]},
    }


def picture_html(
    found: Mapping[str, Any], *, sizes: str, alt: str = "", is_eager: bool = False
) -> SafeString:
    """A `<picture>` of everything in `sources_of`; empty without a picture."""
    if not found:
        return SafeString("")
    lines = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((TYPES[one], _srcset(found["sources"][one]), sizes) for one in ("avif", "webp")),
    )
    width, height = found["size"]
    return format_html(
        '<picture>{}<img src="{}" alt="{}" width="{}" height="{}" {} decoding="async"></picture>',
        lines,
        largest_url(found),
        alt,
        width,
        height,
        SafeString('fetchpriority="high"' if is_eager else 'loading="lazy"'),
    )


def shown(
    picture: Picture | None, shape: Shape, *, sizes: str, alt: str = "", is_eager: bool = False
) -> SafeString:
    """The HTML of a picture in a shape, in one step."""
    return picture_html(sources_of(picture, shape), sizes=sizes, alt=alt, is_eager=is_eager)


def largest_url(found: Mapping[str, Any]) -> str:
    return str(found["sources"]["jpeg"][0][0]) if found else ""


def _srcset(addresses: list[tuple[str, int]]) -> str:
    return ", ".join(f"{url} {width}w" for url, width in addresses)
