"""What the frame of every page shows, and which page stands at an address."""

from dataclasses import dataclass, field
from typing import Any

from django.core.cache import cache
from wagtail.models import Page, Site

from content.home.menus import FRAME_KEY, FRAME_SECONDS, Menu
from content.home.words import SiteSettings


@dataclass(frozen=True, slots=True)
class Frame:
    """Menus and words about us in one language."""

    description: str = ""
    email: str = ""
    phone: str = ""
    instagram: str = ""
    youtube: str = ""
    main: list[dict[str, str]] = field(default_factory=list)
    footer: list[dict[str, Any]] = field(default_factory=list)


def frame(language: str) -> Frame:
    """Kept for a minute; an editor's change shows at once where it was made. Three queries when it is read anew."""
    key = FRAME_KEY.format(language=language)
    found: Frame | None = cache.get(key)
    if found is None:
        found = read_frame(language)
        cache.set(key, found, FRAME_SECONDS)
    return found


def read_frame(language: str) -> Frame:
    words = SiteSettings.objects.first() or SiteSettings()
    menus = {one.place: one for one in Menu.objects.filter(locale__language_code=language)}
    main, footer = menus.get(Menu.Place.MAIN), menus.get(Menu.Place.FOOTER)
    return Frame(
        description=(words.description_en if language == "en" else "") or words.description_id,
        email=words.email,
        phone=words.phone,
        instagram=words.instagram,
        youtube=words.youtube,
        main=main.main() if main else [],
        footer=footer.footer() if footer else [],
    )


def page_at(language: str, path: str) -> Page | None:
    """The published page at an address below a language, found by its whole address. Two queries."""
    root = next((one for one in Site.get_site_root_paths() if one.language_code == language), None)
    if root is None:
        return None
    rest = f"{path.strip('/')}/" if path.strip("/") else ""
    return Page.objects.live().filter(url_path=f"{root.root_path}{rest}").specific().first()
