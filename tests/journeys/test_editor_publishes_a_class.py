"""Ratna writes a class with two lessons, a moderator publishes it, it gets an English twin, a visitor reads both."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.urls import reverse
from playwright.sync_api import Page, expect

from content.ajar.models import CoursePage, LessonPage
from iccn.accounts.models import User
from tests.conftest import PASSWORD
from tests.journeys.browsing import DESKTOP, PHONE

TO_REVIEW = re.compile("ke Tinjauan moderator$")
CLASS = {
    "title": "Menjilid buku dengan benang",
    "promise": "Anda pulang dengan satu buku yang dijilid sendiri.",
    "summary": "Menjilid tanpa lem, cukup jarum dan benang.",
    "audience": "Siapa pun yang punya kertas bekas dan satu sore.",
}
OUTCOME = "Menjilid satu buku tanpa lem"
LESSONS = (
    ("Melipat kertas", "12", "Lipat dua, lalu tekan dengan sendok.", "Langkah pertama, tanpa alat."),
    ("Menjahit punggung", "25", "Tusuk dari dalam, tarik benangnya pelan.", "Langkah kedua, dengan jarum."),
)
ENGLISH = {
    CLASS["title"]: "Binding a book with thread",
    CLASS["promise"]: "You go home with a book that you bound yourself.",
    CLASS["summary"]: "Binding without glue, with needle and thread.",
    CLASS["audience"]: "Anyone with waste paper and an afternoon.",
    OUTCOME: "Bind a book without glue",
    "Melipat kertas": "Folding paper",
    "Langkah pertama, tanpa alat.": "The first step, without tools.",
    "Lipat dua, lalu tekan dengan sendok.": "Fold in two, then press with a spoon.",
}


@pytest.fixture
def _as_after_migrations(laid) -> None:
    """Translations remember at which migration they were made; tests make their tables without migrations."""
    MigrationRecorder(connection).ensure_schema()


IN_THE_FORM = (
    "words => [...document.querySelectorAll('[name$=\"-value\"]')].some(one => one.value.includes(words))"
)


def sign_in(page: Page, person: User) -> None:
    """By the form, as a person does."""
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    page.goto("/kelola/")
    page.locator("input[name=login]").fill(person.email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    expect(page).to_have_url(re.compile(r"/kelola/$"))


def add_below(page: Page, parent: int) -> None:
    page.goto(reverse("wagtailadmin_explore", args=[parent]))
    page.get_by_role("link", name="Tambahkan halaman di bawahnya").first.click()
    expect(page.locator("#id_title")).to_be_visible()


def act(page: Page, name: str | re.Pattern[str], answer: str) -> None:
    """Something of the menu beside “Simpan draf”."""
    page.get_by_role("button", name="Tindakan lain").last.click()
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator(".messages")).to_contain_text(answer)


def write_class(page: Page, academy: int) -> int:
    add_below(page, academy)
    for name, words in CLASS.items():
        page.locator(f"#id_{name}").fill(words)
    page.get_by_role("button", name="Sisipkan blok").first.click()
    page.locator("#outcomes-0-value").fill(OUTCOME)
    page.get_by_role("button", name="Simpan draf").click()
    expect(page.locator(".messages")).to_contain_text(CLASS["title"])
    found = re.search(r"/(\d+)/edit", page.url)
    assert found is not None
    return int(found[1])


def write_lesson(page: Page, course: int, title: str, minutes: str, words: str, summary: str) -> None:
    add_below(page, course)
    page.locator("#id_title").fill(title)
    page.locator("#id_minutes").fill(minutes)
    page.get_by_role("button", name="Sisipkan blok").first.click()
    page.get_by_role("option", name="Teks").click()
    page.locator(".public-DraftEditor-content").last.click()
    page.keyboard.type(words)
    # The rich text writes into the form a moment after the last key; the preview looks when a plain field changes.
    page.wait_for_function(IN_THE_FORM, arg=words)
    page.locator("#id_summary").fill(summary)


def preview_on_a_phone(page: Page, words: str) -> None:
    panel = page.get_by_role("button", name="Tampilkan pratinjau")
    if panel.get_attribute("aria-expanded") == "false":  # the desk remembers that it was open
        panel.click()
    shown = page.frame_locator("#w-preview-iframe")
    expect(shown.get_by_text(words)).to_be_visible()
    assert shown.locator("html").evaluate("html => html.clientWidth") == 390


def translate(page: Page, english: Mapping[str, str]) -> None:
    """Segment by segment, in wagtail-localize's own editor; then into the open."""
    for source, words in english.items():
        segment = page.get_by_role("listitem").filter(has_text=source).last
        segment.get_by_role("button", name="Terjemahkan").click()
        segment.locator("textarea, input, [contenteditable=true]").first.fill(words)
        segment.get_by_role("button", name="Simpan").click()
        expect(page.get_by_text(words, exact=True).first).to_be_visible()
    page.get_by_role("button", name="Terbitkan dalam English").click()
    expect(page.locator(".messages")).to_contain_text("terbit dalam English")


