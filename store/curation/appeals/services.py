"""The verb of an appeal."""

from django.db import transaction
from django.utils import timezone

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.refusals import refuse_unless
from store.curation import permissions, refusals
from store.curation.appeals import rules
from store.curation.appeals.selectors import decision_against
from store.curation.assigning import share_out
from store.curation.machine import Move
from store.curation.models import Appeal, Submission
from store.curation.services import keep_sending, step, tell_artisan


@transaction.atomic
def appeal_decision(*, submission: Submission, user: User, reason: str) -> Appeal:
    """Asks other curators than those who judged so far to judge anew; their word is final. Once for each submission.

    Raises NotYours, WrongMoment, AppealedAlready, AppealTooLate, AppealWithoutReason.
    """
    locked = Submission.objects.select_for_update().get(pk=submission.pk)
    refuse_unless(permissions.may_write(user=user, submission=locked))
    if Appeal.objects.filter(submission=locked).exists():
        raise refusals.AppealedAlready
    target = step(locked, Move.APPEAL)
    decision = decision_against(locked)
    if decision is None or not rules.is_open(decision.decided_at, timezone.now()):
        raise refusals.AppealTooLate(days=rules.DAYS)
    if not rules.is_reason(reason):
        raise refusals.AppealWithoutReason(least=rules.SHORTEST_REASON)
    appeal = Appeal.objects.create(submission=locked, round=locked.round, reason=reason.strip(), by=user)
    locked.state = target
    locked.round += 1
    locked.sent_at = timezone.now()
    locked.save(update_fields=["state", "round", "sent_at", "saved_at"])
    keep_sending(locked)
    share_out(submission=locked)
    audit.record(user, "submission.appealed", locked, round=locked.round)
    tell_artisan(locked, "submission_appealed", appeal=appeal)
    return appeal
