"""The worker's round: a heartbeat that asks for the next one, so that it beats exactly while a worker works.

Work that comes back by the clock (what expires, what is tidied up) is named in `settings.ROUNDS`; each beat
enqueues what is due. One chain of beats runs at a time, however many workers there are.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from iccn.config import heartbeat

EVERY = timedelta(seconds=30)
TRIES = 5  # a task that ended its worker so often is given up
KEEP_RESULTS = timedelta(days=14)


@task()
def tick() -> None:
    heartbeat.beat()
    enqueue_due(timezone.now())
    ensure_ticking(after=EVERY)


@task()
def prune() -> None:
    """Results of finished tasks are forgotten after two weeks."""
    call_command("prune_db_task_results", min_age_days=KEEP_RESULTS.days, verbosity=0)


@task()
def publish_scheduled() -> None:
    """Wagtail's clock: what is set to begin begins, what is set to end ends."""
    call_command("publish_scheduled", verbosity=0)


def enqueue_due(now: datetime) -> list[str]:
    """The rounds whose time has come, by their names."""
    due = [
        path
        for path, every in settings.ROUNDS.items()
        if (last := heartbeat.last(path)) is None or now - last >= timedelta(seconds=every)
    ]
    for path in due:
        heartbeat.beat(path)
        import_string(path).enqueue()
    return due


@transaction.atomic
def ensure_ticking(*, after: timedelta = timedelta()) -> None:
    """Asks for the next beat, unless one is asked for already."""
    waiting = DBTaskResult.objects.filter(task_path=tick.module_path, status=TaskResultStatus.READY)
    if not waiting.exists():
        tick.using(run_after=timezone.now() + after).enqueue()


def begin_work() -> None:
    """Asks for what a worker does first."""
    for path in settings.FIRST_WORK:
        import_string(path).enqueue()


@transaction.atomic
def take_back(*, worker: str) -> int:
    """Tasks that died with the worker of this name are offered again; our tasks may run twice. Returns how many."""
    running = DBTaskResult.objects.select_for_update().filter(
        status=TaskResultStatus.RUNNING, worker_ids__contains=[worker]
    )
    left = [result for result in running if result.worker_ids[-1] == worker]
    for result in left:
        may_try_again = len(result.worker_ids) < TRIES
        result.status = TaskResultStatus.READY if may_try_again else TaskResultStatus.FAILED
        result.save(update_fields=["status"])
    return len(left)
