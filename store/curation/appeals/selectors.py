"""What is known of appeals."""

from datetime import datetime

from django.utils import timezone

from store.curation.appeals import rules
from store.curation.machine import State
from store.curation.models import Appeal, Decision, Submission


def decision_against(submission: Submission) -> Decision | None:
    """The decision of the present round that turned it down."""
    against = {"round": submission.round, "outcome": Decision.Outcome.NOT_SELECTED}
    return submission.decisions.filter(**against).first()


def appeal_of(submission: Submission) -> Appeal | None:
    return Appeal.objects.filter(submission=submission).first()


def open_until(submission: Submission) -> datetime | None:
    """Until when the artisan may appeal; None when she may not, or no longer."""
    if submission.state != State.NOT_SELECTED or appeal_of(submission) is not None:
        return None
    decision = decision_against(submission)
    is_open = decision is not None and rules.is_open(decision.decided_at, timezone.now())
    return rules.ends(decision.decided_at) if decision is not None and is_open else None
