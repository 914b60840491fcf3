"""The site as anybody meets it, before there is anything in it."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import DESKTOP, PHONE

PAGES = ("/id/", "/en/", "/id/program/", "/id/ajar/", "/id/kabar/", "/id/simpul/", "/id/transparansi/")

# How light the page's ground is, from 0 (black) to 1 (white).
LIGHTNESS = """() => {
  const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/[\\d.]+/g).map(Number);
  return (red + green + blue) / 765;
}"""


def name_of(path: str) -> str:
    return path.strip("/").replace("/", "-")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_a_phone_and_is_for_everybody(laid, phone: Page, snap, axe, fits, path) -> None:
    phone.goto(path)
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    snap(phone, name_of(path))
    fits(phone)
    axe(phone)


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_home_page_is_for_everybody_in_the_dark_too(laid, open_page, snap, axe, fits, device) -> None:
    page = open_page(device, color_scheme="dark")
    page.goto("/id/")
    snap(page)
    fits(page)
    axe(page)
    by_day = open_page(device, color_scheme="light")
    by_day.goto("/id/")
    assert page.evaluate(LIGHTNESS) < 0.3 < 0.7 < by_day.evaluate(LIGHTNESS)


def test_without_javascript_the_menu_leads_on(laid, no_script: Page, snap) -> None:
    no_script.goto("/id/")
    no_script.get_by_role("link", name="Kelas").last.click()
    expect(no_script).to_have_url(f"{no_script.url.split('/id/')[0]}/id/ajar/")
    snap(no_script)


def test_a_stranger_who_signs_in_is_refused_at_the_desk(
    laid, phone: Page, signed_in, joko, watch, snap
) -> None:
    watch.forgive("403")
    signed_in(phone, joko)
    for path in ("/kelola/", "/kelola/pages/", "/kelola/toko/"):
        answer = phone.goto(path)
        assert answer is not None
        assert answer.status == 403, path
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    snap(phone)
