"""Members of a chapter."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iccn.chapters.models import Chapter
from iccn.regions.models import Village


class Member(models.Model):
    """A person or a community in a chapter; one log-in is at most one member."""

    class Kind(models.TextChoices):
        PERSON = "person", _("perorangan")
        COMMUNITY = "community", _("komunitas")

    chapter = models.ForeignKey(
        Chapter, on_delete=models.PROTECT, related_name="members", verbose_name=_("simpul")
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="member"
    )
    kind = models.CharField(_("jenis"), max_length=10, choices=Kind, default=Kind.PERSON)
    name = models.CharField(_("nama"), max_length=120)
    village = models.ForeignKey(
        Village,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("desa/kelurahan"),
    )
    phone = models.CharField(
        _("nomor telepon"), max_length=20, blank=True
    )  # E.164; for contact by the chapter only
    joined_at = models.DateTimeField(_("bergabung"), auto_now_add=True)
    confirmed_at = models.DateTimeField(
        _("dikonfirmasi"), null=True, blank=True
    )  # by the chapter's coordinator

    class Meta:
        ordering = ["name"]
        verbose_name = _("anggota")
        verbose_name_plural = _("anggota")
        constraints = [models.CheckConstraint(condition=~Q(name=""), name="members_have_a_name")]

    def __str__(self) -> str:
        return self.name
