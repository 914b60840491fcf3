"""Every message we told a person, and what became of it. A notice is personal data: it is pruned after its time."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Notice(models.Model):
    """One message to one person over one channel, with its words as they were sent."""

    class Channel(models.TextChoices):
        EMAIL = "email", _("e-mail")
        WHATSAPP = "whatsapp", _("WhatsApp")

    class State(models.TextChoices):
        WAITING = "waiting", _("menunggu")
        SENT = "sent", _("terkirim")
        FAILED = "failed", _("gagal")

    kind = models.CharField(_("jenis"), max_length=60, db_index=True)
    channel = models.CharField(_("saluran"), max_length=10, choices=Channel)
    name = models.CharField(_("nama"), max_length=120)
    address = models.CharField(_("alamat"), max_length=254)  # an e-mail address or a phone in E.164
    language = models.CharField(_("bahasa"), max_length=2)
    subject = models.CharField(_("judul"), max_length=200, blank=True)
    text = models.TextField(_("isi"))
    html = models.TextField(_("isi HTML"), blank=True)
    about_type = models.CharField(max_length=80, blank=True)
    about_id = models.CharField(max_length=64, blank=True)
    state = models.CharField(_("keadaan"), max_length=10, choices=State, default=State.WAITING, db_index=True)
    tries = models.PositiveSmallIntegerField(_("percobaan"), default=0)
    created_at = models.DateTimeField(_("dibuat"), auto_now_add=True)
    sent_at = models.DateTimeField(_("dikirim"), null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        verbose_name = _("pesan")
        verbose_name_plural = _("pesan")
        indexes = [models.Index(fields=["about_type", "about_id"], name="notices_about")]

    def __str__(self) -> str:
        return f"{self.kind} · {self.channel} · {self.state}"
