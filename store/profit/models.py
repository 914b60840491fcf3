"""What was frozen of each sold line, and what refunds took back of it. Rows are never changed.

The books outlive orders: lines are named by number, so that nothing here hangs on an order's row.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from iccn.chapters.models import Chapter
from iccn.ledger.models import Entry, SplitPolicy
from iccn.money.fields import RupiahField
from store.partner.models import Partner
from store.profit.sale import Figures, Taken


class LineShare(models.Model):
    """Who gets how many rupiah of one order line, frozen at payment."""

    order_number = models.CharField(_("pesanan"), max_length=128, db_index=True)
    line = models.PositiveBigIntegerField(_("baris"), unique=True)  # the order line's number
    parcel = models.CharField(_("paket"), max_length=64, blank=True)
    artisan_account = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="+")
    chapter_account = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="+")
    policy = models.ForeignKey(SplitPolicy, on_delete=models.PROTECT, null=True, related_name="+")
    price = RupiahField(_("harga"))
    shipping = RupiahField(_("ongkos kirim"))
    artisan = RupiahField(_("bagian perajin"))
    gateway = RupiahField(_("biaya pembayaran"))
    chapter = RupiahField(_("bagian simpul"))
    solidarity = RupiahField(_("dana solidaritas"))
    operations = RupiahField(_("operasional"))  # negative when the sale made a loss
    frozen_at = models.DateTimeField(_("dibekukan"), auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("bagian baris pesanan")
        verbose_name_plural = _("bagian baris pesanan")
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    price=F("artisan") + F("gateway") + F("chapter") + F("solidarity") + F("operations")
                ),
                name="profit_parts_add_up",
            ),
            models.CheckConstraint(
                condition=Q(price__gte=0, shipping__gte=0, artisan__gte=0, gateway__gte=0)
                & Q(chapter__gte=0, solidarity__gte=0)
                & Q(artisan__lte=F("price")),
                name="profit_only_operations_lose",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order_number} · {self.line}"

    @property
    def figures(self) -> Figures:
        return Figures(
            line=self.line,
            artisan_code=self.artisan_account.code,
            chapter_code=self.chapter_account.slug,
            price=self.price,
            shipping=self.shipping,
            artisan=self.artisan,
            gateway=self.gateway,
            chapter=self.chapter,
            solidarity=self.solidarity,
            operations=self.operations,
        )


class LineRefund(models.Model):
    """What one refund took back of one line, from whom. `number` counts the order's refunds."""

    share = models.ForeignKey(LineShare, on_delete=models.PROTECT, related_name="refunds")
    number = models.PositiveIntegerField(_("nomor"))
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="+")
    goods = RupiahField(_("barang"))
    shipping = RupiahField(_("ongkos kirim"))
    artisan = RupiahField(_("dari perajin"))
    chapter = RupiahField(_("dari simpul"))
    solidarity = RupiahField(_("dari dana solidaritas"))
    platform = RupiahField(_("dari toko"))

    class Meta:
        ordering = ["pk"]
        verbose_name = _("pengembalian baris pesanan")
        verbose_name_plural = _("pengembalian baris pesanan")
        constraints = [
            models.UniqueConstraint(fields=["share", "number"], name="profit_one_refund_a_number"),
            models.CheckConstraint(
                condition=Q(goods=F("artisan") + F("chapter") + F("solidarity") + F("platform")),
                name="profit_refund_adds_up",
            ),
            models.CheckConstraint(
                condition=Q(goods__gte=0, shipping__gte=0, artisan__gte=0, chapter__gte=0)
                & Q(solidarity__gte=0, platform__gte=0),
                name="profit_refund_not_negative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.share_id} · {self.number}"

    @property
    def taken(self) -> Taken:
        return Taken(
            goods=self.goods,
            shipping=self.shipping,
            artisan=self.artisan,
            chapter=self.chapter,
            solidarity=self.solidarity,
            platform=self.platform,
        )
