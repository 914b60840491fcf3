"""The verbs of sharing out: who scores what, and who steps aside."""

from django.db import transaction
from django.db.models import Count, Q
from django.utils import timezone

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.chapters.models import Chapter
from iccn.refusals import refuse_unless
from store.curation import permissions, refusals, rules
from store.curation.models import Assignment, Relation, Score, Submission
from store.curation.permissions import tasks_of
from store.curation.selectors import TAKEN, scores_of
from store.partner.models import Partner

MAY_SCORE = Q(groups__permissions__codename="score_submission") | Q(
    user_permissions__codename="score_submission"
)


def by_load() -> list[User]:
    """Curators, those with the fewest open tasks first."""
    curators = User.objects.filter(MAY_SCORE, is_active=True).values("pk")
    tasks = (
        Assignment.objects.filter(state=Assignment.State.OPEN).values("curator").annotate(many=Count("pk"))
    )
    loads = dict(tasks.values_list("curator", "many"))
    found = list(User.objects.filter(pk__in=curators).order_by("pk"))
    found.sort(key=lambda one: (loads.get(one.pk, 0), one.pk))
    return found


def free_for(submission: Submission) -> list[User]:
    """Who could be given this submission: no tie, no task of it yet; the fewest open tasks first."""
    had = set(tasks_of(submission).values_list("curator", flat=True))
    candidates = [one for one in by_load() if one.pk not in had]
    return [
        one
        for one in candidates
        if permissions.may_screen(user=one, submission=submission)
        and not permissions.has_scored(user=one, submission=submission)
    ]


@transaction.atomic
def share_out(*, submission: Submission) -> list[Assignment]:
    """Gives a submission, which the caller holds locked, to as many curators as its scores so far call for.

    Fewer when fewer are free; whoever opens it may then take the place.
    """
    recount(submission)
    taken = tasks_of(submission).filter(state__in=TAKEN).count()
    missing = max(0, submission.needed - taken)
    return [give(submission, curator) for curator in free_for(submission)[:missing]] if missing else []


def give(submission: Submission, curator: User) -> Assignment:
    task = Assignment.objects.create(submission=submission, round=submission.round, curator=curator)
    audit.record("system:curation", "submission.assigned", submission, curator=curator.pk)
    return task


def recount(submission: Submission) -> None:
    """What the scores that count say: how many curators are needed, and the points once they are in."""
    points = [score.points for score in scores_of(submission)]
    submission.needed = rules.curators_needed(points)
    submission.points = rules.average(points) if rules.is_ready_to_decide(points) else None
    submission.save(update_fields=["needed", "points"])


def close_task(submission: Submission, curator: User) -> None:
    """The task of a curator who scored; one who took a free place gets hers on the way."""
    task, _ = Assignment.objects.get_or_create(submission=submission, round=submission.round, curator=curator)
    end(task, Assignment.State.DONE)


def end(task: Assignment, state: Assignment.State) -> None:
    task.state = state
    task.closed_at = timezone.now()
    task.save(update_fields=["state", "closed_at"])


@transaction.atomic
def reassign(*, submission: Submission, lead: User, away_from: User, to: User) -> Assignment:
    """A lead curator hands an open task to somebody else. Raises NotLead, CannotTake."""
    refuse_unless(permissions.may_lead(lead))
    locked = Submission.objects.select_for_update().get(pk=submission.pk)
    task = tasks_of(locked).filter(curator=away_from, state=Assignment.State.OPEN).first()
    if task is None or to not in free_for(locked):
        raise refusals.CannotTake(name=to)
    end(task, Assignment.State.MOVED)
    audit.record(lead, "submission.reassigned", locked, away_from=away_from.pk, to=to.pk)
    return give(locked, to)


@transaction.atomic
def declare_relation(
    *, curator: User, reason: str, artisan: Partner | None = None, chapter: Chapter | None = None
) -> Relation:
    """A curator says that she has a tie to an artisan or to a whole chapter.

    What she had to score of theirs goes to the next; her scores of what is not decided yet no longer count.
    Raises NotCurator, RelationWithoutWords.
    """
    if not curator.has_perm("curation.score_submission"):
        raise refusals.NotCurator
    if not reason.strip():
        raise refusals.RelationWithoutWords
    relation, _ = Relation.objects.get_or_create(
        curator=curator, artisan=artisan, chapter=chapter, defaults={"reason": reason.strip()}
    )
    audit.record(curator, "curation.relation_declared", relation)
    for submission in touched_by(relation):
        pass_on(submission, curator)
    return relation


def touched_by(relation: Relation) -> list[Submission]:
    """What is being judged of them, in this curator's hands, locked in one order."""
    whose = {"artisan": relation.artisan} if relation.artisan_id else {"chapter": relation.chapter}
    mine = Assignment.objects.filter(curator=relation.curator, state__in=TAKEN).values("submission")
    found = Submission.objects.select_for_update().filter(pk__in=mine, **whose).order_by("pk")
    return [one for one in found if one.is_scorable]


def pass_on(submission: Submission, curator: User) -> None:
    for task in tasks_of(submission).filter(curator=curator, state__in=TAKEN):
        end(task, Assignment.State.RECUSED)
    Score.objects.filter(submission=submission, round=submission.round, curator=curator).update(
        is_counted=False
    )
    audit.record(curator, "submission.recused", submission)
    share_out(submission=submission)
