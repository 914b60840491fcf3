"""Reading products by names of the domain."""

from typing import Self, cast

from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Coalesce
from oscar.apps.catalogue.managers import ProductQuerySet as OscarProductQuerySet

from iccn.chapters.models import Chapter
from store.partner.models import Partner, StockRecord


class ProductQuerySet(OscarProductQuerySet):
    def published(self) -> Self:
        """Every product that was ever published: its passport stays."""
        return cast(Self, self.filter(published_at__isnull=False, parent=None))

    def sellable(self) -> Self:
        """Public, and made to order or with a piece left, its own or of a variant."""
        left = F("num_in_stock") - Coalesce(F("num_allocated"), 0)
        stock = StockRecord.objects.alias(left=left).filter(left__gt=0)
        own, of_variant = stock.filter(product=OuterRef("pk")), stock.filter(product__parent=OuterRef("pk"))
        is_there = Q(is_made_to_order=True) | Q(Exists(own)) | Q(Exists(of_variant))
        return cast(Self, self.browsable().filter(is_there))

    def from_chapter(self, chapter: Chapter) -> Self:
        return cast(Self, self.filter(chapter=chapter))

    def by_artisan(self, artisan: Partner) -> Self:
        return cast(Self, self.filter(artisan=artisan))

    def with_variants(self) -> Self:
        """With what is needed to choose one and to say what it costs: three queries more."""
        return cast(Self, self.prefetch_related("stockrecords", "children__stockrecords"))

    def for_display(self) -> Self:
        """With what a page about one product needs: seven queries, eight when there are variants."""
        images = self.model._meta.get_field("images").related_model.objects.select_related("picture")
        found = self.select_related(
            "chapter__regency__province",
            "artisan__member__village__district",
            "artisan__member__chapter__regency",
            "artisan__portrait",
            "figures",
        ).prefetch_related(
            "stockrecords",
            "children__stockrecords",
            "categories",
            "certificates",
            Prefetch("images", images),
            "images__picture__renditions",
        )
        return cast(Self, found)
