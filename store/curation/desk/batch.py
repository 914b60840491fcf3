"""Many at once, under the rules of one: each goes through its own service, and each has its own answer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from iccn.accounts.models import User
from iccn.refusals import Refusal, Words, refuse_unless
from store.curation import assigning, judging, permissions
from store.curation.models import Decision, Submission

MOST = 100


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be done with all of them."""

    action: str
    reason: str = ""
    reason_en: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one."""

    submission: Submission
    refusal: str  # empty when it was done


Verb = Callable[[Submission, User, Order], object]


def decide(submission: Submission, user: User, order: Order) -> object:
    return judging.decide_submission(
        submission=submission,
        curator=user,
        outcome=order.action,
        reason=order.reason,
        reason_en=order.reason_en,
    )


def share(submission: Submission, user: User, _order: Order) -> object:
    """Fills free places with curators who came since."""
    refuse_unless(permissions.may_lead(user))
    locked = Submission.objects.select_for_update().get(pk=submission.pk)
    return assigning.share_out(submission=locked) if locked.is_scorable else []


ACTIONS: dict[str, tuple[Words, Verb]] = {
    Decision.Outcome.SELECTED: (_("Pilih"), decide),
    Decision.Outcome.NOT_SELECTED: (_("Tidak memilih"), decide),
    Decision.Outcome.CHANGES_ASKED: (_("Minta perbaikan"), decide),
    "share": (_("Bagikan tempat yang kosong"), share),
}


def carry_out(submissions: Iterable[Submission], user: User, order: Order) -> list[Result]:
    """One refused leaves the others as they are."""
    _words, verb = ACTIONS[order.action]
    return [one_by_one(verb, submission, user, order) for submission in submissions]


def one_by_one(verb: Verb, submission: Submission, user: User, order: Order) -> Result:
    try:
        with transaction.atomic():
            verb(submission, user, order)
    except Refusal as refusal:
        return Result(submission, str(refusal))
    return Result(submission, "")
