"""The picture of a card, made once when a product is indexed."""

from typing import Any, Final

from iccn.media.models import Picture

SMALL, LARGE = "fill-320x400", "fill-640x800"
FORMATS: Final = ("avif", "webp", "jpeg")
SPECS: Final = tuple(f"{size}|format-{one}" for one in FORMATS for size in (SMALL, LARGE))


def card_picture(picture: Picture | None) -> dict[str, Any]:
    """Addresses by format and width, and the words for those who cannot see it. Empty without a picture.

    `{"alt": …, "alt_en": …, "sources": {"avif": [[url, 320], [url, 640]], …}}`
    """
    if picture is None:
        return {}
    made = picture.get_renditions(*SPECS)
    sources = {
        one: [
            [made[f"{size}|format-{one}"].url, made[f"{size}|format-{one}"].width] for size in (SMALL, LARGE)
        ]
        for one in FORMATS
    }
    return {
        "alt": picture.description or picture.title,
        "alt_en": picture.description_en or picture.description or picture.title,
        "sources": sources,
    }
