"""A round of curation (kurasi): a theme from a day until a day, with how many are wanted of what."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel

from iccn.regions.models import Province
from store.catalogue.models import Category


class Round(ClusterableModel):  # type: ignore[misc]
    """What is sent while it is open and fits belongs to it; everything else is rolling intake."""

    theme = models.CharField(_("tema"), max_length=120)
    theme_en = models.CharField(_("tema (Inggris)"), max_length=120, blank=True)
    opens_on = models.DateField(_("dibuka"))
    closes_on = models.DateField(_("ditutup"))  # still open on this day

    panels = [
        FieldPanel("theme"),
        FieldPanel("theme_en"),
        FieldPanel("opens_on"),
        FieldPanel("closes_on"),
        InlinePanel(
            "quotas", label=_("Kuota"), help_text=_("Tanpa kuota, kurasi ini menerima semua produk.")
        ),
    ]

    class Meta:
        ordering = ["-opens_on"]
        verbose_name = _("kurasi")
        verbose_name_plural = _("kurasi")
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="curation_round_closes_after_it_opens"
            )
        ]

    def __str__(self) -> str:
        return self.theme


class Quota(models.Model):
    """How many products a round wants to select of a category (with those under it), of a province, or of both."""

    round = ParentalKey(Round, on_delete=models.CASCADE, related_name="quotas")
    category = models.ForeignKey(
        Category,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("kategori"),
    )
    province = models.ForeignKey(
        Province,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("provinsi"),
    )
    most = models.PositiveSmallIntegerField(_("paling banyak terpilih"))

    class Meta:
        verbose_name = _("kuota")
        verbose_name_plural = _("kuota")
        constraints = [
            models.CheckConstraint(
                condition=Q(category__isnull=False) | Q(province__isnull=False),
                name="curation_quota_is_of_something",
            )
        ]

    def __str__(self) -> str:
        return " · ".join(str(part) for part in (self.category, self.province) if part)
