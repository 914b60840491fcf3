"""Orders (fork): which chapter a line belongs to, in which language the shopper reads, how long goods are held."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.order.abstract_models import AbstractLine, AbstractOrder

from iccn.chapters.models import Chapter
from iccn.money.rupiah import Rupiah


class Order(AbstractOrder):
    """`reserved_until` says how long the goods of an unpaid order are held."""

    class Status(models.TextChoices):
        AWAITING_PAYMENT = "", _("Menunggu pembayaran")
        PAID = "paid", _("Diproses")

    language = models.CharField(_("bahasa"), max_length=2, default="id")
    reserved_until = models.DateTimeField(_("barang ditahan sampai"), null=True, blank=True)

    class Meta(AbstractOrder.Meta):
        verbose_name = _("pesanan")
        verbose_name_plural = _("pesanan")

    @property
    def total(self) -> Rupiah:
        """Goods and shipping, as it has to be paid."""
        return Rupiah.of(self.total_incl_tax)


class Line(AbstractLine):
    """`num_allocated` counts the line's pieces that are held in stock and not taken out yet."""

    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="+", verbose_name=_("simpul"))

    class Meta(AbstractLine.Meta):
        verbose_name = _("baris pesanan")
        verbose_name_plural = _("baris pesanan")


from oscar.apps.order.models import *  # noqa: E402 - Oscar asks for its models after ours
