"""Warnings that were given of certificates that run out."""

from django.db import models

from store.catalogue.models import ProductCertificate


class CertificateWarning(models.Model):
    """One warning, given once: `days` before the last day, 0 when the product was paused."""

    certificate = models.ForeignKey(ProductCertificate, on_delete=models.CASCADE, related_name="+")
    valid_until = models.DateField()
    days = models.PositiveSmallIntegerField()
    told_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["certificate", "valid_until", "days"], name="curation_one_warning_each"
            )
        ]

    def __str__(self) -> str:
        return f"{self.certificate} · {self.days}"
