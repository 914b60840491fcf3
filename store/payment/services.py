"""Attempts begin, move and end here. The gateway is called outside of every transaction, never under a lock."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

import structlog
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from iccn.audit import services as audit
from iccn.audit.context import current
from store.order.models import Order
from store.order.services import release, reserve
from store.payment import rules
from store.payment.gateways import gateway_named
from store.payment.gateways.port import Final, Reading, Retryable, Started
from store.payment.machine import KEPT, LIVE, MONEY_CAME, Event, State, after
from store.payment.methods import GRACE, METHODS, Method
from store.payment.models import UNKEPT, Attempt
from store.payment.purchase import purchase_of
from store.payment.refusals import AlreadyPaid, GatewayBusy, GatewayRefused, UnderReview, UnknownMethod
from store.payment.tasks import end_at_gateway

logger = structlog.get_logger(__name__)
GATEWAY = "midtrans"
BY_US = "system:payment"
ENDED = frozenset({State.EXPIRED, State.CANCELLED})
Trouble = Attempt.Trouble


@dataclass(frozen=True, slots=True)
class Move:
    source: State
    event: Event
    target: State


def start_attempt(*, order: Order, method: str, language: str = "id") -> Attempt:
    """One more try to pay the order. The same choice again (a double click) gives the try that is already there.

    The row stands before the gateway hears of it, so that news can never be about something that we do not know.
    Raises UnknownMethod, AlreadyPaid, UnderReview, GatewayBusy, GatewayRefused, and whatever `reserve` refuses.
    """
    if method not in METHODS:
        raise UnknownMethod
    attempt, fresh = open_attempt(order=order, method=METHODS[method], language=language)
    if not fresh:
        return attempt
    try:
        started = gateway_named(attempt.gateway).start(purchase_of(attempt))
    except Retryable as error:
        give_up(attempt=attempt, trouble=Trouble.NO_ANSWER, code=error.code)
        raise GatewayBusy from error
    except Final as error:
        give_up(attempt=attempt, trouble=Trouble.REFUSED, code=error.code)
        raise GatewayRefused from error
    return keep_start(attempt=attempt, started=started)


@transaction.atomic
def open_attempt(*, order: Order, method: Method, language: str) -> tuple[Attempt, bool]:
    """The attempt, and whether it is a new one. Other live attempts of the order end; its goods are held anew."""
    order = Order.objects.select_for_update().get(pk=order.pk)
    now = timezone.now()
    attempts = list(order.attempts.select_for_update())
    _refuse_if_settled(attempts)
    live = [attempt for attempt in attempts if attempt.state in LIVE]
    for attempt in live:
        if attempt.method == method.code and still_good(attempt, now):
            return attempt, False
    new = _new_attempt(order, method, language, now)
    for attempt in live:
        _replace(attempt)
    reserve(order=order, until=new.expires_at + GRACE)
    audit.record(
        current().actor or "guest", "attempt.created", new, amount=int(new.amount), method=method.code
    )
    return new, True


def _refuse_if_settled(attempts: list[Attempt]) -> None:
    if any(attempt.was_kept for attempt in attempts):
        raise AlreadyPaid
    if any(attempt.state == State.REVIEW for attempt in attempts):
        raise UnderReview


def still_good(attempt: Attempt, now: datetime) -> bool:
    """Can be paid, or is being made by another request at this moment."""
    being_made = attempt.created_at > now - rules.MAKING
    return attempt.expires_at > now and (bool(attempt.token) or being_made)


def _new_attempt(order: Order, method: Method, language: str, now: datetime) -> Attempt:
    last: int = order.attempts.aggregate(last=Max("number"))["last"] or 0
    expires_at = now + method.payable_for
    return Attempt.objects.create(
        order=order,
        number=last + 1,
        gateway=GATEWAY,
        provider_id=rules.provider_id(order.number, last + 1),
        method=method.code,
        amount=order.total,
        language=language,
        expires_at=expires_at,
        poll_at=rules.next_poll(polls=0, now=now, expires_at=expires_at),
    )


def _replace(attempt: Attempt) -> None:
    """Another way was taken: this one ends, here and (once that stands) at the gateway."""
    apply_event(attempt=attempt, event=Event.CANCEL, trouble=Trouble.REPLACED)
    transaction.on_commit(partial(end_at_gateway.enqueue, attempt.pk))


@transaction.atomic
def replace_others(*, order: Order, kept: Attempt) -> None:
    """The order is paid: whatever else could still be paid ends. The caller holds the order's row."""
    others = order.attempts.select_for_update().filter(state__in=LIVE - {State.REVIEW}).exclude(pk=kept.pk)
    for attempt in others:
        _replace(attempt)


