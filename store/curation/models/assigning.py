"""Who looks at what: the check before scoring, who scores, and who has a tie to whom."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from iccn.chapters.models import Chapter
from store.curation.models.submissions import Submission
from store.partner.models import Partner


class Screening(models.Model):
    """One curator's check of one sending: is it all there, before anybody spends time on scoring it."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="screenings")
    round = models.PositiveSmallIntegerField()
    curator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answers = models.JSONField(default=dict)  # {code of the checklist: true where it is in order}
    is_passed = models.BooleanField(_("lolos"), null=True)  # None while it is under way
    begun_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("pemeriksaan")
        verbose_name_plural = _("pemeriksaan")
        constraints = [
            models.UniqueConstraint(fields=["submission", "round"], name="curation_one_screening_a_round"),
            models.CheckConstraint(
                condition=Q(is_passed__isnull=True, finished_at__isnull=True)
                | Q(is_passed__isnull=False, finished_at__isnull=False),
                name="curation_screening_ends_with_a_word",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission} · {self.round}"


class Assignment(models.Model):
    """One curator's task to score one sending."""

    class State(models.TextChoices):
        OPEN = "open", _("menunggu nilai")
        DONE = "done", _("sudah menilai")
        RECUSED = "recused", _("mundur karena berkepentingan")
        MOVED = "moved", _("dialihkan")

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="assignments")
    round = models.PositiveSmallIntegerField()
    curator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(_("keadaan"), max_length=10, choices=State, default=State.OPEN)
    assigned_at = models.DateTimeField(auto_now_add=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        verbose_name = _("tugas menilai")
        verbose_name_plural = _("tugas menilai")
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "round", "curator"], name="curation_one_assignment_each"
            ),
        ]
        indexes = [models.Index(fields=["curator", "state"], name="curation_tasks_of_curator")]

    def __str__(self) -> str:
        return f"{self.submission} · {self.curator}"


class Relation(models.Model):
    """A curator's tie to an artisan or a chapter, declared by herself: she judges nothing of theirs."""

    curator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    artisan = models.ForeignKey(Partner, on_delete=models.PROTECT, null=True, related_name="+")
    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("hubungan"))
    declared_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("hubungan kepentingan")
        verbose_name_plural = _("hubungan kepentingan")
        constraints = [
            models.CheckConstraint(
                condition=Q(artisan__isnull=False, chapter__isnull=True)
                | Q(artisan__isnull=True, chapter__isnull=False),
                name="curation_relation_to_one",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="curation_relation_has_words"),
            models.UniqueConstraint(fields=["curator", "artisan"], name="curation_one_relation_to_artisan"),
            models.UniqueConstraint(fields=["curator", "chapter"], name="curation_one_relation_to_chapter"),
        ]

    def __str__(self) -> str:
        return f"{self.curator} · {self.artisan or self.chapter}"
