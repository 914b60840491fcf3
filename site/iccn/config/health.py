"""`/health/`: whether the parts that a visitor needs are there. 200 when they are, 503 when not."""

import time
from collections.abc import Callable
from typing import Any

import structlog
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from iccn.config import heartbeat
from iccn.config.version import VERSION
from store.search.engines.choice import engine_state

logger = structlog.get_logger(__name__)
WORKER_IS_LATE_AFTER = 90  # seconds


def database() -> dict[str, Any]:
    started = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return {"ok": True, "milliseconds": round((time.perf_counter() - started) * 1000, 1)}


def worker() -> dict[str, Any]:
    """The task worker writes its heartbeat through a task of its own every half minute."""
    last = heartbeat.last()
    if last is None:
        return {"ok": False, "reason": "no heartbeat yet"}
    age = (timezone.now() - last).total_seconds()
    return {"ok": age < WORKER_IS_LATE_AFTER, "seconds_since_heartbeat": round(age)}


def search() -> dict[str, Any]:
    """Always well: the database can serve. `degraded` when it must, or when changes do not get through."""
    return {"ok": True, **engine_state()}


def storage() -> dict[str, Any]:
    name = default_storage.save("health/probe.txt", ContentFile(b"ok"))
    default_storage.delete(name)
    return {"ok": True}


PARTS: dict[str, Callable[[], dict[str, Any]]] = {
    "database": database,
    "worker": worker,
    "search": search,
    "storage": storage,
}


@never_cache
@require_safe
def health(_request: HttpRequest) -> JsonResponse:
    """Each part with `ok`; a part that breaks is told by the kind of its error, never by its words."""
    parts = {name: _asked(part) for name, part in PARTS.items()}
    well = all(part["ok"] for part in parts.values())
    return JsonResponse({"ok": well, "version": VERSION, **parts}, status=200 if well else 503)


def _asked(part: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return part()
    except Exception as error:  # noqa: BLE001 - health must answer whatever is broken
        logger.warning("health part broken", part=part.__name__, error=type(error).__name__)
        return {"ok": False, "reason": type(error).__name__}
