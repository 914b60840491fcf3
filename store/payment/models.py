"""Attempts to pay an order, and what gateways told us, as they told it."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iccn.money.fields import RupiahField
from store.payment.machine import KEPT, MONEY_CAME, State


class Attempt(models.Model):
    """One try to pay one order: one id at the gateway, written before the gateway is called."""

    State = State

    class Trouble(models.TextChoices):
        """Why an attempt needs a person, or did not work out."""

        NONE = "", ""
        NO_ANSWER = "no_answer", _("gerbang pembayaran tidak menjawab")
        REFUSED = "refused", _("gerbang pembayaran menolak permintaan")
        REPLACED = "replaced", _("pembeli memilih cara lain")
        CHALLENGED = "challenged", _("bank meminta pemeriksaan")
        DISAGREES = "disagrees", _("jumlah, mata uang, atau penerima tidak cocok")
        SECOND = "second", _("pesanan sudah dibayar dengan cara lain")
        ORDER_GONE = "order_gone", _("pesanan tidak dapat dihidupkan lagi")

    order = models.ForeignKey("order.Order", on_delete=models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField(_("percobaan ke"))
    gateway = models.CharField(_("gerbang"), max_length=16, default="midtrans")
    provider_id = models.CharField(_("nomor di gerbang"), max_length=50, unique=True)
    method = models.CharField(_("cara bayar"), max_length=24)
    amount = RupiahField(_("jumlah"))
    state = models.CharField(_("keadaan"), max_length=24, choices=State, default=State.CREATED)
    trouble = models.CharField(_("masalah"), max_length=16, choices=Trouble, blank=True)
    language = models.CharField(_("bahasa"), max_length=2, default="id")
    created_at = models.DateTimeField(_("dibuat"), auto_now_add=True)
    expires_at = models.DateTimeField(_("bayar sebelum"))
    token = models.CharField(max_length=64, blank=True)
    redirect_url = models.CharField(max_length=300, blank=True)
    instructions = models.JSONField(default=dict, blank=True, encoder=DjangoJSONEncoder)
    transaction_id = models.CharField(_("nomor transaksi"), max_length=64, blank=True)
    paid_at = models.DateTimeField(_("dibayar"), null=True, blank=True)
    paid_late = models.BooleanField(_("dibayar terlambat"), default=False)
    settled_at = models.DateTimeField(_("diteruskan ke bank"), null=True, blank=True)
    refunded = RupiahField(_("dikembalikan"), default=0)
    reminded_at = models.DateTimeField(null=True, blank=True)
    polls = models.PositiveSmallIntegerField(default=0)
    poll_at = models.DateTimeField(null=True, blank=True)  # when to ask the gateway again

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("percobaan bayar")
        verbose_name_plural = _("percobaan bayar")
        permissions = [("read_payments", "Can see every payment and what is wrong with it")]
        constraints = [
            models.UniqueConstraint(fields=["order", "number"], name="payment_one_attempt_a_number"),
            models.UniqueConstraint(
                fields=["order"],
                condition=Q(state__in=sorted(KEPT)) & ~Q(trouble__in=["second", "order_gone"]),
                name="payment_one_kept_attempt",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="payment_amount_positive"),
            models.CheckConstraint(
                condition=~Q(state__in=sorted(MONEY_CAME)) | Q(paid_at__isnull=False),
                name="payment_paid_has_a_time",
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="payment_known_state"),
        ]
        indexes = [models.Index(fields=["poll_at"], name="payment_poll", condition=Q(poll_at__isnull=False))]

    def __str__(self) -> str:
        return self.provider_id

    @property
    def was_kept(self) -> bool:
        """The order was paid by this attempt, whatever came after: it is not paid by another one."""
        return self.state in MONEY_CAME and self.trouble not in UNKEPT


# Money for these was never the order's.
UNKEPT = frozenset({Attempt.Trouble.SECOND, Attempt.Trouble.ORDER_GONE})


class Notification(models.Model):
    """What a gateway sent us, raw, once: the same news again adds no row."""

    class Outcome(models.TextChoices):
        NONE = "", ""
        MOVED = "moved", _("mengubah keadaan")
        UNCHANGED = "unchanged", _("tidak mengubah apa pun")
        FAILED = "failed", _("gagal diproses")

    gateway = models.CharField(max_length=16)
    fingerprint = models.CharField(max_length=64, unique=True)
    provider_id = models.CharField(max_length=50, db_index=True)
    body = models.JSONField()
    received_at = models.DateTimeField(auto_now_add=True)
    repeats = models.PositiveIntegerField(default=0)
    tries = models.PositiveSmallIntegerField(default=0)
    processed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("pemberitahuan gerbang")
        verbose_name_plural = _("pemberitahuan gerbang")

    def __str__(self) -> str:
        return f"{self.gateway} {self.provider_id}"


from oscar.apps.payment.models import *  # noqa: E402
