"""The circuit breaker: opens after failures in a row, lets one caller probe, closes on an answer."""

from threading import Barrier, Thread

import pytest

from store.search.engines.breaker import CircuitBreaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def breaker(clock) -> CircuitBreaker:
    return CircuitBreaker(failures=3, pause=10, clock=clock)


def fail(breaker: CircuitBreaker, times: int) -> None:
    for _time in range(times):
        assert breaker.admits()
        breaker.failed("slow")


def test_it_opens_at_the_third_failure_in_a_row(breaker):
    fail(breaker, 2)
    assert (breaker.is_open, breaker.admits()) == (False, True)
    breaker.failed("slow")
    assert (breaker.is_open, breaker.admits(), breaker.reason) == (True, False, "slow")


def test_an_answer_in_between_begins_the_count_anew(breaker):
    fail(breaker, 2)
    breaker.succeeded()
    fail(breaker, 2)
    assert not breaker.is_open


def test_after_the_pause_one_probe_goes_through_and_closes_it(breaker, clock):
    fail(breaker, 3)
    clock.now = 9.9
    assert not breaker.admits()
    clock.now = 10
    assert [breaker.admits() for _caller in range(3)] == [True, False, False]
    breaker.succeeded()
    assert (breaker.is_open, breaker.admits(), breaker.reason) == (False, True, "")


def test_a_probe_that_fails_waits_a_whole_pause_again(breaker, clock):
    fail(breaker, 3)
    clock.now = 10
    assert breaker.admits()
    clock.now = 11
    breaker.failed("still slow")
    clock.now = 20.9
    assert not breaker.admits()
    clock.now = 21
    assert breaker.admits()


def test_a_probe_that_never_comes_back_does_not_keep_it_open_for_ever(breaker, clock):
    fail(breaker, 3)
    clock.now = 10
    assert breaker.admits()
    clock.now = 20
    assert breaker.admits()


def test_of_many_threads_at_once_one_probes(breaker, clock):
    fail(breaker, 3)
    clock.now = 10
    start, admitted = Barrier(16), []

    def caller() -> None:
        start.wait()
        admitted.append(breaker.admits())

    threads = [Thread(target=caller) for _number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(admitted) == [False] * 15 + [True]


def test_opening_and_closing_are_told_once(breaker, clock, caplog):
    with caplog.at_level("WARNING", "store.search.engines.breaker"):
        fail(breaker, 3)
        breaker.failed("late ones")
        breaker.failed("of other threads")
        clock.now = 10
        breaker.succeeded()
        breaker.succeeded()
    told = [record.msg["event"] for record in caplog.records]
    assert told == [
        "search circuit opened: the database serves",
        "search circuit closed: Elasticsearch serves again",
    ]
