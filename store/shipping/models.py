"""Couriers, their services, and what they ask from zone to zone (fork; Oscar's own methods stay unused)."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from iccn.money.fields import RupiahField
from iccn.regions.models import Province
from store.shipping.rules import DEFAULT_DIVISOR, KILO

DEFAULT_PACKING_GRAMS = 150


class Courier(models.Model):
    """How a courier weighs belongs to its contract: room for a kilo, and how much over a kilo is free."""

    code = models.SlugField(_("kode"), max_length=20, unique=True)
    name = models.CharField(_("nama"), max_length=60)
    divisor = models.PositiveIntegerField(
        _("pembagi volume (cm³ per kilo)"), default=DEFAULT_DIVISOR, validators=[MinValueValidator(1)]
    )
    tolerance_g = models.PositiveIntegerField(
        _("toleransi berat (gram)"),
        default=0,
        validators=[MaxValueValidator(KILO - 1)],
        help_text=_("Sekian gram lewat dari satu kilo belum dihitung sekilo lagi. Isi 0 bila tidak tahu."),
    )
    is_active = models.BooleanField(_("dipakai"), default=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("kurir")
        verbose_name_plural = _("kurir")
        constraints = [
            models.CheckConstraint(
                condition=Q(divisor__gt=0, tolerance_g__lt=KILO), name="shipping_courier_weighs_sensibly"
            )
        ]

    def __str__(self) -> str:
        return self.name


class CourierService(models.Model):
    """One of a courier's speeds. `code` is unique within the courier."""

    courier = models.ForeignKey(
        Courier, on_delete=models.CASCADE, related_name="services", verbose_name=_("kurir")
    )
    code = models.SlugField(_("kode"), max_length=20)
    name = models.CharField(_("nama"), max_length=60)
    is_active = models.BooleanField(_("dipakai"), default=True)

    class Meta:
        ordering = ["courier__name", "name"]
        verbose_name = _("layanan kurir")
        verbose_name_plural = _("layanan kurir")
        constraints = [models.UniqueConstraint(fields=["courier", "code"], name="shipping_one_service_code")]

    def __str__(self) -> str:
        return f"{self.courier} {self.name}"


class Zone(models.Model):
    """Provinces that couriers price alike."""

    code = models.SlugField(_("kode"), max_length=20, unique=True)
    name = models.CharField(_("nama"), max_length=60)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("zona")
        verbose_name_plural = _("zona")

    def __str__(self) -> str:
        return self.name


class ProvinceZone(models.Model):
    """The one zone that a province lies in."""

    province = models.OneToOneField(
        Province, on_delete=models.CASCADE, primary_key=True, related_name="+", verbose_name=_("provinsi")
    )
    zone = models.ForeignKey(Zone, on_delete=models.PROTECT, related_name="provinces", verbose_name=_("zona"))

    class Meta:
        ordering = ["province"]
        verbose_name = _("zona provinsi")
        verbose_name_plural = _("zona provinsi")

    def __str__(self) -> str:
        return f"{self.province}: {self.zone}"


class Tariff(models.Model):
    """What a service asks from zone to zone, for the first kilo and each further one; days are working days.

    A row for one city or one province prices what stays inside it, in that zone, before the row between zones.
    """

    class Reach(models.IntegerChoices):
        """From wide to narrow: the narrowest row that fits a parcel counts."""

        ZONES = 0, _("Antarprovinsi")
        PROVINCE = 1, _("Dalam satu provinsi")
        CITY = 2, _("Dalam satu kota atau kabupaten")

    service = models.ForeignKey(
        CourierService, on_delete=models.CASCADE, related_name="tariffs", verbose_name=_("layanan")
    )
    reach = models.PositiveSmallIntegerField(_("jangkauan"), choices=Reach, default=Reach.ZONES)
    origin_zone = models.ForeignKey(
        Zone, on_delete=models.PROTECT, related_name="+", verbose_name=_("dari zona")
    )
    destination_zone = models.ForeignKey(
        Zone, on_delete=models.PROTECT, related_name="+", verbose_name=_("ke zona")
    )
    first_kilo = RupiahField(_("kilo pertama"))
    next_kilo = RupiahField(_("tiap kilo berikutnya"))
    days_min = models.PositiveSmallIntegerField(_("paling cepat (hari)"))
    days_max = models.PositiveSmallIntegerField(_("paling lama (hari)"))
    is_example = models.BooleanField(
        _("contoh"),
        default=False,
        help_text=_(
            "Harga karangan untuk mencoba. Kosongkan setelah Anda isi dengan tarif kurir yang berlaku."
        ),
    )

    class Meta:
        ordering = ["service", "reach", "origin_zone", "destination_zone"]
        verbose_name = _("tarif")
        verbose_name_plural = _("tarif")
        constraints = [
            models.UniqueConstraint(
                fields=["service", "reach", "origin_zone", "destination_zone"], name="shipping_one_tariff"
            ),
            models.CheckConstraint(
                condition=Q(first_kilo__gt=0, next_kilo__gte=0),
                name="shipping_tariff_costs_something",
                violation_error_message=_("Kilo pertama harus lebih dari Rp0."),
            ),
            models.CheckConstraint(
                condition=Q(days_max__gte=F("days_min")),
                name="shipping_days_in_order",
                violation_error_message=_("Paling lama tidak boleh kurang dari paling cepat."),
            ),
            models.CheckConstraint(
                condition=Q(reach=0) | Q(origin_zone=F("destination_zone")),
                name="shipping_narrow_reach_in_one_zone",
                violation_error_message=_("Dalam satu kota atau provinsi, kedua zona harus sama."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.service}: {self.origin_zone} → {self.destination_zone} ({self.get_reach_display()})"


@register_setting(icon="package", order=330)
class PackingSetting(BaseGenericSetting):  # type: ignore[misc]
    """What packing adds to each parcel's weight."""

    grams = models.PositiveIntegerField(
        _("berat kemasan tiap paket (gram)"),
        default=DEFAULT_PACKING_GRAMS,
        help_text=_("Ditambahkan ke berat barang sebelum ongkos kirim dihitung."),
    )

    class Meta:
        verbose_name = _("Kemasan paket")

    def __str__(self) -> str:
        return f"{self.grams} g"

    @classmethod
    def grams_in_force(cls) -> int:
        found = cls.objects.values_list("grams", flat=True).first()
        return DEFAULT_PACKING_GRAMS if found is None else int(found)


from oscar.apps.shipping.models import *  # noqa: E402 - Oscar asks for its models after ours
