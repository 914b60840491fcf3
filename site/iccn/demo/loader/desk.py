"""Submissions that are not on sale: a story for every state in which one may stand."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction

from iccn.demo.loader import offering, stories
from iccn.demo.loader.clock import at, days_ago
from iccn.demo.loader.offering import Offer
from iccn.demo.loader.products import artisans, offered_already
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.stories import Row, Stories, words
from store.catalogue.services import pause_product
from store.curation import services
from store.curation.appeals.services import appeal_decision
from store.curation.assigning import free_for
from store.curation.models import Decision, Submission
from store.curation.screening import begin_screening

HALF_WRITTEN = ("title", "category", "story", "materials")


def tell_desk(progress: Progress, told: Stories | None = None) -> None:
    story = told or stories.load()
    families = {family["name"]: family for family in story.families}
    there, makers = offered_already(), artisans()
    new = [
        (row, Offer(families[row["family"]], row, place, makers[row["by"]], days_ago(row["days_ago"], 10)))
        for place, row in enumerate(story.submissions)
        if (row["by"], row["title"]) not in there
    ]
    for row, offer in progress.over(new, "Pengajuan"):
        with transaction.atomic():
            STATES[row["state"]](row, offer)


def draft(_row: Row, offer: Offer) -> Submission:
    return offering.written(offer, only=HALF_WRITTEN)


def sent(_row: Row, offer: Offer) -> Submission:
    return offering.sent(offer)


def screening(_row: Row, offer: Offer) -> Submission:
    """A curator is looking whether all is there."""
    submission = offering.sent(offer)
    with at(offer.begun + timedelta(hours=9)):
        begin_screening(submission=submission, curator=free_for(submission)[0])
    return submission


def scored_once(_row: Row, offer: Offer) -> Submission:
    """One curator has scored; the other's word is awaited. Wulan and Made find something to do."""
    submission = offering.sent(offer)
    offering.scored(submission, offer, many=1)
    return submission


def scored_twice(_row: Row, offer: Offer) -> Submission:
    """Both scores are in; the decision is not."""
    submission = offering.sent(offer)
    offering.scored(submission, offer)
    return submission


def changes_asked(row: Row, offer: Offer) -> Submission:
    submission = offering.sent(offer)
    offering.scored(submission, offer, least=3, most=4)
    return offering.decided(submission, offer, Decision.Outcome.CHANGES_ASKED, words(row["reason"]))


def sent_again(row: Row, offer: Offer) -> Submission:
    """The maker mended what was asked, and sent it once more."""
    submission = changes_asked(row, offer)
    with at((submission.sent_at or offer.begun) + timedelta(days=6)):
        services.save_draft(submission=submission, user=offer.user, typed=row["mended"])
        return services.send_submission(submission=submission, user=offer.user)


def not_selected(row: Row, offer: Offer) -> Submission:
    submission = offering.sent(offer)
    offering.scored(submission, offer, least=2, most=3)
    return offering.decided(submission, offer, Decision.Outcome.NOT_SELECTED, words(row["reason"]))


def appealed(row: Row, offer: Offer) -> Submission:
    """Its maker did not agree; others judge it anew."""
    submission = not_selected(row, offer)
    with at((submission.sent_at or offer.begun) + timedelta(days=8)):
        appeal_decision(submission=submission, user=offer.user, reason=row["appeal"])
    return submission


def withdrawn(_row: Row, offer: Offer) -> Submission:
    submission = offering.sent(offer)
    with at(offer.begun + timedelta(days=1)):
        return services.withdraw_submission(submission=submission, user=offer.user)


def paused(row: Row, offer: Offer) -> Submission:
    """On sale for a while, then taken off the shelf by its maker."""
    submission = offering.sent(offer)
    offering.scored(submission, offer)
    selected = offering.decided(submission, offer, Decision.Outcome.SELECTED, words(row["reason"]))
    if selected.product is not None:
        with at(offer.begun + timedelta(days=20)):
            pause_product(product=selected.product, by=offer.user)
    return selected


STATES: dict[str, Callable[[Row, Offer], Submission]] = {
    "draft": draft,
    "sent": sent,
    "screening": screening,
    "scored_once": scored_once,
    "scored_twice": scored_twice,
    "changes_asked": changes_asked,
    "sent_again": sent_again,
    "not_selected": not_selected,
    "appealed": appealed,
    "withdrawn": withdrawn,
    "paused": paused,
}
