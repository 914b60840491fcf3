"""The curators' verbs: score, decide, and what follows from a decision."""

from collections.abc import Mapping

from django.db import transaction

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.refusals import refuse_unless
from store.catalogue.details import ProductDetails
from store.catalogue.services import publish_product
from store.curation import assigning, fields, permissions, refusals, rules, variants
from store.curation.machine import Move, State
from store.curation.models import Decision, Rubric, Score, Submission
from store.curation.proof import certificates_of
from store.curation.selectors import scores_of
from store.curation.services import step, tell_artisan

SHORTEST_REASON = 10
MOVE_OF = {
    Decision.Outcome.SELECTED: Move.SELECT,
    Decision.Outcome.NOT_SELECTED: Move.TURN_DOWN,
    Decision.Outcome.CHANGES_ASKED: Move.ASK_CHANGES,
}


@transaction.atomic
def score_submission(
    *,
    submission: Submission,
    curator: User,
    rubric: Rubric,
    values: Mapping[str, int | None],
    comment: str = "",
) -> Score:
    """One curator's score, final once given.

    Raises OwnChapter, OwnWork, HasRelation, NotAssigned, AlreadyScored, ScoreIncomplete, WrongMoment.
    """
    locked = Submission.objects.select_for_update().get(pk=submission.pk)
    refuse_unless(permissions.may_score(user=curator, submission=locked))
    if not locked.is_scorable:
        raise refusals.WrongMoment(state=locked.get_state_display())
    points = points_of(rubric, values)
    score = Score.objects.create(
        submission=locked,
        round=locked.round,
        curator=curator,
        rubric=rubric,
        values=dict(values),
        points=points,
        comment=comment.strip(),
    )
    if locked.state == State.SENT:
        locked.state = step(locked, Move.TAKE_UP)
        locked.save(update_fields=["state", "saved_at"])
    assigning.close_task(locked, curator)
    assigning.share_out(submission=locked)
    audit.record(curator, "submission.scored", locked, round=locked.round)
    return score


def points_of(rubric: Rubric, values: Mapping[str, int | None]) -> int:
    """Checks that every criterion is answered (1 to 5, or not applicable) and counts. Raises ScoreIncomplete."""
    missing = [
        criterion["name"]
        for criterion in rubric.criteria
        if criterion["code"] not in values or not is_answer(values[criterion["code"]])
    ]
    points = None if missing else rules.weighted_score(values, rubric.weights)
    if points is None:
        raise refusals.ScoreIncomplete(
            missing=", ".join(missing or [criterion["name"] for criterion in rubric.criteria])
        )
    return points


def is_answer(value: int | None) -> bool:
    return value is None or 1 <= value <= rules.HIGHEST


@transaction.atomic
def decide_submission(
    *,
    submission: Submission,
    curator: User,
    outcome: str,
    reason: str,
    reason_en: str = "",
    notes: Mapping[str, str] | None = None,
) -> Decision:
    """Decides on the word of two curators (three where they lie apart), with a reason that the artisan reads.

    Selecting makes the product. Asking for changes needs only the curator's own score; `notes` say which part to
    change how, by the names of the artisan's fields, and stand beside them.
    Raises OwnChapter, NotScoredByYou, NotEnoughScores, ReasonMissing, WrongMoment.
    """
    locked = Submission.objects.select_for_update().get(pk=submission.pk)
    refuse_unless(permissions.may_decide(user=curator, submission=locked))
    if outcome != Decision.Outcome.CHANGES_ASKED:
        step(locked, MOVE_OF[Decision.Outcome(outcome)])
        refuse_too_few(locked)
    return write_decision(
        locked, curator, outcome=outcome, reason=reason, reason_en=reason_en, notes=notes or {}
    )


def write_decision(
    locked: Submission,
    curator: User,
    *,
    outcome: str,
    reason: str,
    reason_en: str,
    notes: Mapping[str, str],
) -> Decision:
    """Writes down what was decided and takes the step. Raises ReasonMissing, WrongMoment."""
    if len(reason.strip()) < SHORTEST_REASON:
        raise refusals.ReasonMissing
    target = step(locked, MOVE_OF[Decision.Outcome(outcome)])
    decision = Decision.objects.create(
        submission=locked,
        round=locked.round,
        outcome=outcome,
        reason=reason.strip(),
        reason_en=reason_en.strip(),
        notes=notes_kept(outcome, notes),
        curator=curator,
    )
    locked.state = target
    if outcome == Decision.Outcome.CHANGES_ASKED:
        locked.points = None
    locked.save(update_fields=["state", "points", "saved_at"])
    audit.record(curator, f"submission.{outcome}", locked, round=locked.round)
    if outcome == Decision.Outcome.SELECTED:
        publish(locked, decision, curator)
    tell_artisan(
        locked, f"submission_{decision.outcome}", decision=decision, notes=fields.named(decision.notes)
    )
    return decision


def refuse_too_few(submission: Submission) -> None:
    points = [score.points for score in scores_of(submission)]
    if not rules.is_ready_to_decide(points):
        raise refusals.NotEnoughScores(there=len(points), needed=rules.curators_needed(points))


def notes_kept(outcome: str, notes: Mapping[str, str]) -> dict[str, str]:
    """The words on fields that there are; only a submission that goes back has any."""
    if outcome != Decision.Outcome.CHANGES_ASKED:
        return {}
    return {name: notes[name].strip() for name in fields.labels() if notes.get(name, "").strip()}


def publish(submission: Submission, decision: Decision, curator: User) -> None:
    """Makes the product of a selected submission; one submission, one product."""
    submission.product = publish_product(
        details=details_of(submission, decision), by=curator, upc=upc_of(submission)
    )
    submission.state = step(submission, Move.PUBLISH)
    submission.save(update_fields=["product", "state", "saved_at"])


def upc_of(submission: Submission) -> str:
    """The product's code, which its passport and hangtag carry."""
    return f"ICS{submission.pk:06d}"


def details_of(submission: Submission, decision: Decision) -> ProductDetails:
    """What the catalogue needs to know of a selected submission."""
    return ProductDetails(
        title=submission.title,
        title_en=submission.title_en,
        story=submission.story,
        story_en=submission.story_en,
        category_slug=submission.category.slug,  # type: ignore[union-attr]  # a sent submission has one (constraint)
        partner=submission.artisan,
        materials=tuple(submission.materials),
        techniques=tuple(submission.techniques),
        price=submission.wished_price,
        making_cost=submission.making_cost,
        weight_g=submission.weight_g or 0,
        length_cm=submission.length_cm or 0,
        width_cm=submission.width_cm or 0,
        height_cm=submission.height_cm or 0,
        stock=submission.stock or 0,
        making_days=submission.making_days or 0,
        made_to_order=submission.typed.get("availability") == fields.TO_ORDER,
        certificates=certificates_of(submission.typed),
        variants=variants.details_of(submission.variants),
        pictures=tuple(entry.picture for entry in submission.pictures.select_related("picture")),
        why_selected=decision.reason,
        why_selected_en=decision.reason_en,
    )
