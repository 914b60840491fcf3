"""Submissions, and how they are judged."""

from store.curation.models.assigning import Assignment, Relation, Screening
from store.curation.models.bulk import BulkImport
from store.curation.models.changes import ChangeRequest
from store.curation.models.desk import DeskTargets, SavedFilter
from store.curation.models.expiry import CertificateWarning
from store.curation.models.judging import Decision, Rubric, Score
from store.curation.models.rounds import Quota, Round
from store.curation.models.sendings import Appeal, Sending
from store.curation.models.submissions import MOST_PICTURES, Submission, SubmissionPicture

__all__ = [
    "MOST_PICTURES",
    "Appeal",
    "Assignment",
    "BulkImport",
    "CertificateWarning",
    "ChangeRequest",
    "Decision",
    "DeskTargets",
    "Quota",
    "Relation",
    "Round",
    "Rubric",
    "SavedFilter",
    "Score",
    "Screening",
    "Sending",
    "Submission",
    "SubmissionPicture",
]
