"""The four levels of Indonesian administration, by the Ministry of Home Affairs' dotted codes.

Codes: province `32`, regency or city `32.73`, district `32.73.07`, village `32.73.07.1001`.
Source: idn-area-data 4.0.1 (ODbL 1.0), postal codes wilayah_kodepos (MIT); see `data/`.
"""

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
    code = models.CharField(primary_key=True, max_length=13)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="villages")
    postal_code = models.CharField(max_length=5, db_index=True)
