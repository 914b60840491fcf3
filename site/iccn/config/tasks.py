"""The worker's round: a heartbeat that asks for the next one, so that it beats exactly while a worker works."""

from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from iccn.config import heartbeat

EVERY = timedelta(seconds=30)


@task()
def tick() -> None:
    heartbeat.beat()
    tick.using(run_after=timezone.now() + EVERY).enqueue()
