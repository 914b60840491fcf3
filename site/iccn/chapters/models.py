"""Chapters and the people who serve in them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from iccn.media.models import Picture
from iccn.regions.models import Regency


class Chapter(models.Model):
    """The ICCN member network of one city or regency (simpul)."""

    slug = models.SlugField(unique=True, max_length=60)
    name = models.CharField(_("nama"), max_length=120)
    regency = models.ForeignKey(
        Regency, on_delete=models.PROTECT, related_name="+", verbose_name=_("kabupaten/kota")
    )
    story = models.TextField(_("cerita"), blank=True)
    story_en = models.TextField(_("cerita (Inggris)"), blank=True)
    founded = models.DateField(_("berdiri"), null=True, blank=True)
    picture = models.ForeignKey(
        Picture, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("gambar")
    )
    is_active = models.BooleanField(_("aktif"), default=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("simpul")
        verbose_name_plural = _("simpul")

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("network:chapter", args=[self.slug])


class ChapterRole(models.Model):
    """A person's office in a chapter, from a day until a day (open when `ends` is empty)."""

    class Role(models.TextChoices):
        COORDINATOR = "coordinator", _("koordinator")
        TREASURER = "treasurer", _("bendahara")
        MEMBER = "member", _("anggota")

    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="roles")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="chapter_roles")
    role = models.CharField(_("peran"), max_length=16, choices=Role)
    starts = models.DateField(_("mulai"))
    ends = models.DateField(_("selesai"), null=True, blank=True)

    class Meta:
        ordering = ["-starts"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")),
                name="chapters_role_ends_after_start",
            ),
            models.UniqueConstraint(
                fields=["chapter", "user", "role"],
                condition=Q(ends__isnull=True),
                name="chapters_one_open_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.get_role_display()} · {self.chapter}"
