"""Sheets that artisans sent in."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from store.partner.models import Partner


class BulkImport(models.Model):
    """One sheet, read and checked; drafts are made of it once, when the artisan says so.

    `rows` is a list of `{"number": 5, "typed": {field: text}, "errors": {field: [words]}}`.
    """

    artisan = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    rows = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True)
    made = models.PositiveSmallIntegerField(default=0)  # drafts

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("lembar produk")
        verbose_name_plural = _("lembar produk")

    def __str__(self) -> str:
        return f"{self.artisan} · {self.made_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        return reverse("curation:import", args=[self.pk])
