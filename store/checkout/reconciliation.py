"""Finds what got lost: news that never came, tasks that died, attempts whose time is over."""

from dataclasses import dataclass

import structlog
from django.utils import timezone

from store.checkout.settlement import settle_payment
from store.payment import deadlines, inbox, selectors
from store.payment.gateways.port import GatewayError
from store.payment.models import Attempt, Notification

logger = structlog.get_logger(__name__)
OUTCOMES = {"moved": Notification.Outcome.MOVED, "same": Notification.Outcome.UNCHANGED}
AT_ONCE = 200  # attempts in one round: a long queue must not starve the worker


@dataclass(frozen=True, slots=True)
class Report:
    """What a round did."""

    asked: int = 0
    moved: int = 0
    silent: int = 0
    expired: int = 0
    reminded: int = 0


def round_of_work() -> Report:
    """What is due by the clock."""
    now = timezone.now()
    due = list(selectors.to_ask_about(now)[:AT_ONCE])
    return _work(due)


def reconcile() -> Report:
    """Everything of which news may still come, whether due or not: for the start of the worker, and by hand."""
    return _work(list(selectors.unfinished()))


def _work(attempts: list[Attempt]) -> Report:
    answers = [ask(attempt) for attempt in attempts]
    work_through_the_inbox()
    return Report(
        asked=len(answers),
        moved=answers.count("moved"),
        silent=answers.count("silent"),
        expired=expire_due(),
        reminded=deadlines.remind_due(),
    )


def ask(attempt: Attempt) -> str:
    """moved, same, silent (the gateway did not say), or failed: one attempt's fault does not stop the others."""
    try:
        move = settle_payment(attempt.pk)
    except GatewayError as error:
        logger.warning("payment.gateway_silent", attempt=attempt.provider_id, code=error.code)
        return "silent"
    except Exception:  # whatever it is, it is logged, and the other attempts must not wait for it
        logger.exception("payment.failed", attempt=attempt.provider_id)
        return "failed"
    return "moved" if move else "same"


def work_through_the_inbox() -> int:
    """Notifications whose task was lost: their attempts are asked about once; then they are dealt with."""
    lost = list(selectors.unheard()[:AT_ONCE])
    answers = {name: ask(_attempt(name)) for name in {one.provider_id for one in lost}}
    for one in lost:
        if outcome := OUTCOMES.get(answers[one.provider_id]):
            inbox.dealt_with(notification_id=one.pk, outcome=outcome)
        else:
            inbox.tried(notification_id=one.pk)
    return len(lost)


def _attempt(provider_id: str) -> Attempt:
    return Attempt.objects.get(provider_id=provider_id)


def expire_due() -> int:
    """Ends what is over, once the gateway has said that it was not paid; returns how many ended.

    While the gateway is silent nothing ends here: the order's reservation lapses by itself, and money is not lost.
    """
    over = list(selectors.over(timezone.now())[:AT_ONCE])
    unpaid = [attempt for attempt in over if ask(attempt) == "same"]
    return sum(deadlines.expire(attempt_id=attempt.pk) is not None for attempt in unpaid)
