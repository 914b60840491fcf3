"""A curator's day at the desk: she steps aside for a cousin, and scores with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from iccn.accounts import roles
from store.curation.models import Assignment, Score
from store.curation.rubric import lay_first_rubric
from tests.conftest import person
from tests.factories.curation import make_new, make_screened
from tests.journeys.browsing import DESKTOP
from tests.pages.curators import CuratorsDesk

WIDE = {**DESKTOP, "viewport": {"width": 1440, "height": 900}}
TITLE = "Tas pandan motif kotak"


@pytest.fixture
def wide(open_page) -> Page:
    return open_page(WIDE)


def test_a_curator_with_an_interest_steps_aside_and_the_task_goes_on(
    laid, sari, wulan, made, signed_in, wide: Page, snap, axe
) -> None:
    lay_first_rubric()
    shared = make_screened(sari, made)
    grace = person("Grace", roles.CURATOR, is_staff=True)
    desk = CuratorsDesk(signed_in(wide, wulan))
    desk.waits(1)
    snap(wide, "menunggu-saya")
    axe(wide, within=".curation-mine")
    desk.open(TITLE)
    desk.step_aside("Sari sepupu saya.")
    desk.sees("Anda menyatakan berkepentingan: Sari sepupu saya.")
    desk.cannot_score()
    snap(wide, "mundur", whole=False)
    axe(wide, within=".curation")
    assert Assignment.objects.get(submission=shared, curator=wulan).state == "recused"
    assert Assignment.objects.get(submission=shared, curator=grace).state == "open"


def test_a_curator_checks_and_scores_with_the_keyboard_alone(
    laid, sari, wulan, made, signed_in, wide: Page, snap, axe
) -> None:
    lay_first_rubric()
    make_new(sari)
    desk = CuratorsDesk(signed_in(wide, wulan))
    desk.open(TITLE)
    snap(wide, "pemeriksaan", whole=False)
    axe(wide, within=".curation")
    desk.pass_screening()
    wide.locator("[name=mutu]").first.focus()
    for key in "45340":
        wide.keyboard.press(key)
    expect(wide.locator("[name=comment]")).to_be_focused()
    snap(wide, "nilai", whole=False)
    wide.keyboard.press("Tab")
    wide.keyboard.press("Enter")
    expect(wide.get_by_text("Nilai Anda tersimpan.")).to_be_visible()
    assert Score.objects.get().values == {"mutu": 4, "asal": 5, "rancang": 3, "pasar": 4, "alam": None}


def test_the_board_the_list_and_the_report_can_be_read(
    laid, sari, wulan, made, signed_in, wide: Page, snap, axe
) -> None:
    lay_first_rubric()
    make_new(sari)
    make_screened(sari, made)
    page = signed_in(wide, wulan)
    for name, within in (("papan", ".curation-board"), ("", ".curation-list"), ("laporan", ".curation-mine")):
        page.goto(f"/kelola/kurasi/{name}/" if name else "/kelola/kurasi/")
        snap(page, name or "daftar", whole=False)
        axe(page, within=within)
    page.goto("/kelola/kurasi/")
    page.get_by_role("checkbox", name=f"Pilih {TITLE}").first.check()
    page.get_by_role("button", name="Putuskan yang dicentang").click()
    expect(page.get_by_text("diperiksa sendiri-sendiri")).to_be_visible()
    snap(page, "beberapa", whole=False)
    axe(page, within=".curation-mine")
