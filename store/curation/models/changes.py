"""What artisans ask to change of products that are on sale."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from iccn.chapters.models import Chapter
from store.catalogue.models import Product
from store.curation.changes.machine import LIVE, State
from store.partner.models import Partner


class ChangeRequest(models.Model):
    """One artisan's wish for one product, with what it was and what it should be; answered by a curator with a reason.

    `before` and `after` hold words and prices as `store.curation.changes.telling` writes them.
    """

    State = State

    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+", verbose_name=_("produk"))
    artisan = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="+", verbose_name=_("perajin")
    )
    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="+", verbose_name=_("simpul"))
    state = models.CharField(_("keadaan"), max_length=12, choices=State, default=State.DRAFT)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    pictures_before = models.JSONField(default=list)  # ids, in their order
    pictures_after = models.JSONField(default=list)
    keys = models.JSONField(default=list)  # of pictures that were kept: sent twice, kept once
    note = models.TextField(_("alasan perajin"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(_("dibuat"), auto_now_add=True)
    sent_at = models.DateTimeField(_("dikirim"), null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(_("dijawab"), null=True)
    answer = models.TextField(_("jawaban kurator"), blank=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("permintaan perubahan")
        verbose_name_plural = _("permintaan perubahan")
        constraints = [
            models.UniqueConstraint(
                fields=["product"],
                condition=Q(state__in=sorted(LIVE)),
                name="curation_one_change_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.ACCEPTED, State.REFUSED])
                | (Q(answered_by__isnull=False) & ~Q(answer="")),
                name="curation_change_answered_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return str(self.product)

    def get_absolute_url(self) -> str:
        return reverse("curation:change", args=[self.pk])

    @property
    def is_writable(self) -> bool:
        return self.state == State.DRAFT

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN
