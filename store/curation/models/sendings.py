"""What was sent, as it was; and the artisan's word against a decision."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from store.curation.models.submissions import Submission


class Sending(models.Model):
    """What an artisan had written when she sent it: never changed, so that the next sending can show what changed."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="sendings")
    round = models.PositiveSmallIntegerField()
    typed = models.JSONField(default=dict)
    pictures = models.JSONField(default=list)  # ids of pictures, in their order
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-round"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "round"], name="curation_one_sending_a_round")
        ]

    def __str__(self) -> str:
        return f"{self.submission} · {self.round}"

    @classmethod
    def of(cls, submission: Submission) -> Self:
        """As the submission stands now; not saved."""
        return cls(
            submission=submission,
            round=submission.round,
            typed=submission.typed,
            pictures=[entry.picture_id for entry in submission.pictures.all()],
        )


class Appeal(models.Model):
    """An artisan does not agree with a decision. Once for each submission."""

    submission = models.OneToOneField(Submission, on_delete=models.PROTECT, related_name="appeal")
    round = models.PositiveSmallIntegerField()  # the one whose decision is appealed against
    reason = models.TextField(_("alasan keberatan"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("keberatan")
        verbose_name_plural = _("keberatan")

    def __str__(self) -> str:
        return str(self.submission)
