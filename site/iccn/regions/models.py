"""The four levels of Indonesian administration, by the Ministry of Home Affairs' dotted codes.

Codes: province `32`, regency or city `32.73`, district `32.73.07`, village `32.73.07.1001`.
Source: idn-area-data 4.0.1 (ODbL 1.0), postal codes wilayah_kodepos (MIT); see `data/README.md`.
"""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _


class Region(models.Model):
    """What the four levels share."""

    name = models.CharField(_("nama"), max_length=100)

    class Meta:
        abstract = True
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Province(Region):
    code = models.CharField(primary_key=True, max_length=2)


class Regency(Region):
    """A regency (Kabupaten) or city (Kota); the name carries which."""

    code = models.CharField(primary_key=True, max_length=5)
    province = models.ForeignKey(Province, on_delete=models.PROTECT, related_name="regencies")


class District(Region):
    code = models.CharField(primary_key=True, max_length=8)
    regency = models.ForeignKey(Regency, on_delete=models.PROTECT, related_name="districts")


class Village(Region):
    """`words` holds the whole address for the one-box search: village A, district B, regency C, province and code D."""

    code = models.CharField(primary_key=True, max_length=13)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="villages")
    postal_code = models.CharField(max_length=5, db_index=True)
    words = SearchVectorField(null=True, editable=False)

    class Meta(Region.Meta):
        indexes = [GinIndex(fields=["words"], name="regions_village_words", fastupdate=False)]


class Dataset(models.Model):
    """Which data the tables hold: a fingerprint of the files they were loaded from."""

    name = models.CharField(primary_key=True, max_length=40)
    fingerprint = models.CharField(max_length=64)
    loaded_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.name} {self.fingerprint[:8]}"
