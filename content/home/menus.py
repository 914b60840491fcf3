"""Menus that editors change: one row for each place and language."""

from typing import Any

from django.core.cache import cache
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, ListBlock, StructBlock
from wagtail.models import PreviewableMixin, RevisionMixin, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from content.blocks.field import BodyField
from content.blocks.text import LinkBlock

FRAME_KEY = "content.home.frame:{language}"
FRAME_SECONDS = 60


class GroupBlock(StructBlock):  # type: ignore[misc]
    title = CharBlock(label=_("Judul kelompok"), max_length=60)
    links = ListBlock(LinkBlock(), label=_("Tautan"), min_num=1, max_num=8)

    class Meta:
        icon = "list-ul"
        label = _("Kelompok tautan")


class Menu(RevisionMixin, PreviewableMixin, TranslatableMixin, models.Model):  # type: ignore[misc]
    """The links at the head or the foot of every page of a language."""

    class Place(models.TextChoices):
        MAIN = "main", _("Menu utama")
        FOOTER = "footer", _("Kaki halaman")

    place = models.CharField(_("Tempat"), max_length=8, choices=Place)
    links = BodyField(
        [("link", LinkBlock(label=_("Tautan"), icon="link"))],
        blank=True,
        max_num=7,
        verbose_name=_("Tautan menu utama"),
    )
    groups = BodyField(
        [("group", GroupBlock())], blank=True, max_num=3, verbose_name=_("Kelompok di kaki halaman")
    )

    override_translatable_fields = [SynchronizedField("place", overridable=False)]
    panels = [FieldPanel("place"), FieldPanel("links"), FieldPanel("groups")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menu")
        constraints = [models.UniqueConstraint(fields=["place", "locale"], name="home_one_menu_a_place")]

    def __str__(self) -> str:
        return f"{self.get_place_display()} ({self.locale.language_code})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """What is cached of the frame is old now."""
        super().save(*args, **kwargs)
        forget_frame()

    def get_preview_template(self, _request: HttpRequest, _mode_name: str) -> str:
        return "home/menu_preview.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        context = super().get_preview_context(request, mode_name)
        return {**context, "menus": {self.place: self.main() if self.place == "main" else self.footer()}}

    def main(self) -> list[dict[str, str]]:
        return [{"label": one.value["label"], "url": one.value.url} for one in self.links if one.value.url]

    def footer(self) -> list[dict[str, Any]]:
        return [
            {
                "title": group.value["title"],
                "links": [
                    {"label": link["label"], "url": link.url} for link in group.value["links"] if link.url
                ],
            }
            for group in self.groups
        ]


def forget_frame() -> None:
    cache.delete_many([FRAME_KEY.format(language=language) for language in ("id", "en")])
