"""Every message we may send has its words in both languages, whole, and stands in the mail frame."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines

from iccn.notices.words import words_for
from tests.factories.notices import FACTS, SARI

FOLDER = settings.ROOT / "themes" / "nusantara" / "templates" / "notices"
KINDS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
LANGUAGES = ("id", "en")
CALLED = re.compile(r"tell(?:_artisan|_buyer)?\([^)]*?kind=\"(\w+)\"", re.DOTALL)


@pytest.fixture(autouse=True)
def _missing_shows(monkeypatch) -> None:
    """A name that no fact answers would leave a hole in the letter: here it leaves a mark."""
    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "MISSING(%s)")


def source_of(kind: str, language: str) -> str:
    return "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((FOLDER / kind).glob(f"{language}.*"))
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", ["subject.txt", "txt"])
def test_both_languages_are_there(kind, part) -> None:
    there = {language for language in LANGUAGES if (FOLDER / kind / f"{language}.{part}").is_file()}
    assert there == set(LANGUAGES)


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_have_the_same_parts_and_tell_the_same_facts(kind) -> None:
    parts = {
        language: {path.name.removeprefix(f"{language}.") for path in (FOLDER / kind).glob(f"{language}.*")}
        for language in LANGUAGES
    }
    assert parts["id"] == parts["en"]
    facts = {
        language: {
            name.replace("_en", "") for name in re.findall(r"\{\{ *([a-z_.A-Z]+)", source_of(kind, language))
        }
        for language in LANGUAGES
    }
    assert facts["id"] == facts["en"]


def test_both_sides_know_the_same_kinds() -> None:
    """A folder that no code names would be dead words; a kind without a folder would fail on the day it is needed."""
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for root in ("store", "site/iccn", "content")
        for path in Path(settings.ROOT / root).rglob("*.py")
    )
    unknown = [
        kind
        for kind in KINDS
        if f'"{kind}"' not in code and not (kind.startswith("submission_") and 'f"submission_{' in code)
    ]
    assert unknown == []
    assert [kind for kind in CALLED.findall(code) if kind not in KINDS] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_whole_in_text_and_in_the_mail_frame(kind, language) -> None:
    """A new kind needs its facts in `tests/factories/notices.py`."""
    words = words_for(kind, language, {**FACTS, "recipient": SARI})
    whole = "\n".join([words.subject, words.text, words.whatsapp, words.html])
    assert "MISSING(" not in whole
    assert words.subject
    assert "Sari" in words.text
    assert "&amp;" not in words.subject + words.text + words.whatsapp
    assert f'<html lang="{language}">' in words.html
    assert words.html.count("<h1>") == 1
