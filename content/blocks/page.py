"""What every page of the site has: words for cards and search engines, a picture, its twins, its way."""

from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from content.blocks import linked_data
from content.blocks.selectors import crumbs_of, pictures_in, twins_of
from iccn.media.models import Picture
from iccn.media.pictures import SHARE, WIDE, largest_url, shown, sources_of, with_renditions
from store.api.finding import words_of

SUMMARY_LENGTH = 300
LEAD_SIZES = "(min-width: 80rem) 76rem, 100vw"


class PublicPage(Page):  # type: ignore[misc]
    """A page for everybody. Its address is the same in both languages, below /id/ and /en/."""

    summary = models.TextField(
        _("Ringkasan"),
        max_length=SUMMARY_LENGTH,
        blank=True,
        help_text=_("Satu atau dua kalimat. Tampil di kartu, di hasil pencarian, dan saat tautan dibagikan."),
    )
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("Gambar utama"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Tampil di kartu dan saat tautan dibagikan. Atur titik fokusnya agar potongannya tepat."),
    )

    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            _("Untuk mesin pencari"),
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], _("Untuk menu")),
    ]
    settings_panels = [PublishingPanel()]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
        index.SearchField("found_by"),
    ]
    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    #: Names of the fields that hold blocks.
    body_fields: tuple[str, ...] = ("body",)

    class Meta:
        abstract = True

    @property
    def language(self) -> str:
        """`id` or `en`: the language this page is served in."""
        return (translation.get_language() or "id")[:2]

    @property
    def description(self) -> str:
        return str(self.search_description or self.summary)

    @cached_property
    def crumbs(self) -> list[dict[str, str]]:
        return crumbs_of([*self.line[1:], self])

    @cached_property
    def line(self) -> list[Page]:
        """The pages above, from the root down."""
        return list(self.get_ancestors().order_by("depth"))

    def texts(self) -> list[str]:
        """Everything the page says that can be searched; its summary first."""
        told = [
            field.get_value(self)
            for field in self.search_fields
            if isinstance(field, index.SearchField)
            and field.field_name not in {"title", "found_by", "summary"}
        ]
        inside = [text for value in told for text in (value if isinstance(value, list) else [value])]
        return [text for text in (self.summary, *map(str, inside)) if text]

    def found_by(self) -> str:
        """Its words and their roots, so that Wagtail's search finds "menganyam" by "anyaman", whatever the engine."""
        return words_of([self.title, *self.texts()])

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """As Wagtail does it, with the ancestors that the way to the page needs anyway: one query less."""
        guarded = {_source_of(one).pk for one in [self, *self.line]}
        found: QuerySet[PageViewRestriction] = PageViewRestriction.objects.filter(page_id__in=guarded)
        return found

    @cached_property
    def share_picture(self) -> str:
        url = largest_url(sources_of(self.picture, SHARE))
        return linked_data.absolute(url) if url else ""

    @property
    def lead_picture(self) -> SafeString:
        """The main picture as it opens the page."""
        alt = self.picture.words if self.picture else ""
        return shown(self.picture, WIDE, sizes=LEAD_SIZES, alt=alt, is_eager=True)

    def pictures(self) -> list[Picture]:
        """Every picture the page is about to show."""
        inside = [one for name in self.body_fields for one in pictures_in(getattr(self, name))]
        return [one for one in (self.picture, *inside) if one is not None]

    def facts(self) -> list[dict[str, Any]]:
        """What search engines should know beyond the way to this page."""
        return []

    @property
    def linked_data(self) -> SafeString:
        return linked_data.as_json([linked_data.organization(), linked_data.way(self.crumbs), *self.facts()])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        with_renditions(self.pictures())
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "translations": twins_of(self),
            "breadcrumbs": self.crumbs,
            "lead_picture": self.lead_picture,
        }

    @property
    def preview_sizes(self) -> list[dict[str, Any]]:
        """The phone first: most readers hold one."""
        return [
            {"name": "mobile", "icon": "mobile-alt", "device_width": 390, "label": _("Ponsel")},
            {"name": "tablet", "icon": "tablet-alt", "device_width": 768, "label": _("Tablet")},
            {"name": "desktop", "icon": "desktop", "device_width": 1280, "label": _("Layar lebar")},
        ]


def _source_of(page: Page) -> Page:
    """An alias is guarded like the page it repeats."""
    return _source_of(page.alias_of) if page.alias_of_id else page
