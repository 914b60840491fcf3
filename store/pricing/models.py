"""What gateways charge, as dated rows that finance keeps."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iccn.money.fields import RupiahField
from store.pricing.rules import FeeTerms


class GatewayFee(models.Model):
    """The fee of one payment method from a day on; the newest row that has begun is in force."""

    method = models.CharField(_("cara bayar"), max_length=24)
    basis_points = models.PositiveIntegerField(_("per sepuluh ribu"), default=0)
    flat = RupiahField(_("tetap"), default=0)
    tax_basis_points = models.PositiveIntegerField(_("pajak atas biaya (per sepuluh ribu)"), default=0)
    effective_from = models.DateField(_("berlaku sejak"))
    is_example = models.BooleanField(_("contoh"), default=False)  # no contract says so yet

    class Meta:
        ordering = ["method", "-effective_from"]
        verbose_name = _("biaya pembayaran")
        verbose_name_plural = _("biaya pembayaran")
        constraints = [
            models.UniqueConstraint(fields=["method", "effective_from"], name="pricing_one_fee_a_day"),
            models.CheckConstraint(
                condition=Q(basis_points__lt=10_000, flat__gte=0, tax_basis_points__lt=10_000),
                name="pricing_fee_is_sensible",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.effective_from}"

    @property
    def terms(self) -> FeeTerms:
        return FeeTerms(self.basis_points, self.flat, self.tax_basis_points)
