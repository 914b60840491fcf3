"""What artisans and curators see."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, F, Q, QuerySet

from iccn.accounts.models import User
from iccn.audit.models import Line
from iccn.members.models import Member
from store.curation import rules
from store.curation.machine import JUDGED, WORKFLOWS, State
from store.curation.models import Assignment, Decision, Relation, Rubric, Score, Submission
from store.partner.models import Partner

TAKEN = (Assignment.State.OPEN, Assignment.State.DONE)


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
    return Submission.objects.exclude(round=0).select_related(
        "artisan", "chapter__regency__province", "category"
    )


def is_scored_now() -> Q:
    """Where curators may score, by the version that each submission goes."""
    return reduce(or_, (Q(workflow=flow.version, state__in=flow.scored) for flow in WORKFLOWS.values()))


def without_tie(found: QuerySet[Submission], user: User) -> QuerySet[Submission]:
    """Leaves out the curator's own work, her chapter's, and what she declared a relation to."""
    ties = Relation.objects.filter(curator=user)
    apart = found.exclude(artisan__users=user).exclude(
        artisan__in=ties.exclude(artisan=None).values("artisan")
    )
    apart = apart.exclude(chapter__in=ties.exclude(chapter=None).values("chapter"))
    return apart.exclude(chapter__in=Member.objects.filter(user=user).values("chapter"))


def to_screen(user: User) -> QuerySet[Submission]:
    """What waits for a check before scoring, the oldest first."""
    waiting = for_curators().filter(workflow__gt=1, state__in=[State.SENT, State.SCREENING])
    return without_tie(waiting, user).order_by("sent_at")


def waiting_for(user: User) -> QuerySet[Submission]:
    """What this curator could score now: her tasks, and what has a free place; the oldest first."""
    present = Q(assignments__round=F("round"))
    taken = Count("assignments", filter=present & Q(assignments__state__in=TAKEN), distinct=True)
    own = Count("assignments", filter=present & Q(assignments__curator=user), distinct=True)
    open_own = Q(assignments__curator=user, assignments__state=Assignment.State.OPEN)
    mine = Count("assignments", filter=present & open_own, distinct=True)
    waiting = for_curators().filter(is_scored_now()).annotate(taken=taken, own=own, mine=mine)
    waiting = waiting.filter(Q(mine__gt=0) | Q(own=0, taken__lt=F("needed"))).order_by("sent_at")
    return without_tie(waiting, user).exclude(pk__in=_scored_by(user))


def to_decide(user: User) -> QuerySet[Submission]:
    """What has all its scores, one of them by this curator."""
    ready = for_curators().filter(is_scored_now(), points__isnull=False).order_by("sent_at")
    return without_tie(ready, user).filter(pk__in=_scored_by(user))


def _scored_by(user: User) -> QuerySet[Score, int]:
    """Submissions this curator scored in their present round; of an appeal, in any."""
    scores = Score.objects.filter(curator=user, submission__state__in=JUDGED)
    now = scores.filter(Q(round=F("submission__round")) | Q(submission__state=State.APPEALED))
    return now.values_list("submission_id", flat=True)


def scores_of(submission: Submission) -> list[Score]:
    """The scores of the present round, in the order in which they came."""
    present = {"submission": submission, "round": submission.round, "is_counted": True}
    found = Score.objects.filter(**present).select_related("curator", "rubric")
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
