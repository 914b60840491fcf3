"""Products and categories (fork), with their provenance: maker, chapter, materials, technique, proof."""

from typing import Any
from urllib.parse import urlencode

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
from store.catalogue import rules
from store.catalogue.options import OPTIONS
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
    """What the store sells. `title` and `description` (the story) are Indonesian, `*_en` the English beside them.

    A product with variants is a parent without stock; each variant is a child with its `variant_options` and one stock
    record. A child carries the title, weight, size and making cost of its parent, and has no page of its own.
    """

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
    variant_options = models.JSONField(
        _("pilihan"), default=dict, blank=True
    )  # {"ukuran": "M", "warna": "Merah"}
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
            models.CheckConstraint(
                condition=(Q(structure="child", parent__isnull=False) & ~Q(variant_options={}))
                | (~Q(structure="child") & Q(parent__isnull=True, variant_options={})),
                name="catalogue_variant_says_which",
            ),
            models.UniqueConstraint(
                fields=["parent", "variant_options"], name="catalogue_one_of_each_variant"
            ),
            # What `guards` makes a variant refer to: its parent, of the same artisan and chapter.
            models.UniqueConstraint(fields=["id", "artisan", "chapter"], name="catalogue_whose"),
        ]

    @property
    def story(self) -> str:
        return str(self.description)

    @property
    def name_shown(self) -> str:
        """With what was chosen, when it is a variant: `Tas pandan · Merah, M`."""
        return in_language(self.get_title(), self.english_title)

    def get_title(self) -> str:
        return rules.named(self.title, self.variant_words)

    @property
    def english_title(self) -> str:
        return rules.named(self.title_en, self.variant_words)

    @property
    def variant_words(self) -> str:
        """`Merah, M`; empty for what is no variant."""
        return rules.option_words(self.variant_options, list(OPTIONS))

    @property
    def story_shown(self) -> str:
        return in_language(self.description, self.story_en)

    @property
    def why_selected_shown(self) -> str:
        return in_language(self.why_selected, self.why_selected_en)

    @cached_property
    def variants(self) -> list["Product"]:
        """Its variants in the order of the artisan; none for what is sold in one way. Prefetched ones cost no query."""
        found = sorted(self.children.all(), key=lambda one: str(one.upc)) if self.is_parent else []
        for one in found:
            one.parent = self
        return found

    @property
    def option_names(self) -> list[str]:
        """What its variants differ in."""
        return [name for name in OPTIONS if self.variants and name in self.variants[0].variant_options]

    @cached_property
    def stock(self) -> StockRecord:
        """The one stock record of what can be bought; a prefetched one costs no query. A parent has none."""
        record: StockRecord = self.stockrecords.all()[0]
        return record

    @property
    def price(self) -> Rupiah:
        """With variants: the lowest of those that can be had, of all when none can."""
        if not self.is_parent:
            return self.stock.rupiah
        there = [one for one in self.variants if one.is_sellable] or self.variants
        return min(one.price for one in there)

    @property
    def is_from_price(self) -> bool:
        """Whether its variants differ in price, so that `price` is the lowest of several."""
        return len({one.price for one in self.variants}) > 1

    @property
    def pieces_left(self) -> int | None:
        """Pieces that may still be sold, of all variants together; None when each piece is made to order."""
        if self.is_made_to_order:
            return None
        return sum(int(one.stock.net_stock_level) for one in self.variants or [self])

    @property
    def is_sellable(self) -> bool:
        return bool(self.is_public and (self.pieces_left is None or self.pieces_left > 0))

    @property
    def shown_images(self) -> list["ProductImage"]:
        """A variant is shown by its parent's pictures."""
        return list((self.parent if self.is_child else self).images.all())

    def get_absolute_url(self) -> str:
        """A variant's address is its parent's page, with the variant chosen."""
        if self.is_child:
            return f"{self.parent.get_absolute_url()}?{urlencode({'varian': self.variant_number})}"
        return reverse("catalogue:detail", kwargs={"product_slug": self.slug, "pk": self.pk})

    @property
    def variant_number(self) -> str:
        """What names a variant within its product: `02`."""
        return str(self.upc).rpartition("-")[2]

    def passport_url(self) -> str:
        return reverse("catalogue:passport", kwargs={"upc": self.upc})


class ProductFigures(models.Model):
    """What is counted about a product, anew every hour; a product without a row has sold nothing lately.

    `sold` are pieces of paid orders of the last 180 days, returned and lost parcels left out.
    """

    product = models.OneToOneField(
        Product, on_delete=models.CASCADE, primary_key=True, related_name="figures"
    )
    sold = models.PositiveIntegerField(default=0)
    rating = models.FloatField(null=True)
    reviews = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("angka produk")
        verbose_name_plural = _("angka produk")
        constraints = [
            models.CheckConstraint(
                condition=Q(rating__isnull=True, reviews=0) | Q(rating__isnull=False, reviews__gt=0),
                name="catalogue_rating_has_reviews",
            )
        ]

    def __str__(self) -> str:
        return str(self.product_id)


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
