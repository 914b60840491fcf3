"""The task worker's sign of life: a row that its supervisor's ticks keep young."""

from datetime import datetime

from iccn.config.models import Heartbeat

WORKER = "worker"


def beat(name: str = WORKER) -> None:
    Heartbeat.objects.update_or_create(name=name)


def last(name: str = WORKER) -> datetime | None:
    return Heartbeat.objects.filter(name=name).values_list("at", flat=True).first()
