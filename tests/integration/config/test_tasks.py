from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from iccn.config import heartbeat, tasks
from iccn.config.models import Heartbeat
from iccn.config.settings import base

pytestmark = pytest.mark.django_db
PRUNE = tasks.prune.module_path


@pytest.fixture(autouse=True)
def _real_worker(settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.ROUNDS = {}


def waiting(path: str = tasks.tick.module_path) -> int:
    return DBTaskResult.objects.filter(task_path=path, status=TaskResultStatus.READY).count()


def test_a_beat_writes_the_heartbeat_and_asks_for_the_next_half_a_minute_later() -> None:
    before = timezone.now()
    tasks.tick.call()
    assert heartbeat.last() >= before
    following = DBTaskResult.objects.get()
    assert following.run_after - before >= timedelta(seconds=30)


def test_however_often_it_is_started_one_chain_of_beats_runs() -> None:
    tasks.ensure_ticking()
    tasks.ensure_ticking()
    tasks.tick.call()
    assert waiting() == 1


def test_a_round_is_enqueued_when_its_time_has_come_and_not_before(settings) -> None:
    settings.ROUNDS = {PRUNE: 60}
    now = timezone.now()
    assert tasks.enqueue_due(now) == [PRUNE]
    assert tasks.enqueue_due(now + timedelta(seconds=50)) == []
    Heartbeat.objects.filter(name=PRUNE).update(at=now - timedelta(seconds=60))
    assert tasks.enqueue_due(now) == [PRUNE]
    assert waiting(PRUNE) == 2


def test_every_round_named_in_the_settings_is_a_task() -> None:
    assert tasks.enqueue_due(timezone.now()) == []
    for path, seconds in base.ROUNDS.items():
        assert import_string(path).module_path == path
        assert seconds >= 30


def test_what_died_with_a_worker_is_offered_again_and_nothing_else_moves() -> None:
    for _ in range(3):
        tasks.prune.enqueue()
    mine, others, ready = DBTaskResult.objects.all()
    mine.claim("web:8000")
    others.claim("web:8000")
    others.claim("web:8001")
    assert tasks.take_back(worker="web:8000") == 1
    states = {result.pk: result.status for result in DBTaskResult.objects.all()}
    assert states == {
        mine.pk: TaskResultStatus.READY,
        others.pk: TaskResultStatus.RUNNING,
        ready.pk: TaskResultStatus.READY,
    }


def test_a_task_that_ended_its_worker_five_times_is_given_up() -> None:
    tasks.prune.enqueue()
    result = DBTaskResult.objects.get()
    for _ in range(5):
        result.claim("web:8000")
    tasks.take_back(worker="web:8000")
    result.refresh_from_db()
    assert result.status == TaskResultStatus.FAILED


def test_old_results_are_forgotten() -> None:
    tasks.prune.enqueue()
    tasks.prune.enqueue()
    old, young = DBTaskResult.objects.all()
    long_ago = timezone.now() - timedelta(days=15)
    DBTaskResult.objects.update(status=TaskResultStatus.SUCCESSFUL, finished_at=timezone.now())
    DBTaskResult.objects.filter(pk=old.pk).update(finished_at=long_ago)
    tasks.prune.call()
    assert DBTaskResult.objects.get().pk == young.pk
