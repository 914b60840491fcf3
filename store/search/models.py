"""One document a product, with everything a card shows and every word it is found by."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from iccn.money.fields import RupiahField
from store.catalogue.models import Product


class ProductDocument(models.Model):
    """A copy for reading: always made anew from the product, never edited. A listing needs no other table."""

    product = models.OneToOneField(Product, on_delete=models.CASCADE, primary_key=True, related_name="+")
    upc = models.CharField(max_length=64)
    slug = models.CharField(max_length=255)
    title = models.CharField(max_length=255)
    title_en = models.CharField(max_length=255, blank=True)
    artisan_code = models.CharField(max_length=128, blank=True)  # both empty unless the artisan agreed
    artisan_name = models.CharField(max_length=128, blank=True)
    artisan_id = models.BigIntegerField()
    chapter_slug = models.CharField(max_length=60)
    chapter_name = models.CharField(max_length=120)
    regency_code = models.CharField(max_length=5)
    regency_name = models.CharField(max_length=100)
    province_code = models.CharField(max_length=2)
    province_name = models.CharField(max_length=100)
    category_ids = ArrayField(models.BigIntegerField(), default=list)  # with all ancestors
    materials = ArrayField(models.CharField(max_length=60), default=list)  # slugs: "daun-pandan"
    techniques = ArrayField(models.CharField(max_length=60), default=list)
    certificates = ArrayField(models.CharField(max_length=8), default=list)
    price = RupiahField()
    is_public = models.BooleanField()
    is_made_to_order = models.BooleanField()
    is_available = models.BooleanField()
    pieces_left = models.PositiveIntegerField(null=True)
    is_from_price = models.BooleanField(default=False)  # variants differ in price; `price` is the lowest
    variants = models.JSONField(
        default=list
    )  # [{"options": {"ukuran": "M"}, "price": 125000, "is_available": true}]
    rating = models.FloatField(null=True)
    reviews = models.PositiveIntegerField(default=0)
    sold = models.PositiveIntegerField(default=0)  # pieces of the last 180 days
    turn = models.PositiveIntegerField(default=0)  # place in the fair rotation; new products begin in front
    published_at = models.DateTimeField()
    picture = models.JSONField(default=dict)  # as store.catalogue.pictures.sources_of makes it
    analysed = models.JSONField(default=dict)  # as store.search.document.Analysed; what vectors are made of
    heading = SearchVectorField(default="")  # titles and names alone: small, for ranking
    words = SearchVectorField()  # everything
    digest = models.CharField(
        max_length=32, default=""
    )  # of all that is said here; where it differs there is drift
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("dokumen pencarian")
        verbose_name_plural = _("dokumen pencarian")
        indexes = [
            GinIndex(fields=["words"], name="search_words", fastupdate=False),
            GinIndex(fields=["category_ids"], name="search_categories", fastupdate=False),
            GinIndex(fields=["materials"], name="search_materials", fastupdate=False),
            GinIndex(fields=["techniques"], name="search_techniques", fastupdate=False),
            GinIndex(
                OpClass("variants", name="jsonb_path_ops"),
                name="search_variants",
                fastupdate=False,
                condition=~Q(variants=[]),
            ),
            models.Index(
                F("is_available").desc(),
                F("published_at").desc(),
                F("product").desc(),
                name="search_newest",
                condition=Q(is_public=True),
            ),
            models.Index(
                F("is_available").desc(), "price", "product", name="search_price", condition=Q(is_public=True)
            ),
            models.Index(
                F("is_available").desc(),
                F("price").desc(),
                F("product").desc(),
                name="search_dearest",
                condition=Q(is_public=True),
            ),
            models.Index(
                F("is_available").desc(),
                F("rating").desc(nulls_last=True),
                F("reviews").desc(),
                F("product").desc(),
                name="search_rating",
                condition=Q(is_public=True),
            ),
            models.Index(
                F("is_available").desc(), "turn", "product", name="search_turn", condition=Q(is_public=True)
            ),
            models.Index(fields=["chapter_slug"], name="search_chapter"),
            models.Index(fields=["province_code", "regency_code"], name="search_place"),
        ]

    def __str__(self) -> str:
        return self.title


class Variant(models.Model):
    """Another wording. Editors change these; a search uses them within a minute, nothing is indexed anew."""

    class Relation(models.TextChoices):
        SAME = "same", _("sama artinya dengan")
        KIND = "kind", _("termasuk jenis")

    word = models.CharField(_("kata"), max_length=60)
    relation = models.CharField(_("hubungan"), max_length=4, choices=Relation, default=Relation.SAME)
    means = models.CharField(_("kata lain"), max_length=60)

    class Meta:
        ordering = ["means", "word"]
        verbose_name = _("padanan kata")
        verbose_name_plural = _("padanan kata")
        constraints = [
            models.UniqueConstraint(fields=["word", "relation", "means"], name="search_one_variant"),
            models.CheckConstraint(condition=~Q(word=F("means")), name="search_variant_differs"),
        ]

    def __str__(self) -> str:
        return f"{self.word} {self.get_relation_display()} {self.means}"


class KnownWord(models.Model):
    """A word of the titles and names, with the number of products that have it: what a slip may have meant."""

    word = models.CharField(max_length=120, primary_key=True)
    products = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("kata katalog")
        verbose_name_plural = _("kata katalog")

    def __str__(self) -> str:
        return self.word


class Unsent(models.Model):
    """A change that Elasticsearch has not heard of yet: written with the change, gone once it was taken."""

    product = models.BigIntegerField()  # it may be gone
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("perubahan yang menunggu dikirim")
        verbose_name_plural = _("perubahan yang menunggu dikirim")

    def __str__(self) -> str:
        return f"{self.product}"


class Companion(models.Model):
    """Another product that several people bought together with this one; counted anew every night, never edited.

    `place` counts from 1 within the product, the closest companion first. See docs/rules/recommendations.md.
    """

    product = models.ForeignKey(ProductDocument, on_delete=models.CASCADE, related_name="companions")
    other = models.ForeignKey(ProductDocument, on_delete=models.CASCADE, related_name="+")
    buyers = models.PositiveIntegerField()  # different people who bought both in one order
    place = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("produk yang dibeli bersama")
        verbose_name_plural = _("produk yang dibeli bersama")
        constraints = [
            models.UniqueConstraint(fields=["product", "other"], name="search_one_companion"),
            models.CheckConstraint(condition=~Q(product=F("other")), name="search_companion_differs"),
            models.CheckConstraint(condition=Q(buyers__gte=2), name="search_companion_of_several"),
        ]

    def __str__(self) -> str:
        return f"{self.product_id} + {self.other_id}"


class ZeroResult(models.Model):
    """Words that found nothing as they were typed, counted by day. Never who asked, or what tells people apart.

    Kept for 90 days. See `store.search.unanswered`.
    """

    class Shown(models.TextChoices):
        NOTHING = "nothing", _("tidak ada")
        MEANT = "meant", _("ejaan lain")
        SOME = "some", _("sebagian kata")

    day = models.DateField(_("hari"))
    words = models.CharField(_("kata"), max_length=120)
    language = models.CharField(_("bahasa"), max_length=2)
    shown = models.CharField(_("yang ditampilkan"), max_length=7, choices=Shown)
    count = models.PositiveIntegerField(_("kali"), default=1)

    class Meta:
        verbose_name = _("pencarian tanpa hasil")
        verbose_name_plural = _("pencarian tanpa hasil")
        constraints = [
            models.UniqueConstraint(fields=["day", "words", "language"], name="search_one_zero_result"),
        ]

    def __str__(self) -> str:
        return self.words


class KeptCounts(models.Model):
    """How many products a listing without words has, in all and by facet (`engines.database.kept`)."""

    key = models.CharField(max_length=32, primary_key=True)
    query = models.JSONField()
    counts = models.JSONField()
    made_at = models.DateTimeField(db_index=True)
    asked_at = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return self.key
