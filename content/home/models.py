"""The home page, the five programmes, standard pages."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import PageManager, PageQuerySet
from wagtail.search import index

from content.blocks import linked_data
from content.blocks.field import BodyField
from content.blocks.page import PublicPage
from content.blocks.streams import story_blocks
from content.blocks.text import ButtonBlock, FigureBlock
from content.home import programmes
from content.home.blocks import home_blocks, programme_blocks
from content.home.menus import Menu
from content.home.words import SiteSettings
from iccn.media.pictures import TILE, shown

__all__ = ["HomePage", "Menu", "ProgrammeIndexPage", "ProgrammePage", "SiteSettings", "StandardPage"]

HERO_SIZES = "(min-width: 56rem) 20rem, 50vw"
MOST_TILES = 4


class HomePage(PublicPage):
    """The first page of a language."""

    kicker = models.CharField(_("Baris kecil di atas judul"), max_length=80, blank=True)
    headline = models.CharField(_("Judul besar"), max_length=90)
    lead = models.TextField(_("Kalimat pembuka"), max_length=300)
    actions = BodyField(
        [("action", ButtonBlock())],
        blank=True,
        max_num=2,
        verbose_name=_("Tombol"),
        help_text=_("Paling banyak dua."),
    )
    hero_pictures = BodyField(
        [("picture", ImageChooserBlock(label=_("Gambar"), icon="image"))],
        blank=True,
        max_num=MOST_TILES,
        verbose_name=_("Gambar pembuka"),
        help_text=_("Satu sampai empat, disusun menjadi mosaik."),
    )
    body = BodyField(home_blocks(), blank=True, verbose_name=_("Isi"))

    body_fields = ("body", "hero_pictures")
    override_translatable_fields: list[Any] = []
    template = "home/home_page.html"
    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        FieldPanel("title", help_text=_("Nama halaman ini di panel kerja.")),
        MultiFieldPanel(
            [
                FieldPanel("kicker"),
                FieldPanel("headline"),
                FieldPanel("lead"),
                FieldPanel("actions"),
                FieldPanel("hero_pictures"),
            ],
            _("Pembuka"),
        ),
        FieldPanel("body"),
        FieldPanel("summary"),
        FieldPanel("picture"),
    ]

    class Meta:
        verbose_name = _("beranda")
        verbose_name_plural = _("beranda")

    @property
    def hero(self) -> dict[str, Any]:
        """The inputs of the component `hero`."""
        tiles = [block.value for block in self.hero_pictures if block.value is not None]
        return {
            "pictures": [shown(one, TILE, sizes=HERO_SIZES, alt=one.words, is_eager=True) for one in tiles],
            "actions": [
                {"url": one.value.url, "label": one.value["label"], "kind": one.value["kind"]}
                for one in self.actions
            ],
        }

    def facts(self) -> list[dict[str, Any]]:
        return [linked_data.website(self.language)]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "programmes": programmes.cards_of(ProgrammePage.objects.in_order(self.locale_id))}


class ProgrammeIndexPage(PublicPage):
    """The five programmes side by side."""

    body = BodyField(story_blocks(), blank=True, verbose_name=_("Isi"))

    template = "programmes/index_page.html"
    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.ProgrammePage"]
    max_count_per_parent = 1
    content_panels = [*PublicPage.content_panels, FieldPanel("summary"), FieldPanel("body")]

    class Meta:
        verbose_name = _("halaman program")
        verbose_name_plural = _("halaman program")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return {**context, "programmes": programmes.cards_of(ProgrammePage.objects.in_order(self.locale_id))}


class ProgrammeQuerySet(PageQuerySet):  # type: ignore[misc]
    def in_order(self, locale: int) -> "ProgrammeQuerySet":
        found: ProgrammeQuerySet = self.live().filter(locale_id=locale).order_by("path")
        return found


class ProgrammePage(PublicPage):
    """One of the five programmes."""

    class Code(models.TextChoices):
        RESCUE = "rescue", "RESCUE"
        DAMPING = "damping", "DAMPING"
        PULIH = "pulih", "PULIH"
        AJAR = "ajar", "AJAR"
        ICS = "ics", "ICS"

    code = models.CharField(_("Program"), max_length=8, choices=Code)
    promise = models.TextField(
        _("Janji program"), max_length=300, help_text=_("Satu kalimat: untuk siapa, apa yang berubah.")
    )
    figures = BodyField(
        [("figure", FigureBlock(label=_("Angka"), icon="order"))],
        blank=True,
        max_num=4,
        verbose_name=_("Angka"),
        help_text=_("Paling banyak empat, masing-masing dengan sumber atau tanggalnya."),
    )
    actions = BodyField([("action", ButtonBlock())], blank=True, max_num=2, verbose_name=_("Tombol"))
    body = BodyField(programme_blocks(), blank=True, verbose_name=_("Isi"))

    objects = PageManager.from_queryset(ProgrammeQuerySet)()

    template = "programmes/programme_page.html"
    parent_page_types = ["home.ProgrammeIndexPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("code"),
        FieldPanel("promise"),
        FieldPanel("summary"),
        FieldPanel("picture"),
        FieldPanel("figures"),
        FieldPanel("actions"),
        FieldPanel("body"),
    ]
    search_fields = [*PublicPage.search_fields, index.SearchField("promise"), index.SearchField("body")]

    class Meta:
        verbose_name = _("program")
        verbose_name_plural = _("program")

    @property
    def description(self) -> str:
        return str(self.search_description or self.summary or self.promise)

    @property
    def hero(self) -> dict[str, Any]:
        picture = (
            shown(self.picture, TILE, sizes=HERO_SIZES, is_eager=True, alt=self.picture.words)
            if self.picture
            else ""
        )
        return {
            "pictures": [picture] if picture else [],
            "actions": [
                {"url": one.value.url, "label": one.value["label"], "kind": one.value["kind"]}
                for one in self.actions
            ],
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        others = ProgrammePage.objects.in_order(self.locale_id).exclude(pk=self.pk)
        return {**context, "programmes": programmes.cards_of(others)}


class StandardPage(PublicPage):
    """Any other page: about us, help, terms, privacy."""

    body = BodyField(story_blocks(), verbose_name=_("Isi"))

    template = "pages/standard_page.html"
    parent_page_types = ["home.HomePage", "home.StandardPage", "home.ProgrammePage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [
        *PublicPage.content_panels,
        FieldPanel("summary"),
        FieldPanel("picture"),
        FieldPanel("body"),
    ]
    search_fields = [*PublicPage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("halaman biasa")
        verbose_name_plural = _("halaman biasa")
