"""What the desk keeps for its people: targets for answer times, and each person's saved filters."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="time", order=320)
class DeskTargets(BaseGenericSetting):  # type: ignore[misc]
    """Within how many days each step should be done; what takes longer is shown as late."""

    screening_days = models.PositiveSmallIntegerField(_("hari sampai diperiksa"), default=2)
    scoring_days = models.PositiveSmallIntegerField(_("hari sampai dinilai"), default=5)
    decision_days = models.PositiveSmallIntegerField(_("hari sampai diputuskan"), default=7)

    class Meta:
        verbose_name = _("Target waktu kurasi")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


class SavedFilter(models.Model):
    """A person's own way to narrow the list, under a name."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(_("nama"), max_length=60)
    query = models.CharField(max_length=1_000)  # as it stands in the address, without the question mark

    class Meta:
        ordering = ["name"]
        verbose_name = _("saringan tersimpan")
        verbose_name_plural = _("saringan tersimpan")
        constraints = [
            models.UniqueConstraint(fields=["user", "name"], name="curation_one_filter_of_a_name"),
            models.CheckConstraint(condition=~models.Q(name=""), name="curation_filter_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
