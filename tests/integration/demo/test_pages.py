"""The demo's pages: told whole in both languages, and told again without a change."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation
from wagtail.models import Page

from content.ajar.models import CoursePage, LessonPage
from content.home.models import HomePage, Menu, ProgrammePage
from iccn.audit.models import Line
from iccn.demo.loader import pages, recordings
from iccn.demo.loader.pages import PageStories
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.shelf import sketch_of
from iccn.demo.loader.sketches import paint
from iccn.media.models import Picture

QUIET = Progress(is_quiet=True)


@pytest.fixture(autouse=True)
def _quick(monkeypatch, tmp_path, settings) -> None:
    """One small picture stands for all: drawing has its own tests."""
    settings.VAR = settings.MEDIA_ROOT = tmp_path
    row = pages.load().pictures["foto-jauh"]
    ready = paint(sketch_of(row))
    monkeypatch.setattr("iccn.demo.loader.sketches.paint", lambda _sketch: ready)


@pytest.fixture
def excerpt() -> PageStories:
    told = pages.load()
    return replace(
        told,
        standard=told.standard[:1],
        news=told.news[:2],
        classes=told.classes[:1],
        programmes=told.programmes[:1],
    )


def standing() -> tuple[int, ...]:
    models = (Page, Picture, Menu, Line)
    return tuple(model.objects.count() for model in models)


@pytest.mark.django_db
def test_the_excerpt_is_told_in_both_languages_and_again_without_a_change(excerpt, client) -> None:
    with translation.override("id"):
        pages.tell_pages(QUIET, excerpt)
        first = standing()
        pages.tell_pages(QUIET, excerpt)

    assert standing() == first
    assert CoursePage.objects.live().count() == 2
    assert LessonPage.objects.live().count() == 6
    assert (
        ProgrammePage.objects.get(locale__language_code="en").title
        == "Quick response for affected communities"
    )
    assert len(HomePage.objects.get(locale__language_code="id").hero_pictures) == 4
    for path in (
        "/id/ajar/foto-produk/cahaya-jendela/",
        "/en/ajar/foto-produk/cahaya-jendela/",
        "/id/",
        "/en/tentang/",
    ):
        assert client.get(path).status_code == 200, path


@pytest.mark.django_db
def test_an_editors_home_page_is_not_dressed_again(excerpt) -> None:
    pages.tell_pages(QUIET, excerpt)
    HomePage.objects.filter(locale__language_code="id").update(headline="Kata Ratna")

    pages.tell_pages(QUIET, excerpt)

    assert HomePage.objects.get(locale__language_code="id").headline == "Kata Ratna"


def test_the_stories_are_whole_in_both_languages() -> None:
    told = pages.load()
    rows = [*told.standard, *told.programmes, *told.news, *told.classes]
    lessons = [one for course in told.classes for one in course["lessons"]]
    for row in [*rows, *lessons]:
        assert row["id"].keys() == row["en"].keys(), row.get("slug")
        assert shape(row["id"]["body"]) == shape(row["en"]["body"]), row.get("slug")
    assert [one["code"] for one in told.programmes] == ["rescue", "damping", "pulih", "ajar", "ics"]
    assert len(told.news) >= 8
    assert all(one["date"] < date(2026, 11, 20) for one in told.news)
    assert [len(one["lessons"]) for one in told.classes] == [3, 3, 3]


def test_english_pages_lead_to_english_pages() -> None:
    told = pages.load()
    for row in [*told.standard, *told.programmes, *told.news, *told.classes, told.home]:
        assert "](/id/" not in str(row["en"]), row.get("slug")
        assert "](/en/" not in str(row["id"]), row.get("slug")


def shape(body: list[object]) -> list[str]:
    return [next(iter(item)) if isinstance(item, dict) else "text" for item in body]


def test_a_recording_is_the_same_every_time_and_light() -> None:
    _title, steps, seconds = recordings.RECORDINGS["slendro"]
    file = recordings.tones(steps, seconds)
    assert file == recordings.tones(steps, seconds)
    assert len(file) == 44 + 11 * round(11_025 * 0.6)
    assert file[:4] == b"RIFF"


def test_a_sheet_is_a_pdf() -> None:
    assert recordings.sheet("Judul “uji”", 'A "b" \\ c', ["satu", "dua"]).startswith(b"%PDF")
