"""The audit trail: lines that are written once and never changed (a trigger holds it)."""

from django.db import models


class Line(models.Model):
    """One thing that somebody did. Plain values, so that a line outlives the person and the thing."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    actor = models.CharField(max_length=64, db_index=True)  # user:<id> | system:<name> | guest
    verb = models.CharField(max_length=80, db_index=True)  # noun.past, e.g. submission.selected
    subject_type = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=64)
    facts = models.JSONField(default=dict)  # numbers and codes only, nothing personal
    origin = models.CharField(max_length=80, blank=True)
    request_id = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="audit_subject")]

    def __str__(self) -> str:
        return f"{self.actor} {self.verb} {self.subject_type}:{self.subject_id}"
