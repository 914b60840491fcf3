"""Reading products by names of the domain."""

from typing import Self, cast

from django.db.models import F, Prefetch, Q
from django.db.models.functions import Coalesce
from oscar.apps.catalogue.managers import ProductQuerySet as OscarProductQuerySet

from iccn.chapters.models import Chapter
from store.partner.models import Partner


class ProductQuerySet(OscarProductQuerySet):
    def published(self) -> Self:
        """Every product that was ever published: its passport stays."""
        return cast(Self, self.filter(published_at__isnull=False, parent=None))

    def sellable(self) -> Self:
        """Public, and either made to order or with a piece left."""
        left = F("stockrecords__num_in_stock") - Coalesce(F("stockrecords__num_allocated"), 0)
        return cast(Self, self.browsable().alias(left=left).filter(Q(is_made_to_order=True) | Q(left__gt=0)))

    def from_chapter(self, chapter: Chapter) -> Self:
        return cast(Self, self.filter(chapter=chapter))

    def by_artisan(self, artisan: Partner) -> Self:
        return cast(Self, self.filter(artisan=artisan))

    def for_display(self) -> Self:
        """With what a page about one product needs: six queries."""
        images = self.model._meta.get_field("images").related_model.objects.select_related("picture")
        found = self.select_related(
            "chapter__regency__province", "artisan__member__village__district", "artisan__portrait"
        ).prefetch_related(
            "stockrecords",
            "categories",
            "certificates",
            Prefetch("images", images),
            "images__picture__renditions",
        )
        return cast(Self, found)
