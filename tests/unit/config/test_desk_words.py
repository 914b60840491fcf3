"""Wagtail's Indonesian with ours over it, as the catalogue of `id`."""

import os
from pathlib import Path

import polib
import pytest

from iccn.config import desk_words, translations
from iccn.config.settings import base

OURS = Path(base.LOCALE_PATHS[0])


def words(domain: str) -> dict[str, str]:
    file = desk_words.merged(desk_words.sources(OURS, domain))
    return {entry.msgid: entry.msgstr or entry.msgstr_plural[0] for entry in file}


def test_wagtails_own_indonesian_and_ours_stand_in_one_catalogue() -> None:
    desk = words("django")
    assert desk["Locked by you"] == "Anda kunci"  # ours
    assert desk["Dashboard"]  # Wagtail's
    assert words("djangojs")["Insert a block"] == "Sisipkan blok"


@pytest.mark.parametrize("domain", desk_words.DOMAINS)
def test_no_word_of_ours_loses_a_placeholder(domain) -> None:
    file = polib.pofile(str(OURS / desk_words.OURS / f"{domain}.po"))
    assert [fault for entry in file for fault in translations.faults_of(entry)] == []


def test_every_word_of_ours_is_still_asked_for_by_wagtail() -> None:
    for domain in desk_words.DOMAINS:
        asked = {entry.msgid for path in desk_words.theirs(domain, "en") for entry in polib.pofile(str(path))}
        file = polib.pofile(str(OURS / desk_words.OURS / f"{domain}.po"))
        assert [entry.msgid for entry in file if entry.msgid not in asked] == []


def test_a_catalogue_is_made_when_a_source_is_newer_and_only_then(tmp_path) -> None:
    (tmp_path / "desk").mkdir()
    for domain in desk_words.DOMAINS:
        polib.POFile().save(str(tmp_path / "desk" / f"{domain}.po"))
    assert translations.compile_files([tmp_path]) == 2
    assert translations.compile_files([tmp_path]) == 0
    source = tmp_path / "desk" / "django.po"
    source.write_text('msgid "Dashboard"\nmsgstr "Meja kerja"\n', encoding="utf-8")
    os.utime(source, (2_000_000_000, 2_000_000_000))
    assert translations.compile_files([tmp_path]) == 1
    made = polib.mofile(str(tmp_path / "id" / "LC_MESSAGES" / "django.mo"))
    assert next(entry.msgstr for entry in made if entry.msgid == "Dashboard") == "Meja kerja"


def test_a_folder_without_words_for_the_desk_gets_none(tmp_path) -> None:
    assert translations.compile_files([tmp_path]) == 0
