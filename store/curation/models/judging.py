"""The rubric, scores, decisions."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from store.curation.models.submissions import Submission


class Rubric(models.Model):
    """One version of the scored criteria; never edited once a score rests on it.

    `criteria` is a list of `{"code", "name", "name_en", "help", "weight"}`.
    """

    version = models.PositiveIntegerField(_("versi"), unique=True)
    criteria = models.JSONField(_("kriteria"))
    valid_from = models.DateField(_("berlaku sejak"))

    class Meta:
        ordering = ["-version"]
        verbose_name = _("rubrik")
        verbose_name_plural = _("rubrik")

    def __str__(self) -> str:
        return f"Rubrik {self.version}"

    @property
    def weights(self) -> dict[str, int]:
        return {criterion["code"]: criterion["weight"] for criterion in self.criteria}


class Score(models.Model):
    """One curator's word on one submission; blind to the other's until enough are in."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="scores")
    round = models.PositiveSmallIntegerField(default=1)  # counts how often it was sent
    curator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    rubric = models.ForeignKey(Rubric, on_delete=models.PROTECT, related_name="+")
    values = models.JSONField()  # {criterion code: 1 to 5, or null where it does not apply}
    points = models.PositiveSmallIntegerField(_("poin"))  # of 100
    comment = models.TextField(_("catatan untuk kurator"), blank=True)
    is_counted = models.BooleanField(default=True)  # not once its curator declared a tie
    scored_at = models.DateTimeField(_("dinilai"), auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "round", "curator"], name="curation_one_score_each"
            ),
            models.CheckConstraint(condition=Q(points__lte=100), name="curation_points_of_hundred"),
        ]


class Decision(models.Model):
    """What was decided, by whom, and why: in words the artisan reads."""

    class Outcome(models.TextChoices):
        SELECTED = "selected", _("terpilih")
        NOT_SELECTED = "not_selected", _("belum terpilih")
        CHANGES_ASKED = "changes_asked", _("perlu diperbaiki")

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="decisions")
    round = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(_("hasil"), max_length=16, choices=Outcome)
    reason = models.TextField(_("alasan"))
    reason_en = models.TextField(_("alasan (Inggris)"), blank=True)
    notes = models.JSONField(
        _("catatan per bagian"), default=dict, blank=True
    )  # {field: what to change there}
    curator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(_("diputuskan"), auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="curation_decision_has_a_reason"),
            models.UniqueConstraint(fields=["submission", "round"], name="curation_one_decision_a_round"),
        ]
