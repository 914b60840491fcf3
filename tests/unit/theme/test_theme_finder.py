"""The style sheets become one file, tokens first."""

from pathlib import Path

from django.contrib.staticfiles import finders

from iccn.config.theme_finder import SHEET, ThemeFinder


def test_the_sheet_holds_every_part_with_the_order_of_layers_first(settings, tmp_path):
    settings.VAR = tmp_path

    place = Path(ThemeFinder().find(SHEET))

    text = place.read_text()
    assert place == tmp_path / "theme" / SHEET
    assert text.index("@layer tokens, base, layout, components, pages;") < text.index("@layer components {")
    assert ".product-card {" in text


def test_the_sheet_is_written_again_only_when_a_part_changed(settings, tmp_path):
    settings.VAR, settings.THEME = tmp_path / "var", tmp_path / "theme"
    part = tmp_path / "theme" / "tokens" / "colour.css"
    part.parent.mkdir(parents=True)
    part.write_text("a{}")
    place = ThemeFinder().write_sheet()
    first = place.stat().st_mtime_ns

    ThemeFinder().write_sheet()
    assert place.stat().st_mtime_ns == first

    part.write_text("b{}")
    assert ThemeFinder().write_sheet().read_text() == "b{}"


def test_collectstatic_and_find_all_see_the_sheet_and_other_paths_are_left_alone(settings, tmp_path):
    settings.VAR = tmp_path
    finder = ThemeFinder()

    assert [path for path, _ in finder.list(None)] == [SHEET]
    assert finder.find(SHEET, find_all=True) == [str(tmp_path / "theme" / SHEET)]
    assert finder.find("nusantara/other.css") == []
    assert finders.find(SHEET)
