"""The task that sends a notice."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from iccn.notices.delivery import send
from iccn.notices.models import Notice

WAITS = (0, 1, 5, 30, 120)  # minutes before the next try


@task()
def deliver(notice_id: int) -> str:
    """Sends the notice; when it must wait, comes back later."""
    state = send(notice_id)
    if state == Notice.State.WAITING:
        tries = Notice.objects.values_list("tries", flat=True).get(pk=notice_id)
        later = timezone.now() + timedelta(minutes=WAITS[min(tries, len(WAITS) - 1)])
        deliver.using(run_after=later).enqueue(notice_id)
    return state or "gone"