@transaction.atomic
def keep_start(*, attempt: Attempt, started: Started) -> Attempt:
    """The gateway has made its page; news may have overtaken this, and then moves nothing."""
    attempt = locked(attempt.pk)
    attempt.token, attempt.redirect_url = started.token, started.redirect_url
    attempt.save(update_fields=["token", "redirect_url"])
    apply_event(attempt=attempt, event=Event.START)
    return attempt


@transaction.atomic
def give_up(*, attempt: Attempt, trouble: str, code: str) -> Attempt:
    """The gateway made no page: nobody can pay this attempt. The goods stay held for the next try."""
    logger.warning("payment.not_started", attempt=attempt.provider_id, code=code)
    attempt = locked(attempt.pk)
    apply_event(attempt=attempt, event=Event.DENY, trouble=trouble)
    return attempt


def locked(attempt_id: int) -> Attempt:
    """The attempt with its row and its order's row held, the order first: everybody locks in this order."""
    Order.objects.select_for_update(of=("self",)).get(attempts=attempt_id)
    return Attempt.objects.select_for_update(of=("self",)).select_related("order").get(pk=attempt_id)


def apply_event(
    *, attempt: Attempt, event: Event, trouble: str = "", paid_at: datetime | None = None
) -> Move | None:
    """One move of the table, or None (logged) when there is no such move. The caller holds the rows."""
    source, target = State(attempt.state), after(attempt.state, event)
    if target is None:
        logger.info("payment.ignored", attempt=attempt.provider_id, state=attempt.state, what=event.value)
        return None
    attempt.state, attempt.trouble = target, trouble or (attempt.trouble if attempt.trouble in UNKEPT else "")
    if target in MONEY_CAME and attempt.paid_at is None:
        attempt.paid_at = paid_at or timezone.now()
        attempt.paid_late = source in ENDED
    attempt.save(update_fields=["state", "trouble", "paid_at", "paid_late"])
    audit.record(
        BY_US, f"attempt.{target}", attempt, source=source, amount=int(attempt.amount), trouble=trouble
    )
    if target in ENDED and not attempt.order.attempts.filter(state__in=LIVE | KEPT).exists():
        release(order=attempt.order)
    return Move(source, event, target)


def fetch(*, attempt: Attempt) -> Reading:
    """What the gateway says now. Never called under a lock. Raises Retryable, Final."""
    return gateway_named(attempt.gateway).fetch(attempt.provider_id)


def keep_reading(*, attempt: Attempt, reading: Reading) -> None:
    """What the shopper and staff can be shown of the gateway's word. The caller holds the rows."""
    attempt.instructions = dict(reading.instructions) or attempt.instructions
    attempt.transaction_id = reading.transaction_id or attempt.transaction_id
    attempt.refunded = reading.refunded
    attempt.save(update_fields=["instructions", "transaction_id", "refunded"])


@transaction.atomic
def asked(*, attempt_id: int) -> Attempt:
    """Notes that the gateway was asked, and when to ask again: while news may still come, else never."""
    attempt = Attempt.objects.select_for_update().get(pk=attempt_id)
    attempt.polls += 1
    attempt.poll_at = None
    if attempt.state not in MONEY_CAME or (attempt.state == State.PAID and attempt.settled_at is None):
        attempt.poll_at = rules.next_poll(
            polls=attempt.polls, now=timezone.now(), expires_at=attempt.expires_at
        )
    attempt.save(update_fields=["polls", "poll_at"])
    return attempt
