"""Sends notifications as the gateway does: from a task, fifteen seconds of patience, the documented tries."""

import secrets
from datetime import timedelta
from functools import partial
from typing import Any, Final

import requests
import structlog
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from iccn.simulator.models import SimDelivery, SimTransaction

logger = structlog.get_logger(__name__)
TIMEOUT: Final = 15
WAITS: Final = tuple(timedelta(minutes=minutes) for minutes in (2, 10, 30, 90, 210))
SHIFT: Final = 30  # seconds at most, by chance
FOLLOWED: Final = 5  # redirects that keep the method
HEADERS: Final = {"User-Agent": "Veritrans", "Content-Type": "application/json"}
RETRIES: Final = {500: 1, 503: 4, 400: 2, 404: 2, 301: 0, 302: 0, 303: 0}
OTHER_RETRIES: Final = 5


def send_later(row: SimTransaction, body: dict[str, Any]) -> SimDelivery:
    """Written with the change that it tells of, sent once that stands."""
    delivery = SimDelivery.objects.create(transaction=row, body=body)
    transaction.on_commit(partial(deliver.enqueue, delivery.pk))
    return delivery


@task()
def deliver(delivery_id: int) -> str:
    """One try; when the shop did not take it, another one later."""
    delivery = SimDelivery.objects.get(pk=delivery_id)
    if delivery.done:
        return "done"
    delivery.answer = post(delivery.body)
    delivery.tries += 1
    delivery.done = is_over(delivery.answer, delivery.tries)
    delivery.save()
    if not delivery.done and deliver.get_backend().supports_defer:
        deliver.using(run_after=timezone.now() + wait_after(delivery.tries)).enqueue(delivery_id)
    return str(delivery.answer)


def post(body: dict[str, Any]) -> int | None:
    """The HTTP code of the shop's answer, or None when there was none."""
    address = f"{settings.BASE_URL}/webhook/midtrans/"
    try:
        for _again in range(FOLLOWED + 1):
            answer = requests.post(
                address, json=body, headers=HEADERS, timeout=TIMEOUT, allow_redirects=False
            )
            if answer.status_code not in {307, 308}:
                break
            address = answer.headers["Location"]
    except requests.RequestException:
        logger.warning("simulator.no_answer_from_shop")
        return None
    return answer.status_code


def is_over(code: int | None, tries: int) -> bool:
    if code is not None and 200 <= code < 300:
        return True
    return tries > RETRIES.get(code or 0, OTHER_RETRIES)


def wait_after(tries: int) -> timedelta:
    return WAITS[min(tries, len(WAITS)) - 1] + timedelta(seconds=secrets.randbelow(SHIFT))
