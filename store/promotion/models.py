"""Collections, seasons and featured makers: what curators put in front, from a day to a day.

Wagtail keeps drafts, revisions, the day a thing goes live and the day it ends; what is over vanishes by itself.
"""

from datetime import datetime
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultipleChooserPanel, PublishingPanel
from wagtail.models import DraftStateMixin, Orderable, PreviewableMixin, RevisionMixin

from iccn.media.models import Picture
from store.catalogue.models import Product
from store.catalogue.words import in_language
from store.partner.models import Partner
from store.promotion import showing


class PromotedQuerySet(models.QuerySet[Any]):
    def showing(self, at: datetime | None = None) -> Self:
        """Published, begun and not over, even when the clock that unpublishes is late."""
        now = at or timezone.now()
        begun = Q(go_live_at=None) | Q(go_live_at__lte=now)
        return self.filter(begun, Q(expire_at=None) | Q(expire_at__gt=now), live=True)


class Promoted(DraftStateMixin, RevisionMixin, PreviewableMixin, models.Model):  # type: ignore[misc]
    """What the kinds share: words in both languages, a picture, and a preview in both."""

    title = models.CharField(_("judul"), max_length=90)
    title_en = models.CharField(_("judul (Inggris)"), max_length=90, blank=True)
    text = models.TextField(_("kata pengantar"), max_length=400, blank=True)
    text_en = models.TextField(_("kata pengantar (Inggris)"), max_length=400, blank=True)
    picture = models.ForeignKey(
        Picture, verbose_name=_("gambar"), on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )

    objects = PromotedQuerySet.as_manager()
    preview_modes = [("id", _("Indonesia")), ("en", _("Inggris"))]

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.title)

    @property
    def title_shown(self) -> str:
        return in_language(self.title, self.title_en)

    @property
    def text_shown(self) -> str:
        return in_language(self.text, self.text_en)

    @property
    def is_showing(self) -> bool:
        """The same rule as `PromotedQuerySet.showing`, for one that is at hand."""
        now = timezone.now()
        has_begun = self.go_live_at is None or self.go_live_at <= now
        return bool(self.live and has_begun and (self.expire_at is None or self.expire_at > now))

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """As the public will see it, in the language chosen."""
        with translation.override(mode_name):
            response: Any = super().serve_preview(request, mode_name)
            response.render()
        return response  # type: ignore[no-any-return]


class Collection(Promoted, ClusterableModel):  # type: ignore[misc]
    """Products that belong together, in the curators' order; a season is one that comes with its time of the year."""

    class Kind(models.TextChoices):
        COLLECTION = "collection", _("koleksi")
        SEASON = "season", _("musim")

    slug = models.SlugField(
        _("alamat"), max_length=60, unique=True, help_text=_("Huruf kecil dan tanda hubung: hadiah-lebaran.")
    )
    kind = models.CharField(_("jenis"), max_length=10, choices=Kind, default=Kind.COLLECTION)

    panels = [
        FieldRowPanel([FieldPanel("title"), FieldPanel("title_en")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("kind")]),
        FieldRowPanel([FieldPanel("text"), FieldPanel("text_en")]),
        FieldPanel("picture"),
        MultipleChooserPanel("items", label=_("Karya"), chooser_field_name="product", min_num=1, max_num=48),
        PublishingPanel(),
    ]

    class Meta:
        ordering = ["-kind", "title"]  # seasons first
        verbose_name = _("koleksi")
        verbose_name_plural = _("koleksi dan musim")

    def get_absolute_url(self) -> str:
        return reverse("promotion:collection", kwargs={"slug": self.slug})

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "store/promotion/collection.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        return self.shown()

    @property
    def product_ids(self) -> list[int]:
        """In the curators' order; a draft's too."""
        return [item.product_id for item in self.items.all()]

    def shown(self) -> dict[str, Any]:
        """What its page shows."""
        return {
            "collection": self,
            "picture": showing.wide_picture(self.picture),
            "cards": showing.cards_in_order(self.product_ids),
        }


class CollectionItem(Orderable):  # type: ignore[misc]
    collection = ParentalKey(Collection, on_delete=models.CASCADE, related_name="items")
    product = models.ForeignKey(Product, verbose_name=_("karya"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("product")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["collection", "product"], name="promotion_product_once")
        ]


class FeaturedMaker(Promoted):
    """An artisan put in front for a while, with a reason in the curators' words."""

    artisan = models.ForeignKey(
        Partner, verbose_name=_("perajin"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [
        FieldPanel("artisan"),
        FieldRowPanel([FieldPanel("title"), FieldPanel("title_en")]),
        FieldRowPanel([FieldPanel("text"), FieldPanel("text_en")]),
        FieldPanel("picture", help_text=_("Kosongkan untuk memakai foto perajin.")),
        PublishingPanel(),
    ]

    class Meta:
        ordering = ["-first_published_at", "-pk"]
        verbose_name = _("perajin pilihan")
        verbose_name_plural = _("perajin pilihan")

    def clean(self) -> None:
        super().clean()
        if self.artisan_id and not self.artisan.is_public:
            words = _("Perajin ini belum setuju tampil untuk umum. Minta persetujuannya dulu.")
            raise ValidationError({"artisan": words})

    def get_preview_template(self, request: HttpRequest, mode_name: str) -> str:
        return "store/promotion/maker.html"

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        return self.shown()

    def shown(self) -> dict[str, Any]:
        """What stands on a page about it; empty of a maker who took her consent back."""
        maker = showing.maker_of(self.artisan)
        return {
            "featured": self,
            "maker": maker,
            "picture": showing.wide_picture(self.picture) or maker.picture,
            "cards": showing.cards_of_maker(self.artisan) if self.artisan.is_public else [],
        }
