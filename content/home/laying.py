"""How the foundation is laid, part by part; `content.home.services.lay_foundation` is the door."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from content.ajar.models import AcademyIndexPage, Mentor
from content.home import foundation
from content.home.menus import Menu
from content.home.models import HomePage, ProgrammeIndexPage
from content.home.rights import lay_rights
from content.home.words import SiteSettings
from content.news.models import NewsIndexPage
from iccn.accounts.roles import MODERATOR
from iccn.refusals import Refusal

LANGUAGES = ("id", "en")
SECTIONS: dict[str, type[Page]] = {
    "program": ProgrammeIndexPage,
    "ajar": AcademyIndexPage,
    "kabar": NewsIndexPage,
}
WORKFLOW = "Tinjauan moderator"


class NotLaid(Refusal):
    code = "pages_not_laid"
    message = "The pages have no foundation yet."
    what_next = "Call content.home.services.lay_foundation() first."


@dataclass(frozen=True, slots=True)
class Foundation:
    """The pages that stand from the first day, the Indonesian ones."""

    site: Site
    home: HomePage
    programmes: ProgrammeIndexPage
    academy: AcademyIndexPage
    news: NewsIndexPage


def lay(publish_page: Callable[..., Any]) -> Foundation:
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in LANGUAGES}
    root = _root_page(locales["id"])
    home = _homes(root, locales)
    site = _site(home)
    _clear_welcome(root)
    pages = {
        slug: publish_page(model=model, parent=home, slug=slug, words=_section_words(slug, model))
        for slug, model in SECTIONS.items()
    }
    for code in LANGUAGES:
        _menus(locales[code])
    _words()
    lay_rights(root=root, collection=_root_collection())
    _workflow(root)
    return Foundation(site, home, pages["program"], pages["ajar"], pages["kabar"])


def home_page(language: str) -> HomePage:
    page: HomePage | None = HomePage.objects.filter(locale__language_code=language).order_by("path").first()
    if page is None:
        raise NotLaid
    return page


def _root_page(locale: Locale) -> Page:
    root = Page.get_first_root_node()
    if root is None:
        kind = ContentType.objects.get_for_model(Page)
        root = Page.add_root(instance=Page(title="Root", slug="root", locale=locale, content_type=kind))
    return root


def _root_collection() -> Collection:
    return Collection.get_first_root_node() or Collection.add_root(name="Root")


def _homes(root: Page, locales: dict[str, Locale]) -> HomePage:
    """Both home pages; the English one is the Indonesian one's twin."""
    home: HomePage | None = HomePage.objects.filter(locale=locales["id"]).order_by("path").first()
    if home is None:
        home = HomePage(
            title="Beranda", slug="beranda", locale=locales["id"], **foundation.HOME["id"].fields()
        )
        root.add_child(instance=home)
        home.save_revision().publish()
    if not home.has_translation(locales["en"]):
        twin = home.copy_for_translation(locales["en"])
        for name, value in {"title": "Home", **foundation.HOME["en"].fields()}.items():
            setattr(twin, name, value)
        twin.save_revision().publish()
    return home


def _site(home: HomePage) -> Site:
    """The one site. Its port stays 80 when a name is served behind a proxy; BASE_URL says which name."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.root_page_id != home.pk:
        where = urlsplit(settings.BASE_URL)
        site.hostname = where.hostname or "localhost"
        site.port = where.port or (443 if where.scheme == "https" else 80)
        site.root_page, site.site_name = home, settings.WAGTAIL_SITE_NAME
        site.save()
    Site.clear_site_root_paths_cache()
    return site


def _clear_welcome(root: Page) -> None:
    """Wagtail's own first migration leaves a page of its own behind."""
    plain = ContentType.objects.get_for_model(Page)
    for page in root.get_children().filter(content_type=plain, slug="home"):
        page.delete()
    root.refresh_from_db()


def _section_words(slug: str, model: type[Page]) -> dict[str, Any]:
    words = dict(foundation.SECTIONS[slug])
    return words if hasattr(model, "body") else {code: _Bodiless(one) for code, one in words.items()}


@dataclass(frozen=True, slots=True)
class _Bodiless:
    words: Any

    def fields(self) -> dict[str, Any]:
        return {name: value for name, value in self.words.fields().items() if name != "body"}


def _menus(locale: Locale) -> None:
    code = locale.language_code
    title, links = foundation.FOOTER[code]
    main = [{"type": "link", "value": one} for one in foundation.links_of(foundation.MAIN[code])]
    group = {"type": "group", "value": {"title": title, "links": foundation.links_of(links)}}
    for place, fields in ((Menu.Place.MAIN, {"links": main}), (Menu.Place.FOOTER, {"groups": [group]})):
        if Menu.objects.filter(place=place, locale=locale).exists():
            continue
        twin = Menu.objects.filter(place=place).first()
        key = {"translation_key": twin.translation_key} if twin else {}
        Menu(place=place, locale=locale, **key, **fields).save()


def _words() -> None:
    if not SiteSettings.objects.exists():
        words = SiteSettings(description_id=foundation.ABOUT["id"], description_en=foundation.ABOUT["en"])
        words.save()


def _workflow(root: Page) -> None:
    """Every page and every mentor goes past a moderator."""
    workflow, made = Workflow.objects.get_or_create(name=WORKFLOW)
    if made:
        task, _made = GroupApprovalTask.objects.get_or_create(name="Disetujui moderator")
        task.groups.add(Group.objects.get(name=MODERATOR))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
        mentor = ContentType.objects.get_for_model(Mentor, for_concrete_model=False)
        WorkflowContentType.objects.update_or_create(content_type=mentor, defaults={"workflow": workflow})
