"""Orders and parcels (fork): our own number, a link that needs no log-in, one parcel per artisan, held goods."""

from django.core.signing import Signer
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _
from oscar.apps.address.abstract_models import AbstractShippingAddress
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder

from iccn.chapters.models import Chapter
from iccn.money.fields import RupiahField
from iccn.money.rupiah import Rupiah
from iccn.notices.recipient import Recipient
from store.catalogue.words import in_language
from store.order.machine import OPEN, OrderState, ParcelState, PublicStatus, public_status
from store.partner.models import Partner

_signer = Signer(salt="store.order")


class Order(AbstractOrder):
    """What a shopper asked for, at prices that stand. `reserved_until`: how long unpaid goods are held."""

    State = OrderState

    status = models.CharField(_("keadaan"), max_length=16, choices=OrderState, default=OrderState.AWAITING)
    contact_name = models.CharField(_("nama pemesan"), max_length=120, blank=True)
    contact_phone = models.CharField(_("nomor telepon"), max_length=20, blank=True)  # E.164
    language = models.CharField(_("bahasa"), max_length=2, default="id")
    reserved_until = models.DateTimeField(_("barang ditahan sampai"), null=True, blank=True)
    paid_at = models.DateTimeField(_("dibayar pada"), null=True, blank=True)

    class Meta(AbstractOrder.Meta):
        verbose_name = _("pesanan")
        verbose_name_plural = _("pesanan")
        permissions = [("tend_order", "Boleh menandai paket siapa pun sudah dikirim atau diterima")]
        constraints = [
            # A form that is sent twice cannot buy one basket twice.
            models.UniqueConstraint(fields=["basket"], name="order_one_a_basket"),
            models.CheckConstraint(condition=Q(status__in=OrderState.values), name="order_known_state"),
            models.CheckConstraint(
                condition=~Q(status=OrderState.PAID) | Q(paid_at__isnull=False, reserved_until__isnull=True),
                name="order_paid_has_a_time",
            ),
        ]

    @property
    def signature(self) -> str:
        """Opens the order's page without a log-in; only we can make it."""
        return _signer.signature(self.number)

    def is_signed_by(self, signature: str) -> bool:
        return constant_time_compare(self.signature, signature)

    def get_absolute_url(self) -> str:
        """The shopper's page, in the language in which they ordered."""
        with translation.override(self.language):
            return reverse("checkout:order", args=[self.number, self.signature])

    @property
    def total(self) -> Rupiah:
        """Goods and shipping, as it has to be paid."""
        return Rupiah.of(self.total_incl_tax)

    @property
    def shipping(self) -> Rupiah:
        return Rupiah.of(self.shipping_incl_tax)

    @property
    def goods(self) -> Rupiah:
        return self.total - self.shipping

    @property
    def is_awaiting(self) -> bool:
        return self.status == OrderState.AWAITING

    @property
    def public_status(self) -> PublicStatus:
        return public_status(self.status, [parcel.state for parcel in self.parcels.all()])

    @property
    def shopper(self) -> Recipient:
        """Whom we write to about the order, in the language in which it was placed."""
        return Recipient(
            self.contact_name, self.guest_email or self.email or "", self.contact_phone, self.language
        )


class ShippingAddress(AbstractShippingAddress):
    """Where an order goes, as it was written that day: places are renamed, and an old parcel went to the old name.

    `line1` street, `line2` RT/RW, `line3` village and district, `line4` regency or city, `state` province.
    """

    village_code = models.CharField(_("kode desa/kelurahan"), max_length=13, blank=True)

    @property
    def lines(self) -> list[str]:
        """As Indonesians print it, without the name."""
        last = f"{self.state} {self.postcode}".strip()
        return [line for line in (self.line1, self.line2, self.line3, self.line4, last) if line]


class Parcel(models.Model):
    """What one courier carries from one artisan to the shopper. `grams` is what the parcel weighs, packing included."""

    State = ParcelState

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="parcels")
    number = models.PositiveSmallIntegerField(_("nomor"))  # counts the order's parcels
    artisan = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="parcels", verbose_name=_("perajin")
    )
    origin = models.CharField(_("asal"), max_length=200)
    provider = models.CharField(_("sumber tarif"), max_length=20)
    courier = models.CharField(_("kurir"), max_length=20)
    courier_name = models.CharField(_("nama kurir"), max_length=60)
    service = models.CharField(_("layanan"), max_length=20)
    service_name = models.CharField(_("nama layanan"), max_length=60)
    cost = RupiahField(_("ongkos kirim"))
    grams = models.PositiveIntegerField(_("berat (gram)"))
    billable_kilos = models.PositiveIntegerField(_("kilo yang dibayar"))
    days_min = models.PositiveSmallIntegerField(_("paling cepat (hari)"))
    days_max = models.PositiveSmallIntegerField(_("paling lama (hari)"))
    waybill = models.CharField(_("nomor resi"), max_length=30, blank=True)
    state = models.CharField(_("keadaan"), max_length=16, choices=ParcelState, default=ParcelState.WAITING)

    class Meta:
        ordering = ["order", "number"]
        verbose_name = _("paket")
        verbose_name_plural = _("paket")
        indexes = [models.Index(fields=["artisan", "state"], name="order_parcels_of_artisan")]
        constraints = [
            models.UniqueConstraint(fields=["order", "number"], name="order_parcel_number"),
            models.UniqueConstraint(fields=["order", "artisan"], name="order_one_parcel_an_artisan"),
            models.CheckConstraint(
                condition=Q(cost__gte=0, grams__gt=0, billable_kilos__gt=0), name="order_parcel_is_sensible"
            ),
            models.CheckConstraint(
                condition=Q(state__in=sorted(OPEN)) | ~Q(waybill=""), name="order_sent_has_a_waybill"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order_id}/{self.number}"

    @property
    def carrier(self) -> str:
        """Courier and service as people say them: `JNE REG`."""
        return f"{self.courier_name} {self.service_name}"


class ParcelEvent(models.Model):
    """One thing that happened to a parcel, for its timeline; a courier's own news will stand here too."""

    parcel = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="events")
    state = models.CharField(_("keadaan"), max_length=16, choices=ParcelState)
    at = models.DateTimeField(_("waktu"))
    note = models.CharField(_("catatan"), max_length=200, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("kejadian paket")
        verbose_name_plural = _("kejadian paket")

    def __str__(self) -> str:
        return f"{self.parcel_id} {self.state}"


class Line(AbstractLine):
    """One product of an order; `partner` is its artisan. Who gets what of it is frozen by `store.profit`.

    `num_allocated` counts the line's pieces that are held in stock and not taken out yet. Without a `parcel` the
    goods were handed over at a counter.
    """

    parcel = models.ForeignKey(Parcel, on_delete=models.PROTECT, null=True, blank=True, related_name="lines")
    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="+", verbose_name=_("simpul"))

    class Meta(AbstractLine.Meta):
        verbose_name = _("baris pesanan")
        verbose_name_plural = _("baris pesanan")

    @property
    def name_shown(self) -> str:
        return in_language(self.title, self.product.english_title if self.product else "")

    @property
    def price(self) -> Rupiah:
        """Of all its pieces."""
        return Rupiah.of(self.line_price_incl_tax)


from oscar.apps.order.models import *  # noqa: E402 - Oscar asks for its models after ours
