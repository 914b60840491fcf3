"""Submissions, and how they are judged."""

from store.curation.models.judging import Decision, Rubric, Score
from store.curation.models.submissions import MOST_PICTURES, Submission, SubmissionPicture

__all__ = ["MOST_PICTURES", "Decision", "Rubric", "Score", "Submission", "SubmissionPicture"]
