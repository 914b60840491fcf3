import os
import signal
import sys
import time

from iccn.config.supervisor import Child, Supervisor

FOREVER = "import signal; signal.pause()"


def python(code: str, **environment: str) -> Child:
    return Child("child", [sys.executable, "-c", code], environment)


def wait_for(child: Child) -> None:
    assert child.process is not None
    child.process.wait(10)


def test_a_child_is_started_with_its_environment() -> None:
    child = python("import os, sys; sys.exit(int(os.environ['CODE']))", CODE="7")
    child.look(0.0)
    assert child.process is not None
    assert child.process.wait(10) == 7


def test_a_fallen_child_waits_longer_each_time_before_it_starts_again() -> None:
    child = python("raise SystemExit(1)")
    pauses = []
    now = 0.0
    for _ in range(6):
        child.look(now)
        wait_for(child)
        child.look(now)
        assert child.process is None
        pauses.append(child.pause)
        child.look(now + child.pause - 0.01)
        assert child.process is None
        now += child.pause
    assert pauses == [2.0, 4.0, 8.0, 16.0, 30.0, 30.0]


def test_a_child_that_ran_steadily_starts_again_soon() -> None:
    child = python("raise SystemExit(1)")
    child.pause = 30.0
    child.look(100.0)
    wait_for(child)
    child.look(160.0)
    assert (child.pause, child.start_at) == (1.0, 161.0)


def test_the_end_is_passed_on_and_nobody_is_left() -> None:
    children = [python(FOREVER), python(FOREVER)]
    looks = []

    def ask_on_the_second_look() -> None:
        looks.append(time.monotonic())
        if len(looks) == 2:
            os.kill(os.getpid(), signal.SIGTERM)

    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        Supervisor(children, glance=0.0, on_look=ask_on_the_second_look).run()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    assert [child.process and child.process.returncode for child in children] == [-signal.SIGTERM] * 2


def test_a_child_that_does_not_end_is_killed() -> None:
    child = python("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.pause()")
    child.look(0.0)
    assert child.process is not None
    child.end(time.monotonic() + 0.1)
    assert child.process.returncode == -signal.SIGKILL
