"""What artisans and curators see."""

from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from iccn.accounts.models import User
from iccn.audit.models import Line
from iccn.members.selectors import member_of
from store.curation import rules
from store.curation.machine import JUDGED, State
from store.curation.models import Decision, Rubric, Score, Submission
from store.partner.models import Partner


def artisan_of(user: User) -> Partner | None:
    """The artisan behind a log-in, with member and chapter."""
    artisan: Partner | None = Partner.objects.filter(users=user).select_related("member__chapter").first()
    return artisan


def submissions_of(artisan: Partner) -> QuerySet[Submission]:
    return (
        Submission.objects.filter(artisan=artisan)
        .select_related("category")
        .prefetch_related("pictures__picture")
    )


def counts_by_state(artisan: Partner) -> dict[str, int]:
    """How many submissions the artisan has in each state that has any, in the order of the way."""
    found = Submission.objects.filter(artisan=artisan).order_by("state").values_list("state")
    counts = dict(found.annotate(Count("pk")))
    return {state: counts[state] for state in State.values if state in counts}


def history_of(submission: Submission) -> list[Line]:
    """What the audit trail knows of a submission, the oldest first."""
    about = Line.objects.filter(subject_type=submission._meta.label_lower, subject_id=str(submission.pk))
    return list(about.order_by("id"))


def changes_asked(submission: Submission) -> Decision | None:
    """The decision that sent a submission back to its artisan, while it waits for her."""
    if submission.state != State.CHANGES_ASKED:
        return None
    return submission.decisions.filter(outcome=Decision.Outcome.CHANGES_ASKED).first()


def current_rubric() -> Rubric | None:
    return Rubric.objects.first()


def for_curators() -> QuerySet[Submission]:
    """What the desk lists: everything that was ever sent."""
    scored_now = Count("scores", filter=Q(scores__round__gt=0), distinct=True)
    return (
        Submission.objects.exclude(round=0)
        .select_related("artisan", "chapter__regency__province", "category")
        .annotate(score_count=scored_now)
    )


def waiting_for(user: User) -> QuerySet[Submission]:
    """What this curator could score now: not scored by them, not of their own chapter."""
    member = member_of(user)
    waiting = for_curators().filter(state__in=JUDGED).exclude(artisan__users=user).order_by("sent_at")
    if member is not None:
        waiting = waiting.exclude(chapter_id=member.chapter_id)
    return waiting.exclude(pk__in=_scored_by(user))


def _scored_by(user: User) -> list[int]:
    """Submissions this curator scored in their present round; of an appeal, in any."""
    scores = Score.objects.filter(curator=user, submission__state__in=JUDGED)
    now = scores.filter(Q(round=F("submission__round")) | Q(submission__state=State.APPEALED))
    return list(now.values_list("submission_id", flat=True))


def scores_of(submission: Submission) -> list[Score]:
    """The scores of the present round, in the order in which they came."""
    found = Score.objects.filter(submission=submission, round=submission.round).select_related(
        "curator", "rubric"
    )
    return list(found)


@dataclass(frozen=True, slots=True)
class Panel:
    """How far the judging of a submission is, as one curator may see it."""

    there: int
    needed: int
    visible: tuple[Score, ...]  # empty while the viewer could still be swayed
    spread: int
    average: int | None

    @property
    def is_ready(self) -> bool:
        return self.there >= self.needed


def panel_for(*, user: User, submission: Submission) -> Panel:
    """Blind until enough are in: before that a curator sees only that others scored, not what."""
    scores = scores_of(submission)
    points = [score.points for score in scores]
    needed = rules.curators_needed(points)
    is_open = len(points) >= needed
    own = tuple(score for score in scores if score.curator_id == user.pk)
    return Panel(
        there=len(points),
        needed=needed,
        visible=tuple(scores) if is_open else own,
        spread=rules.spread(points) if is_open else 0,
        average=rules.average(points) if is_open else None,
    )
