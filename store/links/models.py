"""Links that were sent to artisans. Only the fingerprint of a token is kept."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from store.links.rules import Standing, standing
from store.partner.models import Partner


class OneTimeLink(models.Model):
    """Lets `user` answer one question about one thing, once, without a log-in, in the artisan's name.

    `subject_id` is the key of a parcel or of a product, by the purpose.
    """

    class Purpose(models.TextChoices):
        CONFIRM_ORDER = "confirm_order", _("konfirmasi pesanan")
        SAY_STOCK = "say_stock", _("isi stok")

    purpose = models.CharField(_("tujuan"), max_length=20, choices=Purpose)
    artisan = models.ForeignKey(
        Partner, on_delete=models.CASCADE, related_name="+", verbose_name=_("perajin")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("penerima")
    )
    subject_id = models.PositiveBigIntegerField(_("tentang"))
    token_hash = models.CharField(max_length=64, unique=True)
    is_asked = models.BooleanField(_("diminta sendiri"), default=False)  # not sent by the system of itself
    made_at = models.DateTimeField(_("dibuat"), default=timezone.now)
    expires_at = models.DateTimeField(_("berlaku sampai"))
    used_at = models.DateTimeField(_("dipakai"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("dibatalkan"), null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("tautan sekali pakai")
        verbose_name_plural = _("tautan sekali pakai")
        indexes = [
            models.Index(fields=["user", "-made_at"], name="links_of_a_person"),
            models.Index(fields=["purpose", "subject_id"], name="links_about"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(used_at__isnull=True) | Q(revoked_at__isnull=True), name="links_used_or_revoked"
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="links_live_a_while"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject_id}"

    @property
    def standing(self) -> Standing:
        return standing(
            used=self.used_at, revoked=self.revoked_at, expires=self.expires_at, now=timezone.now()
        )

    @property
    def is_live(self) -> bool:
        return self.standing is Standing.LIVE
