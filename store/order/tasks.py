"""What orders tell about products, counted by the clock."""

from django.utils import timezone
from django_tasks import task

from store.order import counting


@task(priority=-50)
def count_figures() -> int:
    return counting.count_figures(now=timezone.now())


@task(priority=-50)
def count_companions() -> int:
    return counting.count_companions(now=timezone.now())
