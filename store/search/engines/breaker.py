"""A circuit breaker: who fails again and again is left alone for a while, then tried with one request."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Final

import structlog

logger = structlog.get_logger(__name__)
FAILURES: Final = 3  # in a row
PAUSE: Final = 10.0  # seconds


class CircuitBreaker:
    """For one process, safe for its threads. `clock` gives seconds that never run backwards."""

    def __init__(
        self,
        *,
        failures: int = FAILURES,
        pause: float = PAUSE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.failures, self.pause, self.clock = failures, pause, clock
        self.reason = ""
        self._lock = Lock()
        self._in_a_row = 0
        self._next_try: float | None = None  # a time while the circuit is open

    @property
    def is_open(self) -> bool:
        return self._next_try is not None

    def admits(self) -> bool:
        """Whether to ask now. Of an open circuit one caller is let through, once in a while: the probe."""
        with self._lock:
            if self._next_try is None:
                return True
            if self.clock() < self._next_try:
                return False
            self._next_try = self.clock() + self.pause
            return True

    def succeeded(self) -> None:
        with self._lock:
            was_open, self._next_try = self.is_open, None
            self._in_a_row, self.reason = 0, ""
        if was_open:
            logger.warning("search circuit closed: Elasticsearch serves again")

    def failed(self, reason: str) -> None:
        with self._lock:
            self._in_a_row += 1
            self.reason = reason
            opens = self._next_try is None and self._in_a_row >= self.failures
            if opens or self._next_try is not None:
                self._next_try = self.clock() + self.pause
        if opens:
            logger.warning(
                "search circuit opened: the database serves", reason=reason, next_try_in_seconds=self.pause
            )
