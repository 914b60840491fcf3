"""What the clock does to attempts: a reminder before the end, the end, and the words about both."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from iccn.notices.services import tell
from store.payment import selectors
from store.payment.links import waiting_path
from store.payment.machine import KEPT, LIVE, Event
from store.payment.methods import METHODS
from store.payment.models import Attempt
from store.payment.services import Move, apply_event, locked
from store.payment.tasks import end_at_gateway


@transaction.atomic
def expire(*, attempt_id: int) -> Move | None:
    """The time is over and the gateway knows of no payment. Goods are let go unless another attempt lives."""
    attempt = locked(attempt_id)
    move = apply_event(attempt=attempt, event=Event.EXPIRE)
    if move:
        transaction.on_commit(partial(end_at_gateway.enqueue, attempt.pk))
        tell_of_the_end(attempt)
    return move


def tell_of_the_end(attempt: Attempt) -> None:
    """Once an order has nothing left by which it could be paid. Says where to try again."""
    if not attempt.order.attempts.filter(state__in=sorted(LIVE | KEPT)).exists():
        _tell(attempt, "payment_expired")


def remind_due() -> int:
    """Tells everyone whose time ends soon, once; returns how many."""
    return sum(remind(attempt_id=attempt.pk) for attempt in selectors.to_remind(timezone.now()))


@transaction.atomic
def remind(*, attempt_id: int) -> bool:
    attempt = locked(attempt_id)
    if attempt.reminded_at or attempt.state not in LIVE:
        return False
    attempt.reminded_at = timezone.now()
    attempt.save(update_fields=["reminded_at"])
    _tell(attempt, "payment_reminder")
    return True


def _tell(attempt: Attempt, kind: str) -> None:
    facts = {
        "order": attempt.order,
        "attempt": attempt,
        "method": METHODS[attempt.method],
        "path": waiting_path(attempt),
    }
    tell(to=attempt.order.shopper, kind=kind, facts=facts, subject=attempt)
