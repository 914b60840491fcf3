"""The webhook believes nobody, keeps what is signed, and answers at once."""

import json
from types import SimpleNamespace
from unittest.mock import Mock

import pytest
import structlog
from django.conf import settings
from django.db import OperationalError

from store.checkout import tasks, webhooks
from store.payment.gateways.midtrans import signature
from store.payment.models import Notification
from tests.factories.gateway import answer
from tests.factories.payment import audited, make_attempt
from tests.factories.profit import booked

pytestmark = pytest.mark.django_db
URL = "/webhook/midtrans/"


def signed(
    provider_id: str, *, amount: str = "268000.00", key: str = settings.MIDTRANS_SERVER_KEY, **more: object
) -> dict:
    return {
        "order_id": provider_id, "status_code": "200", "gross_amount": amount, "transaction_status": "settlement",
        "transaction_id": "57d5", "signature_key": signature(provider_id, "200", amount, key), **more,
    }  # fmt: skip


@pytest.fixture
def attempt(order, wire):
    return make_attempt(order)


@pytest.fixture
def send(client, django_capture_on_commit_callbacks):
    def post(body: object, **options: object):
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(URL, content, content_type="application/json", **options)

    return post


def assert_nothing_moved(attempt) -> None:
    attempt.refresh_from_db()
    assert (attempt.state, audited(attempt), booked()) == ("pending", [], {})
    assert not Notification.objects.exists()


def test_joko_without_the_key_is_refused_and_nothing_moves(send, attempt, wire) -> None:
    assert send(signed(attempt.provider_id, key="SB-Mid-server-joko")).status_code == 403
    assert_nothing_moved(attempt)
    assert wire.seen == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b'{"order_id": "x"}', {"order_id": 1}])
def test_garbage_is_refused_and_nothing_moves(send, attempt, body) -> None:
    assert send(body).status_code == 400
    assert_nothing_moved(attempt)


def test_an_order_that_we_do_not_know_is_not_found(send, attempt) -> None:
    assert send(signed("ICS-2611-XXXXX-1")).status_code == 404
    assert_nothing_moved(attempt)


@pytest.mark.parametrize("options", [{}, {"headers": {"Content-Length": "many"}}])
def test_what_is_too_large_is_not_read(send, attempt, options) -> None:
    assert send(b" " * (64 * 1024 + 1), **options).status_code == 413
    assert_nothing_moved(attempt)


def test_a_sender_who_hangs_up_half_way_gets_no_word_of_ours_and_breaks_nothing(rf) -> None:
    request = rf.post(URL, b"{}", content_type="application/json")
    request._stream = SimpleNamespace(read=Mock(side_effect=OSError), close=Mock())
    assert webhooks.midtrans(request).status_code == 413


def test_only_post_at_the_exact_address(client, attempt) -> None:
    assert client.get(URL).status_code == 405
    assert client.post(URL.rstrip("/"), {}, content_type="application/json").status_code in {
        301,
        404,
        405,
        500,
    }
    assert_nothing_moved(attempt)


def test_a_signed_body_that_lies_moves_nothing_because_the_gateway_is_asked(send, attempt, wire) -> None:
    """The signature does not cover the status: a captured body may be altered."""
    wire.faults.append(lambda: answer(200, json.dumps({"status_code": "404"}).encode()))
    assert send(signed(attempt.provider_id)).status_code == 200
    attempt.refresh_from_db()
    assert (attempt.state, booked(), Notification.objects.get().outcome) == ("pending", {}, "unchanged")
    assert [one.method for one in wire.seen] == ["GET"]


def test_a_wrong_amount_goes_to_staff(send, attempt, wire) -> None:
    told = signed(attempt.provider_id, amount="1000.00", currency="IDR")
    wire.faults.append(lambda: answer(200, json.dumps(told).encode()))
    assert send(told).status_code == 200
    attempt.refresh_from_db()
    assert (attempt.state, attempt.trouble, booked()) == ("review", "disagrees", {})


def test_a_silent_gateway_leaves_the_news_open_for_later(send, attempt, wire) -> None:
    wire.faults.append(lambda: answer(503, b"{}"))
    assert send(signed(attempt.provider_id)).status_code == 200
    notification = Notification.objects.get()
    assert (notification.processed_at, notification.tries) == (None, 1)
    wire.faults.append(lambda: answer(200, b'{"status_code": "404"}'))
    assert send(signed(attempt.provider_id)).status_code == 200  # the same news works the open one off
    notification.refresh_from_db()
    assert (notification.outcome, notification.repeats) == ("unchanged", 1)


def test_a_gateway_that_refuses_to_say_is_noted(send, attempt, wire) -> None:
    wire.faults.append(lambda: answer(401, b'{"status_code": "401"}'))
    send(signed(attempt.provider_id))
    assert Notification.objects.get().outcome == "failed"


def test_what_is_dealt_with_is_not_worked_on_again(send, attempt, wire) -> None:
    wire.faults.append(lambda: answer(200, b'{"status_code": "404"}'))
    send(signed(attempt.provider_id))
    assert tasks.process_notification.call(Notification.objects.get().pk) == "unchanged"
    assert len(wire.seen) == 1


def test_the_next_try_has_its_time_where_a_worker_can_wait(attempt, wire, settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    notification = Notification.objects.create(
        gateway="midtrans", provider_id=attempt.provider_id, body={}, fingerprint="f"
    )
    for _ in range(5):
        wire.faults.append(lambda: answer(503, b"{}"))
        assert tasks.process_notification.call(notification.pk) == "later"
    assert len(tasks.process_notification.get_backend().results) == 4


def test_a_locked_database_asks_the_gateway_to_come_again(send, attempt, monkeypatch) -> None:
    monkeypatch.setattr(webhooks.inbox, "keep", Mock(side_effect=OperationalError("lock timeout")))
    assert send(signed(attempt.provider_id)).status_code == 503
    assert_nothing_moved(attempt)


def test_a_flood_of_refusals_does_not_flood_the_log(send, attempt) -> None:
    with structlog.testing.capture_logs() as lines:
        for _ in range(15):
            send(b"{")
    refusals = [line for line in lines if line["event"] == "webhook.refused"]
    assert (len(refusals), refusals[0]["why"]) == (10, "unreadable")


def test_nothing_of_the_shopper_is_logged(send, attempt, wire) -> None:
    wire.faults.append(lambda: answer(500, b"tamu@contoh.example"))
    with structlog.testing.capture_logs() as lines:
        send(signed(attempt.provider_id, email="tamu@contoh.example"))
        send(signed(attempt.provider_id, email="tamu@contoh.example", signature_key="0"))
    assert lines
    assert "tamu@" not in str(lines)


def test_keeping_news_takes_few_queries(client, attempt, django_assert_max_num_queries) -> None:
    body = json.dumps(signed(attempt.provider_id))
    with django_assert_max_num_queries(10):
        client.post(URL, body, content_type="application/json")
