"""Payments, worked on behind the scenes. Each task may die at any point and be run again."""

from datetime import timedelta

import structlog
from django.utils import timezone
from django_tasks import task

from store.checkout import reconciliation
from store.checkout.settlement import settle_payment
from store.payment import inbox
from store.payment.gateways.port import GatewayError, Retryable
from store.payment.models import Attempt, Notification

logger = structlog.get_logger(__name__)
WAITS = (5, 30, 120, 600)  # seconds before the next try
Outcome = Notification.Outcome


@task(priority=50)
def process_notification(notification_id: int) -> str:
    """Asks the gateway about what the notification hinted at, and settles that."""
    notification = Notification.objects.get(pk=notification_id)
    if notification.processed_at is not None:
        return notification.outcome
    attempt = Attempt.objects.get(provider_id=notification.provider_id)
    try:
        moved = settle_payment(attempt.pk)
    except Retryable as error:
        return _try_later(notification_id, error)
    except GatewayError as error:
        logger.error("payment.gateway_refused", attempt=attempt.provider_id, code=error.code)
        outcome = Outcome.FAILED
    else:
        outcome = Outcome.MOVED if moved else Outcome.UNCHANGED
    inbox.dealt_with(notification_id=notification_id, outcome=outcome)
    return outcome


def _try_later(notification_id: int, error: Retryable) -> str:
    """The notification stays open: this task comes back for it, and so does every reconciliation."""
    tries = inbox.tried(notification_id=notification_id)
    logger.warning("payment.gateway_silent", notification=notification_id, code=error.code, tries=tries)
    if tries <= len(WAITS) and process_notification.get_backend().supports_defer:
        later = timezone.now() + timedelta(seconds=WAITS[tries - 1])
        process_notification.using(run_after=later).enqueue(notification_id)
    return "later"


@task()
def keep_payments_right() -> str:
    """The round of every minute: what is lost is looked for, what is over ends, who forgets is reminded."""
    return str(reconciliation.round_of_work())


@task()
def reconcile_payments() -> str:
    """For the start of a worker: whatever happened while nobody worked is found at once."""
    return str(reconciliation.reconcile())
