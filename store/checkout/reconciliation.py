"""Finds what got lost: news that never came, tasks that died, attempts whose time is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from django.utils import timezone

from store.checkout.settlement import settle_payment
from store.order.machine import OrderState
from store.order.services import cancel_order, release_lapsed
from store.payment import deadlines, inbox, selectors
from store.payment.gateways.port import GatewayError
from store.payment.models import Attempt, Notification

logger = structlog.get_logger(__name__)
OUTCOMES = {"moved": Notification.Outcome.MOVED, "same": Notification.Outcome.UNCHANGED}
ORDER_LIFE = timedelta(days=3)  # an unpaid order can be paid for so long; its goods are held for much less
AT_ONCE = 200  # attempts in one round: a long queue must not starve the worker
SILENT_IN_A_ROW = 3  # after so many the gateway is down: the others wait for the next round


@dataclass(frozen=True, slots=True)
class Report:
    """What a round did."""

    asked: int = 0
    moved: int = 0
    silent: int = 0
    expired: int = 0
    reminded: int = 0
    let_go: int = 0
    cancelled: int = 0


def round_of_work() -> Report:
    """What is due by the clock."""
    now = timezone.now()
    due = list(selectors.to_ask_about(now)[:AT_ONCE])
    return _work(due)


def reconcile() -> Report:
    """Attempts of which news may still come, due or not, the next due first: for a worker's start, and by hand."""
    return _work(list(selectors.unfinished()[:AT_ONCE]))


def _work(attempts: list[Attempt]) -> Report:
    answers = [answer for _, answer in ask_all(attempts)]
    work_through_the_inbox()
    return Report(
        asked=len(answers),
        moved=answers.count("moved"),
        silent=answers.count("silent"),
        expired=expire_due(),
        reminded=deadlines.remind_due(),
        let_go=let_go_of_lapsed(),
        cancelled=cancel_stale(),
    )


def ask_all(attempts: Iterable[Attempt]) -> list[tuple[Attempt, str]]:
    """Each attempt with its answer, until the gateway is found to be down."""
    found: list[tuple[Attempt, str]] = []
    for attempt in attempts:
        found.append((attempt, ask(attempt)))
        last = [answer for _, answer in found[-SILENT_IN_A_ROW:]]
        if last == ["silent"] * SILENT_IN_A_ROW:
            break
    return found


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
    attempts = Attempt.objects.filter(provider_id__in={one.provider_id for one in lost})
    answers = {attempt.provider_id: answer for attempt, answer in ask_all(attempts)}
    for one in lost:
        if outcome := OUTCOMES.get(answers.get(one.provider_id, "")):
            inbox.dealt_with(notification_id=one.pk, outcome=outcome)
        else:
            inbox.tried(notification_id=one.pk)
    return len(lost)


def expire_due() -> int:
    """Ends what is over, once the gateway has said that it was not paid; returns how many ended.

    While the gateway is silent nothing ends here, and the goods stay held: what was paid is never sold to others.
    """
    over = list(selectors.over(timezone.now())[:AT_ONCE])
    unpaid = [attempt for attempt, answer in ask_all(over) if answer == "same"]
    return sum(deadlines.expire(attempt_id=attempt.pk) is not None for attempt in unpaid)


def let_go_of_lapsed() -> int:
    """Goods held for orders that nobody began to pay (the shopper left, the server died): they are free again."""
    return sum(release_lapsed(order=order) for order in selectors.lapsed(timezone.now())[:AT_ONCE])


def cancel_stale() -> int:
    """Orders that nobody has paid for days end; an order that somebody may still pay does not."""
    stale = list(selectors.unpaid_since(timezone.now() - ORDER_LIFE)[:AT_ONCE])
    return sum(cancel_order(order=order).status == OrderState.CANCELLED for order in stale)
