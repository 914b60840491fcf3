"""A thousand submissions laid straight into the tables: how they come there in life is tested elsewhere."""

from datetime import timedelta

from django.utils import timezone

from iccn.accounts.models import User
from iccn.money.rupiah import Rupiah
from store.curation.machine import State
from store.curation.models import Assignment, Submission, SubmissionPicture
from tests.factories.catalogue import make_category, make_picture

WAITING = (State.SENT, State.SCREENING, State.SCORING, State.CHANGES_ASKED, State.NOT_SELECTED)


def lay_submissions(artisan, curators: tuple[User, ...], many: int = 1_000) -> list[Submission]:
    """In five states by turns, half a day apart; those that are scored wait for these curators."""
    category, picture, now = make_category(), make_picture(), timezone.now()
    rows = [
        Submission(
            artisan=artisan,
            chapter=artisan.chapter,
            state=WAITING[number % len(WAITING)],
            round=1,
            title=f"Tas pandan {number}",
            category=category,
            making_cost=Rupiah(80_000),
            wished_price=Rupiah(125_000),
            weight_g=400,
            sent_at=now - timedelta(hours=12 * number),
            typed={"pirt": "2103273010001-27"} if number % 10 == 0 else {},
        )
        for number in range(many)
    ]
    laid = Submission.objects.bulk_create(rows)
    SubmissionPicture.objects.bulk_create(SubmissionPicture(submission=one, picture=picture) for one in laid)
    Assignment.objects.bulk_create(
        Assignment(submission=one, round=1, curator=curator)
        for one in laid
        if one.state == State.SCORING
        for curator in curators
    )
    return laid