def edit(page: Page, number: int) -> Page:
    page.goto(reverse("wagtailadmin_pages:edit", args=[number]))
    return page


def translate_class(page: Page, course: int) -> None:
    """The class with its lessons; the twin of the class first, then that of the first lesson."""
    page.goto(reverse("wagtail_localize:submit_page_translation", args=[course]))
    page.locator("input[name=locales]").check()
    page.locator("input[name=include_subtree]").check()
    page.get_by_role("button", name="Kirim").last.click()
    expect(page.locator(".messages")).to_contain_text("siap diterjemahkan")
    words = list(ENGLISH.items())
    translate(page, dict(words[:5]))
    twin = LessonPage.objects.get(locale__language_code="en", slug="melipat-kertas")
    translate(edit(page, twin.pk), dict(words[5:]))


def read_in_both_languages(reader: Page, snap: Callable[..., Path]) -> None:
    """As a visitor; ends at the English lesson."""
    reader.goto("/id/ajar/")
    reader.get_by_role("link", name=CLASS["title"]).first.click()
    snap(reader, "kelas")
    reader.get_by_role("link", name=re.compile("Menjahit punggung")).first.click()
    expect(reader.get_by_text(LESSONS[1][2])).to_be_visible()
    snap(reader, "pelajaran")
    reader.goto("/en/ajar/menjilid-buku-dengan-benang/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Binding a book with thread")
    snap(reader, "class-in-english")
    reader.get_by_role("link", name=re.compile("Folding paper")).first.click()
    expect(reader.get_by_text("Fold in two, then press with a spoon.")).to_be_visible()


@pytest.mark.usefixtures("_as_after_migrations")
def test_a_class_is_written_reviewed_published_translated_and_read(
    laid, open_page, ratna, moderator, watch, snap, fits, axe
) -> None:
    # The editor saves by itself while she types, and answers 400 as long as something needed is missing.
    watch.forgive(r"400 \(Bad Request\) \(.*/kelola/pages/")
    desk = open_page(DESKTOP)
    sign_in(desk, ratna)
    snap(desk, "meja-ratna", whole=False)
    course = write_class(desk, laid.academy.pk)
    for title, minutes, words, summary in LESSONS:
        write_lesson(desk, course, title, minutes, words, summary)
        if title == LESSONS[0][0]:
            preview_on_a_phone(desk, words)
            snap(desk, "pratinjau", whole=False)
        act(desk, TO_REVIEW, "dikirim untuk ditinjau")
    act(edit(desk, course), TO_REVIEW, "dikirim untuk ditinjau")
    assert not CoursePage.objects.live().exists()
    assert not LessonPage.objects.live().exists()

    review = open_page(DESKTOP)
    sign_in(review, moderator)
    expect(review.get_by_role("heading", name="Menunggu tinjauan Anda")).to_be_visible()
    snap(review, "meja-moderator", whole=False)
    for number in (course, *LessonPage.objects.order_by("path").values_list("pk", flat=True)):
        act(edit(review, number), "Setujui dan terbitkan", "diperbarui")

    translate_class(review, course)
    snap(review, "terjemahan", whole=False)

    reader = open_page(PHONE)
    read_in_both_languages(reader, snap)
    fits(reader)
    axe(reader)
    snap(reader, "lesson-in-english")


def test_a_stranger_is_refused_at_the_editors_desk(laid, phone, joko, watch, snap) -> None:
    watch.forgive("403")
    EmailAddress.objects.create(user=joko, email=joko.email, verified=True, primary=True)
    phone.goto("/kelola/")
    phone.locator("input[name=login]").fill(joko.email)
    phone.locator("input[name=password]").fill(PASSWORD)
    phone.locator("input[name=password]").press("Enter")
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    snap(phone)
    for path in ("/kelola/", reverse("wagtailadmin_explore", args=[laid.academy.pk])):
        answer = phone.goto(path)
        assert answer is not None
        assert answer.status == 403
