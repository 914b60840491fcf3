"""Who may write, score and decide, and why not."""

from django.db.models import Q, QuerySet

from iccn.accounts.models import User
from iccn.members.selectors import member_of
from iccn.refusals import ALLOWED, Verdict, refused
from store.curation import refusals
from store.curation.machine import State
from store.curation.models import Assignment, ChangeRequest, Decision, Relation, Score, Submission
from store.curation.selectors import TAKEN
from store.partner.models import Partner


def may_write(*, user: User, submission: Submission) -> Verdict:
    """Only the artisan whose submission it is."""
    if submission.artisan.users.filter(pk=user.pk).exists():
        return ALLOWED
    return refused(refusals.NotYours())


def may_judge(*, user: User, submission: Submission, permission: str) -> Verdict:
    """A curator with no tie to the artisan; of an appeal, one who did not judge it before."""
    verdict = has_no_tie(
        user=user, artisan=submission.artisan, chapter_id=submission.chapter_id, permission=permission
    )
    is_appeal = submission.state == State.APPEALED
    if verdict and is_appeal and has_judged_before(user=user, submission=submission):
        return refused(refusals.JudgedBefore())
    return verdict


def has_no_tie(*, user: User, artisan: Partner, chapter_id: int, permission: str) -> Verdict:
    """A curator who is neither the artisan nor of the same chapter, and declared no relation."""
    if not user.has_perm(permission):
        return refused(refusals.NotCurator())
    if artisan.users.filter(pk=user.pk).exists():
        return refused(refusals.OwnWork())
    member = member_of(user)
    if member is not None and member.chapter_id == chapter_id:
        return refused(refusals.OwnChapter(chapter=member.chapter.name))
    relation = relation_to(user=user, artisan=artisan, chapter_id=chapter_id)
    return refused(refusals.HasRelation(reason=relation.reason)) if relation else ALLOWED


def may_change(*, user: User, artisan: Partner) -> Verdict:
    """Only the artisan asks for changes of her products."""
    return ALLOWED if artisan.users.filter(pk=user.pk).exists() else refused(refusals.NotYourChange())


def may_answer(*, user: User, change: ChangeRequest) -> Verdict:
    """Who decides on submissions answers requests, under the same rule of ties."""
    return has_no_tie(
        user=user,
        artisan=change.artisan,
        chapter_id=change.chapter_id,
        permission="curation.decide_submission",
    )


def relation_to(*, user: User, artisan: Partner, chapter_id: int) -> Relation | None:
    """What this curator declared of the artisan or of the chapter."""
    ties = Q(artisan=artisan) | Q(chapter=chapter_id)
    return Relation.objects.filter(ties, curator=user).first()


def has_judged_before(*, user: User, submission: Submission) -> bool:
    """Whether they scored or decided in an earlier round."""
    earlier = {"submission": submission, "round__lt": submission.round, "curator": user}
    return Score.objects.filter(**earlier).exists() or Decision.objects.filter(**earlier).exists()


def may_screen(*, user: User, submission: Submission) -> Verdict:
    return may_judge(user=user, submission=submission, permission="curation.score_submission")


def may_score(*, user: User, submission: Submission) -> Verdict:
    """Whose task it is; while places are free, whoever comes first takes one."""
    verdict = may_judge(user=user, submission=submission, permission="curation.score_submission")
    if not verdict:
        return verdict
    if has_scored(user=user, submission=submission):
        return refused(refusals.AlreadyScored())
    return may_take(user=user, submission=submission)


def may_take(*, user: User, submission: Submission) -> Verdict:
    tasks = dict(tasks_of(submission).values_list("curator", "state"))
    if tasks.get(user.pk) in TAKEN:
        return ALLOWED
    is_full = sum(state in TAKEN for state in tasks.values()) >= submission.needed
    return refused(refusals.NotAssigned()) if is_full or user.pk in tasks else ALLOWED


def tasks_of(submission: Submission) -> QuerySet[Assignment]:
    """The tasks of the present round."""
    return Assignment.objects.filter(submission=submission, round=submission.round)


def may_lead(user: User) -> Verdict:
    return ALLOWED if user.has_perm("curation.lead_curation") else refused(refusals.NotLead())


def may_decide(*, user: User, submission: Submission) -> Verdict:
    """Who decides has scored: nobody decides on what they did not look at."""
    verdict = may_judge(user=user, submission=submission, permission="curation.decide_submission")
    if verdict and not has_scored(user=user, submission=submission):
        return refused(refusals.NotScoredByYou())
    return verdict


def has_scored(*, user: User, submission: Submission) -> bool:
    return Score.objects.filter(submission=submission, round=submission.round, curator=user).exists()
