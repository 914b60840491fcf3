"""What search engines should read: pages, chapters, the store, each address with its twins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.utils.translation import get_language
from wagtail.models import Page, Site

from iccn.chapters.selectors import active_chapters
from store.api.selectors import product_addresses

BOTH: Final = ("id", "en")


@dataclass(frozen=True, slots=True)
class Address:
    """What follows the language in an address, and the languages that have it."""

    path: str
    languages: Sequence[str] = BOTH
    changed: datetime | None = None


class Addresses(Sitemap[Address]):
    """Each address in each of its languages, with the others beside it; Indonesian is the default."""

    i18n = alternates = x_default = True

    def location(self, item: Address) -> str:
        return f"/{get_language()}{item.path}"

    def lastmod(self, item: Address) -> datetime | None:
        return item.changed

    def get_languages_for_item(self, item: Address) -> list[str]:
        return list(item.languages)

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.BASE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.BASE_URL).scheme


class PageAddresses(Addresses):
    def items(self) -> list[Address]:
        """Published pages that everybody may see; twins share one address. Three queries."""
        roots = {one.language_code: one.root_path for one in Site.get_site_root_paths()}
        rows = Page.objects.live().public().filter(depth__gte=2).select_related("locale").order_by("path")
        found: dict[str, Address] = {}
        for row in rows:
            code = row.locale.language_code
            if row.url_path.startswith(roots.get(code, "//")):
                path = f"/{row.url_path.removeprefix(roots[code])}"
                found[path] = _joined(found.get(path), path, code, row.last_published_at)
        return list(found.values())


def _joined(standing: Address | None, path: str, code: str, changed: datetime | None) -> Address:
    if standing is None:
        return Address(path, (code,), changed)
    dates = [one for one in (standing.changed, changed) if one is not None]
    return Address(path, (*standing.languages, code), max(dates, default=None))


class ChapterAddresses(Addresses):
    def items(self) -> list[Address]:
        own = ("/simpul/", "/transparansi/")
        slugs: Iterable[str] = active_chapters().values_list("slug", flat=True)
        return [*map(Address, own), *(Address(f"/simpul/{slug}/") for slug in slugs)]


class StoreAddresses(Addresses):
    def items(self) -> list[Address]:
        return [Address("/toko/"), *(Address(path, BOTH, changed) for path, changed in product_addresses())]


SECTIONS: Final[dict[str, type[Addresses]]] = {
    "pages": PageAddresses,
    "chapters": ChapterAddresses,
    "store": StoreAddresses,
}
