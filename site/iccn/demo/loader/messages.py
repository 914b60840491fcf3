"""While the stories are told nothing goes out: messages of the past count as sent, gateways are not called."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from django.db.models import F, Max
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task_backends
from django_tasks.backends.dummy import DummyBackend

from iccn.notices.models import Notice

# The shelves are filled at the end, messages were sent in the story, and no gateway knows of these payments.
NEEDLESS: Final = ("iccn.notices.", "store.search.", "store.payment.")


class OnlyWhatIsNeeded(DummyBackend):  # type: ignore[misc]
    """Leaves tasks that the telling makes needless; hands on the others (Wagtail's own indexes)."""

    def __init__(self, usual: Any) -> None:
        super().__init__(DEFAULT_TASK_BACKEND_ALIAS, {})
        self.usual = usual

    def enqueue(self, task: Any, args: Any, kwargs: Any) -> Any:
        if task.module_path.startswith(NEEDLESS):
            return super().enqueue(task, args, kwargs)
        return self.usual.enqueue(task, args, kwargs)


@contextmanager
def nothing_goes_out() -> Iterator[None]:
    last = Notice.objects.aggregate(last=Max("pk"))["last"] or 0
    usual = task_backends[DEFAULT_TASK_BACKEND_ALIAS]
    task_backends[DEFAULT_TASK_BACKEND_ALIAS] = OnlyWhatIsNeeded(usual)
    try:
        yield
    finally:
        task_backends[DEFAULT_TASK_BACKEND_ALIAS] = usual
    told = Notice.objects.filter(pk__gt=last, state=Notice.State.WAITING)
    told.update(state=Notice.State.SENT, sent_at=F("created_at"))
