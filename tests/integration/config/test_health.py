from datetime import timedelta

import pytest
from django.utils import timezone

from iccn.config import health, heartbeat
from iccn.config.models import Heartbeat
from iccn.config.version import VERSION

pytestmark = pytest.mark.django_db


def test_all_parts_well_is_200(client) -> None:
    heartbeat.beat()
    answer = client.get("/health/")
    assert answer.status_code == 200
    body = answer.json()
    assert (body["ok"], body["version"], body["search"]["engine"]) == (True, VERSION, "database")
    assert {name for name in body if isinstance(body[name], dict)} == {
        "database",
        "worker",
        "search",
        "storage",
    }


def test_a_silent_worker_is_503(client) -> None:
    assert client.get("/health/").status_code == 503
    heartbeat.beat()
    Heartbeat.objects.update(at=timezone.now() - timedelta(seconds=91))
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["worker"] == {"ok": False, "seconds_since_heartbeat": 91}


def test_a_broken_part_is_told_by_its_kind_only(client, monkeypatch) -> None:
    heartbeat.beat()

    def broken() -> dict[str, object]:
        raise OSError("secret path")

    monkeypatch.setitem(health.PARTS, "storage", broken)
    answer = client.get("/health/")
    assert answer.status_code == 503
    assert answer.json()["storage"] == {"ok": False, "reason": "OSError"}


def test_every_answer_carries_a_request_id_and_a_policy(client) -> None:
    answer = client.get("/health/", headers={"X-Request-ID": "abc-12345678"})
    assert answer["X-Request-ID"] == "abc-12345678"
    assert len(client.get("/health/", headers={"X-Request-ID": "<script>"})["X-Request-ID"]) == 32
    assert "'unsafe-inline'" not in answer["Content-Security-Policy"]
