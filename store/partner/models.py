"""Artisans: Oscar's partner is the artisan's shop of one member."""

from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Floor
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractPartner, AbstractStockRecord

from iccn.chapters.models import Chapter
from iccn.media.models import Picture
from iccn.members.models import Member
from iccn.money.rupiah import Rupiah


class Partner(AbstractPartner):
    """An artisan (perajin): a member who sells. `name` is the public name, `code` the slug of the public page."""

    member = models.OneToOneField(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    craft = models.CharField(_("kriya"), max_length=80, blank=True)
    story = models.TextField(_("cerita"), blank=True)
    story_en = models.TextField(_("cerita (Inggris)"), blank=True)
    portrait = models.ForeignKey(Picture, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    share_basis_points = models.PositiveIntegerField(_("bagian perajin (per sepuluh ribu)"), default=8_000)
    is_public = models.BooleanField(_("tampil untuk umum"), default=False)  # by the artisan's own consent
    is_accepted = models.BooleanField(_("diterima"), default=False)  # confirmed by the chapter's coordinator

    @property
    def chapter(self) -> Chapter | None:
        return self.member.chapter if self.member else None

    def get_absolute_url(self) -> str:
        """The public page; it answers only while `is_public`."""
        return reverse("catalogue:artisan", kwargs={"code": self.code})


class StockRecord(AbstractStockRecord):
    """Price and pieces of one product. `num_in_stock` is empty for what is made to order.

    `num_allocated` counts pieces promised to orders; what is left is `net_stock_level`, never below zero.
    """

    price = models.DecimalField(_("harga"), decimal_places=2, max_digits=12)

    class Meta(AbstractStockRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["product"], name="partner_one_stock_a_product"),
            models.CheckConstraint(
                condition=Q(price__gt=Decimal(0), price=Floor("price"), price_currency="IDR"),
                name="partner_price_in_whole_rupiah",
            ),
            models.CheckConstraint(
                condition=Q(num_allocated__isnull=True) | Q(num_allocated__gte=0),
                name="partner_allocated_not_negative",
            ),
            models.CheckConstraint(
                condition=Q(num_in_stock__isnull=True)
                | Q(num_allocated__isnull=True)
                | Q(num_allocated__lte=F("num_in_stock")),
                name="partner_never_sold_twice",
            ),
        ]

    @property
    def rupiah(self) -> Rupiah:
        return Rupiah.of(self.price)


from oscar.apps.partner.models import *  # noqa: E402 - Oscar asks for its models after ours
