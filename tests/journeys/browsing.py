"""What journeys do with a browser: open it as a certain device, watch it for faults, look at it."""

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Response, expect

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
PHONE: Final[Mapping[str, Any]] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 1,
}
DESKTOP: Final[Mapping[str, Any]] = {"viewport": {"width": 1280, "height": 900}}
AT_HOME: Final[Mapping[str, Any]] = {"locale": "id-ID", "timezone_id": "Asia/Jakarta"}
PATIENCE: Final = 15_000  # milliseconds: two cores, several tests at once
SERVER_FAULT: Final = 500

expect.set_options(timeout=PATIENCE)


def launched(playwright: Playwright) -> Browser:
    """Debian's own Chromium; as root it runs only without its sandbox."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.fail("Chromium is missing: run tools/browser")
    return playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])


@dataclass
class Watch:
    """Keeps what no page may do: errors in the console (refusals of the content policy are such), 5xx answers."""

    faults: list[str] = field(default_factory=list)
    forgiven: list[re.Pattern[str]] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("response", self._answered)

    def forgive(self, pattern: str) -> None:
        """A journey that goes where it must be refused says so: `watch.forgive("403")`."""
        self.forgiven.append(re.compile(pattern))

    def unforgiven(self) -> list[str]:
        return [one for one in self.faults if not any(pattern.search(one) for pattern in self.forgiven)]

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            where = (message.location or {}).get("url", "")
            self.faults.append(f"console: {message.text} ({where})")

    def _answered(self, response: Response) -> None:
        if response.status >= SERVER_FAULT:
            self.faults.append(f"answer: {response.status} {response.request.method} {response.url}")


@dataclass
class Album:
    """Numbered pictures of a journey in `var/journeys/<test>/<n>.png`."""

    folder: Path
    taken: int = 0

    def snap(self, page: Page, name: str = "", *, whole: bool = True) -> Path:
        """The whole page, or with `whole=False` what fits on the screen."""
        self.taken += 1
        path = self.folder / (f"{self.taken:02}-{name}.png" if name else f"{self.taken:02}.png")
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path, full_page=whole, animations="disabled")
        return path


def assert_accessible(page: Page, *, within: str | None = None) -> None:
    """axe finds nothing to complain about; `within` is a CSS selector when only a part is ours."""
    results = Axe().run(page, context=within)
    assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"


def assert_fits(page: Page) -> None:
    """Nothing sticks out: a phone's reader never scrolls sideways."""
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, f"{page.url} is {over} px wider than its screen"
