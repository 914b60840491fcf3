"""Who may write, score and decide, and why not."""

from iccn.accounts.models import User
from iccn.members.selectors import member_of
from iccn.refusals import ALLOWED, Verdict, refused
from store.curation import refusals
from store.curation.machine import State
from store.curation.models import ChangeRequest, Decision, Score, Submission
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
    """A curator who is neither the artisan nor of the same chapter."""
    if not user.has_perm(permission):
        return refused(refusals.NotCurator())
    if artisan.users.filter(pk=user.pk).exists():
        return refused(refusals.OwnWork())
    member = member_of(user)
    if member is not None and member.chapter_id == chapter_id:
        return refused(refusals.OwnChapter(chapter=member.chapter.name))
    return ALLOWED


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


def has_judged_before(*, user: User, submission: Submission) -> bool:
    """Whether they scored or decided in an earlier round."""
    earlier = {"submission": submission, "round__lt": submission.round, "curator": user}
    return Score.objects.filter(**earlier).exists() or Decision.objects.filter(**earlier).exists()


def may_score(*, user: User, submission: Submission) -> Verdict:
    verdict = may_judge(user=user, submission=submission, permission="curation.score_submission")
    if verdict and has_scored(user=user, submission=submission):
        return refused(refusals.AlreadyScored())
    return verdict


def may_decide(*, user: User, submission: Submission) -> Verdict:
    """Who decides has scored: nobody decides on what they did not look at."""
    verdict = may_judge(user=user, submission=submission, permission="curation.decide_submission")
    if verdict and not has_scored(user=user, submission=submission):
        return refused(refusals.NotScoredByYou())
    return verdict


def has_scored(*, user: User, submission: Submission) -> bool:
    return Score.objects.filter(submission=submission, round=submission.round, curator=user).exists()
