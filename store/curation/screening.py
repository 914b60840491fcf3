"""The verbs of the check before scoring."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.refusals import refuse_unless
from store.curation import assigning, checklist, judging, permissions, refusals
from store.curation.machine import Move, State
from store.curation.models import Decision, Screening, Submission
from store.curation.services import step


def checklist_of(submission: Submission) -> tuple[checklist.Item, ...]:
    category = submission.category
    if category is None:
        return checklist.items_for(())
    return checklist.items_for(one.slug for one in [*category.get_ancestors(), category])


@transaction.atomic
def begin_screening(*, submission: Submission, curator: User) -> Screening:
    """Says that somebody is on it. Raises NotCurator, OwnChapter, HasRelation, WrongMoment."""
    locked = screenable(submission, curator)
    return _under_way(locked, curator)


@transaction.atomic
def pass_screening(*, submission: Submission, curator: User, answers: Mapping[str, bool]) -> Screening:
    """All is in order: it goes to the curators with the fewest tasks. Raises ChecklistIncomplete and as above."""
    locked = screenable(submission, curator)
    missing = [str(item.words) for item in checklist_of(locked) if not answers.get(item.code)]
    if missing:
        raise refusals.ChecklistIncomplete(missing="; ".join(missing))
    found = _finish(_under_way(locked, curator), curator, answers, is_passed=True)
    locked.state = step(locked, Move.PASS)
    locked.save(update_fields=["state", "saved_at"])
    audit.record(curator, "submission.screened", locked, round=locked.round)
    assigning.share_out(submission=locked)
    return found


@transaction.atomic
def return_for_changes(
    *,
    submission: Submission,
    curator: User,
    answers: Mapping[str, bool],
    reason: str,
    reason_en: str = "",
    notes: Mapping[str, str] | None = None,
) -> Decision:
    """Not all is in order: it goes back with the reason, before anybody scored. Raises NothingToMend, ReasonMissing."""
    locked = screenable(submission, curator)
    if all(answers.get(item.code) for item in checklist_of(locked)):
        raise refusals.NothingToMend
    _finish(_under_way(locked, curator), curator, answers, is_passed=False)
    return judging.write_decision(
        locked,
        curator,
        outcome=Decision.Outcome.CHANGES_ASKED,
        reason=reason,
        reason_en=reason_en,
        notes=notes or {},
    )


def screenable(submission: Submission, curator: User) -> Submission:
    """The submission, locked, when this curator may check it now."""
    locked = Submission.objects.select_for_update().get(pk=submission.pk)
    refuse_unless(permissions.may_screen(user=curator, submission=locked))
    if locked.state != State.SCREENING:
        step(locked, Move.SCREEN)
    return locked


def _under_way(submission: Submission, curator: User) -> Screening:
    if submission.state != State.SCREENING:
        submission.state = step(submission, Move.SCREEN)
        submission.save(update_fields=["state", "saved_at"])
        audit.record(curator, "submission.screening_begun", submission, round=submission.round)
    found, _ = Screening.objects.get_or_create(
        submission=submission, round=submission.round, defaults={"curator": curator}
    )
    return found


def _finish(found: Screening, curator: User, answers: Mapping[str, bool], *, is_passed: bool) -> Screening:
    found.curator = curator
    found.answers = {code: bool(answer) for code, answer in answers.items()}
    found.is_passed = is_passed
    found.finished_at = timezone.now()
    found.save()
    return found
