"""Submissions for tests, written and sent by the services that do it in life."""

from collections.abc import Mapping

from iccn.accounts.models import User
from store.curation import services
from store.curation.models import Submission
from tests.factories.catalogue import make_category, make_picture

STORY = (
    "Dianyam Ibu Sari di teras rumahnya dari pandan yang ditanam sendiri. Motifnya kotak, warisan neneknya."
)
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
    return services.send_submission(submission=make_draft(user), user=user)
