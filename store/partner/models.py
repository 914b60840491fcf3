"""Artisans: Oscar's partner is the artisan's shop of one member."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.abstract_models import AbstractPartner

from iccn.chapters.models import Chapter
from iccn.media.models import Picture
from iccn.members.models import Member


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


from oscar.apps.partner.models import *  # noqa: E402, F403 - Oscar asks for its models after ours
