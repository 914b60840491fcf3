"""From the gateway's word to a paid order: attempt, order and books move together or not at all.

The gateway is asked first, outside of every transaction. Then, under the order's lock: compare, move the attempt,
mark the order, freeze and book. Whatever arrives twice, late or out of order ends in the same books.
"""

import structlog
from django.db import transaction

from iccn.audit import services as audit
from iccn.refusals import Refusal
from store.order.services import mark_paid
from store.payment import rules
from store.payment.deadlines import tell_of_the_end
from store.payment.gateways import gateway_named
from store.payment.gateways.port import Reading
from store.payment.machine import MONEY_CAME, Event, State
from store.payment.models import Attempt
from store.payment.services import (
    BY_US,
    Move,
    apply_event,
    asked,
    fetch,
    keep_reading,
    locked,
    replace_others,
)
from store.profit.refusals import AmountDiffers
from store.profit.services import post_paid, post_settled
from store.profit.unkept import post_unkept

logger = structlog.get_logger(__name__)
Trouble = Attempt.Trouble


class NotKeepable(Exception):  # noqa: N818 - undoes what was begun for an order that cannot take the money
    """The order refused the money."""


def settle_payment(attempt_id: int) -> Move | None:
    """Asks the gateway what became of the attempt, and acts on it. Raises Retryable, Final when it does not say."""
    attempt = Attempt.objects.get(pk=attempt_id)
    try:
        reading = fetch(attempt=attempt)
        return settle_reading(attempt_id=attempt_id, reading=reading)
    finally:
        asked(attempt_id=attempt_id)


@transaction.atomic
def settle_reading(*, attempt_id: int, reading: Reading) -> Move | None:
    """One word of the gateway, applied. None when it moves nothing."""
    if reading.event is None:
        return None
    attempt = locked(attempt_id)
    if wrong := differences(attempt, reading):
        return _hand_to_staff(attempt, wrong)
    keep_reading(attempt=attempt, reading=reading)
    if reading.event is Event.PAY:
        return _take_money(attempt, reading)
    trouble = Trouble.CHALLENGED if reading.event is Event.CHALLENGE else ""
    move = apply_event(attempt=attempt, event=reading.event, trouble=trouble)
    if move and move.target is State.EXPIRED:
        tell_of_the_end(attempt)
    return move


def differences(attempt: Attempt, reading: Reading) -> tuple[str, ...]:
    return rules.disagreements(
        amount=attempt.amount,
        merchant_id=gateway_named(attempt.gateway).merchant_id,
        told_amount=reading.amount,
        told_currency=reading.currency,
        told_merchant_id=reading.merchant_id,
    )


def _hand_to_staff(attempt: Attempt, wrong: tuple[str, ...]) -> Move | None:
    """Nothing moves but the attempt, into the hands of a person; said once."""
    logger.error("payment.disagrees", attempt=attempt.provider_id, what=wrong)
    move = apply_event(attempt=attempt, event=Event.DISAGREE, trouble=Trouble.DISAGREES)
    if move:
        audit.record(BY_US, "attempt.disagrees", attempt, what=",".join(wrong))
    return move


def _take_money(attempt: Attempt, reading: Reading) -> Move | None:
    if attempt.state in MONEY_CAME:
        _settle(attempt, reading)
        return None
    if any(other.was_kept for other in attempt.order.attempts.all()):
        return _give_back(attempt, reading, Trouble.SECOND)
    try:
        return _keep(attempt, reading)
    except NotKeepable:
        attempt = locked(attempt.pk)
        return _give_back(attempt, reading, Trouble.ORDER_GONE)
    except AmountDiffers:
        return _hand_to_staff(locked(attempt.pk), ("lines",))


@transaction.atomic
def _keep(attempt: Attempt, reading: Reading) -> Move | None:
    """The order is paid: its goods leave the stock once, its lines are frozen, its money is in the books."""
    move = apply_event(attempt=attempt, event=Event.PAY, paid_at=reading.paid_at)
    try:
        mark_paid(order=attempt.order, attempt=attempt)
    except Refusal as refusal:
        logger.warning("payment.order_gone", attempt=attempt.provider_id, code=refusal.code)
        raise NotKeepable from refusal
    post_paid(order=attempt.order, attempt=attempt)
    _settle(attempt, reading)
    replace_others(order=attempt.order, kept=attempt)
    return move


def _settle(attempt: Attempt, reading: Reading) -> None:
    """The gateway has passed the money on: booked once, for money that we keep."""
    if reading.settled_at is None or attempt.settled_at is not None or not attempt.was_kept:
        return
    attempt.settled_at = reading.settled_at
    attempt.save(update_fields=["settled_at"])
    post_settled(attempt=attempt)


def _give_back(attempt: Attempt, reading: Reading, trouble: str) -> Move | None:
    """The money is there and not wanted: it waits in the books to go back, and staff see it."""
    move = apply_event(attempt=attempt, event=Event.PAY_IN_VAIN, trouble=trouble, paid_at=reading.paid_at)
    post_unkept(attempt=attempt)
    audit.record(BY_US, "attempt.refund_queued", attempt, amount=int(attempt.amount), why=str(trouble))
    return move
