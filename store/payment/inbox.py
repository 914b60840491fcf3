"""Keeps what gateways tell us, raw, once."""

from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from store.payment.gateways.port import News
from store.payment.models import Notification


@transaction.atomic
def keep(*, news: News, gateway: str, then: Callable[[int], object]) -> Notification:
    """The same news again is counted; once this stands, `then` gets the notification unless it is dealt with."""
    notification, new = Notification.objects.get_or_create(
        fingerprint=news.fingerprint,
        defaults={"gateway": gateway, "provider_id": news.provider_id, "body": news.body},
    )
    if not new:
        Notification.objects.filter(pk=notification.pk).update(repeats=F("repeats") + 1)
    if notification.processed_at is None:
        transaction.on_commit(partial(then, notification.pk))
    return notification


@transaction.atomic
def dealt_with(*, notification_id: int, outcome: str) -> None:
    Notification.objects.filter(pk=notification_id).update(processed_at=timezone.now(), outcome=outcome)


@transaction.atomic
def tried(*, notification_id: int) -> int:
    """Counts a try that did not work; returns how many there were."""
    Notification.objects.filter(pk=notification_id).update(tries=F("tries") + 1)
    return Notification.objects.values_list("tries", flat=True).get(pk=notification_id)
