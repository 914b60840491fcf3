from datetime import timedelta

import pytest
import requests

from iccn.simulator import delivery
from iccn.simulator.models import SimDelivery
from tests.factories.gateway import answer, begun

pytestmark = pytest.mark.django_db
ADDRESS = "http://localhost:8000/webhook/midtrans/"


@pytest.fixture
def news() -> SimDelivery:
    return SimDelivery.objects.create(transaction=begun(), body={"transaction_status": "settlement"})


def test_a_notification_comes_as_the_gateway_sends_it(wire, news) -> None:
    wire.faults.append(lambda: answer(200, b"{}"))
    delivery.deliver.call(news.pk)
    (sent,) = wire.seen
    assert (sent.method, sent.url, sent.headers["User-Agent"]) == ("POST", ADDRESS, "Veritrans")
    assert "Authorization" not in sent.headers
    news.refresh_from_db()
    assert (news.tries, news.answer, news.done, wire.timeouts) == (1, 200, True, [15])
    delivery.deliver.call(news.pk)
    assert len(wire.seen) == 1


@pytest.mark.parametrize(
    ("code", "tries"),
    [(200, 1), (204, 1), (500, 2), (503, 5), (400, 3), (404, 3), (302, 1), (429, 6), (None, 6)],
)
def test_how_often_it_is_tried_depends_on_the_answer(code, tries) -> None:
    assert [delivery.is_over(code, done) for done in range(1, tries + 1)] == [False] * (tries - 1) + [True]


def test_the_pauses_are_those_of_the_documents() -> None:
    for tries, minutes in ((1, 2), (2, 10), (3, 30), (4, 90), (5, 210), (6, 210)):
        pause = delivery.wait_after(tries)
        assert timedelta(minutes=minutes) <= pause < timedelta(minutes=minutes, seconds=30)


def test_no_answer_is_no_answer(wire, news) -> None:
    wire.faults.append(requests.ReadTimeout("x"))
    delivery.deliver.call(news.pk)
    news.refresh_from_db()
    assert (news.tries, news.answer, news.done) == (1, None, False)


def test_redirects_that_keep_the_method_are_followed_and_others_are_not(wire, news) -> None:
    wire.faults += [
        lambda: answer(308, b"", {"Location": ADDRESS}),
        lambda: answer(302, b"", {"Location": "/"}),
    ]
    assert delivery.post(news.body) == 302
    assert [one.url for one in wire.seen] == [ADDRESS, ADDRESS]


def test_the_next_try_waits_for_its_time(wire, news, settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    wire.faults.append(lambda: answer(503, b"{}"))
    delivery.deliver.call(news.pk)
    backend = delivery.deliver.get_backend()
    (later,) = backend.results
    assert (later.args, later.task.run_after is not None) == ([news.pk], True)
