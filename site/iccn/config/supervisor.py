"""Keeps child processes running: starts a fallen one again, passes the end on, waits until all are gone."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import FrameType

import structlog

logger = structlog.get_logger(__name__)
FIRST_PAUSE = 1.0  # seconds before a fallen child is started again; doubles each time
LONGEST_PAUSE = 30.0
STEADY = 60.0  # a child that ran so long has earned the first pause again
PATIENCE = 15.0  # seconds a child may take to end
PR_SET_PDEATHSIG = 1


def end_with_parent() -> None:
    """Linux tells the child when its supervisor was killed, so that no orphan keeps the port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Child:
    name: str
    command: list[str]
    environment: Mapping[str, str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE
    start_at: float = 0.0

    def start(self, now: float) -> None:
        # Its own process group: Ctrl-C reaches the supervisor alone, which then ends each child once.
        self.process = subprocess.Popen(  # noqa: S603 - our own commands
            self.command,
            env={**os.environ, **self.environment},
            preexec_fn=end_with_parent,
            process_group=0,
        )
        self.started = now

    def look(self, now: float) -> None:
        """Starts the child when it is time; notes its fall and when it may try again."""
        if self.process is None:
            if now >= self.start_at:
                self.start(now)
        elif self.process.poll() is not None:
            self.fall(now, self.process.returncode)

    def fall(self, now: float, code: int) -> None:
        self.pause = FIRST_PAUSE if now - self.started >= STEADY else min(self.pause * 2, LONGEST_PAUSE)
        self.start_at = now + self.pause
        self.process = None
        logger.warning("child fell", child=self.name, code=code, again_in_seconds=self.pause)

    def end(self, deadline: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            logger.warning("child does not end: killed", child=self.name)
            self.process.kill()
            self.process.wait()


@dataclass
class Supervisor:
    children: list[Child]
    ending: bool = False
    glance: float = 0.2  # seconds between two looks
    on_look: Callable[[], None] = field(default=lambda: None)

    def run(self) -> None:
        """Until SIGINT or SIGTERM; leaves no child behind."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self.ask_to_end)
        try:
            while not self.ending:
                for child in self.children:
                    child.look(time.monotonic())
                self.on_look()
                time.sleep(self.glance)
        finally:
            self.end_all()

    def ask_to_end(self, _number: int, _frame: FrameType | None) -> None:
        self.ending = True

    def end_all(self) -> None:
        for child in self.children:
            if child.process and child.process.poll() is None:
                child.process.terminate()
        deadline = time.monotonic() + PATIENCE
        for child in self.children:
            child.end(deadline)
