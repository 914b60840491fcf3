"""Submissions for tests, written and sent by the services that do it in life."""

from collections.abc import Mapping

from iccn.accounts.models import User
from store.curation import judging, screening, services
from store.curation.models import Submission
from store.curation.rubric import lay_first_rubric
from tests.factories.catalogue import make_category, make_picture

STORY = (
    "Dianyam Ibu Sari di teras rumahnya dari pandan yang ditanam sendiri. Motifnya kotak, warisan neneknya."
)
REASON = "Anyamannya rapat, tetapi talinya belum kuat."
TYPED = {
    "title": "Tas pandan motif kotak",
    "title_en": "Checked pandan bag",
    "category": "anyaman",
    "story": STORY,
    "materials": "pandan, rotan",
    "techniques": "anyam",
    "making_days": "3",
    "weight_g": "400",
    "length_cm": "30",
    "width_cm": "12",
    "height_cm": "25",
    "making_cost": "80.000",
    "wished_price": "125.000",
    "stock": "5",
}


def make_draft(user: User, typed: Mapping[str, str] = TYPED, *, pictures: int = 1) -> Submission:
    make_category()
    submission = services.begin_submission(user=user)
    for _ in range(pictures):
        services.add_picture(submission=submission, user=user, picture=make_picture())
    return services.save_draft(submission=submission, user=user, typed=typed)


def make_sent(user: User) -> Submission:
    """Of version 1 of the way, which has no check before scoring: two curators may score it at once."""
    draft = make_draft(user)
    Submission.objects.filter(pk=draft.pk).update(workflow=1)
    return services.send_submission(submission=draft, user=user)


def make_new(user: User) -> Submission:
    """Of the present version: it waits for its check."""
    return services.send_submission(submission=make_draft(user), user=user)


def make_screened(user: User, curator: User) -> Submission:
    """Checked by this curator and shared out to those with the fewest tasks."""
    return screen(make_new(user), curator)


def screen(submission: Submission, curator: User) -> Submission:
    """All is in order."""
    answers = {item.code: True for item in screening.checklist_of(submission)}
    screening.pass_screening(submission=submission, curator=curator, answers=answers)
    submission.refresh_from_db()
    return submission


def decide(
    submission: Submission, outcome: str, *curators: User, points: str = "4", reason: str = REASON
) -> Submission:
    """Everyone scores, the first decides."""
    rubric = lay_first_rubric()
    for curator in curators:
        values = {criterion["code"]: int(points) for criterion in rubric.criteria}
        judging.score_submission(submission=submission, curator=curator, rubric=rubric, values=values)
    judging.decide_submission(submission=submission, curator=curators[0], outcome=outcome, reason=reason)
    submission.refresh_from_db()
    return submission
