"""Journeys: a person's way through the whole site in a real browser, against the running server.

    def test_a_shopper_finds_a_basket(phone, snap, axe):
        phone.goto("/id/toko/")
        phone.get_by_role("link", name="Anyaman").click()
        expect(phone.get_by_role("heading", level=1)).to_have_text("Anyaman")
        snap(phone, "anyaman")
        axe(phone)

- `phone` (390 × 844, touch), `desktop` (1280 × 900), `no_script` (a phone without JavaScript): pages, each of a person
  of their own. `open_page(DESKTOP, color_scheme="dark")` opens further ones. Addresses begin with `/`.
- `signed_in(page, user)` signs a person of the cast in without the form.
- `snap(page, "name")` keeps a picture in `var/journeys/<test>/<n>-name.png`.
- `axe(page)` asserts that axe finds no violation, `fits(page)` that nothing sticks out sideways.
- `watch` fails the test at its end on any console error (so also on a refusal by the content policy), script error or
  5xx answer. A journey that must be refused says so: `watch.forgive("403")`.
- `laid`: pages, rights and the review as on the first day.

The server runs in a thread of the test (`live_server`), so rows are truly committed and other programs can call it:
`settings.BASE_URL` and the simulator's addresses point at it. Tasks run at once when their transaction commits.
Never sleep: `expect(…)` waits.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.utils import translation
from playwright.sync_api import Browser, Page, sync_playwright

from content.home.services import Foundation, lay_foundation
from iccn.accounts.models import User
from iccn.accounts.services import sync_roles
from tests.factories.rights import may_translate
from tests.journeys.browsing import (
    AT_HOME,
    DESKTOP,
    PATIENCE,
    PHONE,
    Album,
    Watch,
    assert_accessible,
    assert_fits,
    launched,
)

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands in this folder is a journey."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file of journeys. Playwright keeps a loop running, which Django takes for async code."""
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = launched(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def server(transactional_db: None, live_server: Any, settings: Any) -> str:
    """The address of the running site; what calls the site from inside finds it there too."""
    settings.BASE_URL = settings.WAGTAILADMIN_BASE_URL = live_server.url
    settings.MIDTRANS_SNAP_URL = f"{live_server.url}/simulator/midtrans/snap/v1"
    settings.MIDTRANS_CORE_URL = f"{live_server.url}/simulator/midtrans/core"
    may_translate()
    return str(live_server.url)


@pytest.fixture
def laid(server: str) -> Foundation:
    sync_roles()
    with translation.override("id"):
        return lay_foundation()


@pytest.fixture
def watch() -> Iterator[Watch]:
    kept = Watch()
    yield kept
    faults = kept.unforgiven()
    assert faults == [], "\n".join(faults)


@pytest.fixture
def open_page(server: str, browser: Browser, watch: Watch) -> Iterator[OpenPage]:
    contexts = []

    def opened(device: Mapping[str, Any] = PHONE, **more: Any) -> Page:
        context = browser.new_context(base_url=server, **{**AT_HOME, **device, **more})
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        context.on("page", watch.over)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    return open_page(PHONE)


@pytest.fixture
def desktop(open_page: OpenPage) -> Page:
    return open_page(DESKTOP)


@pytest.fixture
def no_script(open_page: OpenPage) -> Page:
    return open_page(PHONE, java_script_enabled=False)


@pytest.fixture
def signed_in(server: str) -> Callable[[Page, User], Page]:
    def sign_in(page: Page, user: User) -> Page:
        client = Client()
        client.force_login(user, backend=django_settings.AUTHENTICATION_BACKENDS[0])
        name = django_settings.SESSION_COOKIE_NAME
        page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": server}])
        return page

    return sign_in


@pytest.fixture
def snap(request: pytest.FixtureRequest) -> Callable[..., Path]:
    folder = Path(django_settings.VAR) / "journeys" / re.sub(r"\W+", "-", request.node.name).strip("-")
    for old in folder.glob("*.png"):
        old.unlink()
    return Album(folder).snap


@pytest.fixture
def axe() -> Callable[..., None]:
    return assert_accessible


@pytest.fixture
def fits() -> Callable[[Page], None]:
    return assert_fits
