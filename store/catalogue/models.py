"""Products and categories (fork), with their provenance: maker, chapter, materials, technique, proof."""

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.abstract_models import (
    AbstractCategory,
    AbstractProduct,
    AbstractProductCategory,
    AbstractProductClass,
    AbstractProductImage,
)

from iccn.chapters.models import Chapter
from iccn.media.models import Picture
from iccn.money.fields import RupiahField
from iccn.money.rupiah import Rupiah
from store.catalogue.querysets import ProductQuerySet
from store.catalogue.words import in_language
from store.partner.models import Partner, StockRecord


class Category(AbstractCategory):
    """What a product is, as a tree. `name` and `description` are Indonesian; the slug is unique in the whole tree."""

    name_en = models.CharField(_("nama (Inggris)"), max_length=255, blank=True)
    description_en = models.TextField(_("keterangan (Inggris)"), blank=True)

    class Meta(AbstractCategory.Meta):
        verbose_name = _("kategori")
        verbose_name_plural = _("kategori")
        constraints = [models.UniqueConstraint(fields=["slug"], name="catalogue_one_category_slug")]

    @property
    def title(self) -> str:
        return in_language(self.name, self.name_en)

    def get_absolute_url(self) -> str:
        return reverse("store:category", kwargs={"path": self.full_slug})


class ProductClass(AbstractProductClass):
    """Oscar sorts products into classes; ours are all of one."""


class ProductCategory(AbstractProductCategory):
    """A product's place in the tree."""


class Product(AbstractProduct):
    """What the store sells. `title` and `description` (the story) are Indonesian, `*_en` the English beside them."""

    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="+", verbose_name=_("simpul"))
    artisan = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="products", verbose_name=_("perajin")
    )
    title_en = models.CharField(_("judul (Inggris)"), max_length=255, blank=True)
    story_en = models.TextField(_("cerita (Inggris)"), blank=True)
    materials = models.JSONField(_("bahan"), default=list, blank=True)  # list of words
    techniques = models.JSONField(_("teknik"), default=list, blank=True)  # list of words
    weight_g = models.PositiveIntegerField(_("berat (gram)"))
    length_cm = models.PositiveIntegerField(_("panjang (cm)"))
    width_cm = models.PositiveIntegerField(_("lebar (cm)"))
    height_cm = models.PositiveIntegerField(_("tinggi (cm)"))
    making_days = models.PositiveSmallIntegerField(_("lama pembuatan (hari)"), default=1)
    is_made_to_order = models.BooleanField(_("dibuat saat dipesan"), default=False)
    making_cost = RupiahField(_("biaya pembuatan"))
    why_selected = models.TextField(_("mengapa dipilih"), blank=True)
    why_selected_en = models.TextField(_("mengapa dipilih (Inggris)"), blank=True)
    published_at = models.DateTimeField(_("terbit"), null=True, blank=True)
    paused_at = models.DateTimeField(_("dijeda"), null=True, blank=True)

    objects = ProductQuerySet.as_manager()

    class Meta(AbstractProduct.Meta):
        verbose_name = _("produk")
        verbose_name_plural = _("produk")
        permissions = [
            ("tend_product", "Boleh menjeda produk siapa pun dan mengisi stoknya"),
            ("keep_store", "Boleh bekerja di meja toko"),
        ]
        indexes = [models.Index(fields=["chapter", "-published_at"], name="catalogue_chapter_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(weight_g__gt=0, length_cm__gt=0, width_cm__gt=0, height_cm__gt=0),
                name="catalogue_has_weight_and_size",
            ),
            models.CheckConstraint(
                condition=Q(making_cost__gte=0), name="catalogue_making_cost_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(is_public=False) | Q(published_at__isnull=False, paused_at__isnull=True),
                name="catalogue_public_is_published",
            ),
            models.CheckConstraint(
                condition=Q(paused_at__isnull=True) | Q(paused_at__gte=F("published_at")),
                name="catalogue_paused_after_published",
            ),
        ]

    @property
    def story(self) -> str:
        return str(self.description)

    @property
    def name_shown(self) -> str:
        return in_language(self.title, self.title_en)

    @property
    def story_shown(self) -> str:
        return in_language(self.description, self.story_en)

    @property
    def why_selected_shown(self) -> str:
        return in_language(self.why_selected, self.why_selected_en)

    @cached_property
    def stock(self) -> StockRecord:
        """The product's one stock record; a prefetched one costs no query."""
        record: StockRecord = self.stockrecords.all()[0]
        return record

    @property
    def price(self) -> Rupiah:
        return self.stock.rupiah

    @property
    def pieces_left(self) -> int | None:
        """Pieces that may still be sold; None when each piece is made to order."""
        return None if self.is_made_to_order else self.stock.net_stock_level

    @property
    def is_sellable(self) -> bool:
        return bool(self.is_public and (self.pieces_left is None or self.pieces_left > 0))

    def get_absolute_url(self) -> str:
        return reverse("catalogue:detail", kwargs={"product_slug": self.slug, "pk": self.pk})

    def passport_url(self) -> str:
        return reverse("catalogue:passport", kwargs={"upc": self.upc})


class ProductCertificate(models.Model):
    """Proof that comes with a product: food safety, halal, national standard."""

    class Kind(models.TextChoices):
        PIRT = "pirt", _("P-IRT")
        BPOM = "bpom", _("BPOM")
        HALAL = "halal", _("Halal")
        SNI = "sni", _("SNI")

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="certificates")
    kind = models.CharField(_("jenis"), max_length=8, choices=Kind)
    number = models.CharField(_("nomor"), max_length=60)
    valid_until = models.DateField(_("berlaku sampai"), null=True, blank=True)

    class Meta:
        ordering = ["kind"]
        verbose_name = _("sertifikat")
        verbose_name_plural = _("sertifikat")
        constraints = [
            models.UniqueConstraint(fields=["product", "kind", "number"], name="catalogue_one_certificate")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class ProductImage(AbstractProductImage):
    """A picture of a product, out of the media library. `original` repeats its file for Oscar's dashboard."""

    original = models.ImageField(max_length=255, blank=True)
    picture = models.ForeignKey(Picture, on_delete=models.PROTECT, related_name="+", verbose_name=_("gambar"))

    class Meta(AbstractProductImage.Meta):
        constraints = [
            models.UniqueConstraint(fields=["product", "picture"], name="catalogue_picture_once"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.original = self.picture.file.name
        super().save(*args, **kwargs)


from oscar.apps.catalogue.models import *  # noqa: E402 - Oscar asks for its models after ours
