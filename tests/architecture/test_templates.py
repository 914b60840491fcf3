"""Templates hold no style and no script of their own, and nothing of the stock theme."""

import re

from tests.architecture import house

HANDLERS = r"\son(?:click|change|submit|load|input|error|key\w+|mouse\w+)\s*="
SCRIPT = r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>"
INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style[\s>]", re.IGNORECASE),
    "a script between tags": re.compile(SCRIPT, re.IGNORECASE),
    "a handler in an attribute": re.compile(HANDLERS, re.IGNORECASE),
    "a script as an address": re.compile(r"[\"'(]\s*javascript:", re.IGNORECASE),
    "Bootstrap or jQuery": re.compile(r"bootstrap|jquery", re.IGNORECASE),
}
# Mail readers know no style sheets; Oscar's own desk, for store staff alone, is built on Bootstrap.
APART = ("/notices/", "/base_mail.html", "/account/email/", "/oscar/dashboard/")


def test_no_template_of_ours_carries_style_or_script() -> None:
    templates = [
        path
        for path in house.tracked("themes/*.html")
        if not any(part in f"/{house.name_of(path)}" for part in APART)
    ]
    assert len(templates) > 100
    found = [
        f"{house.name_of(path)}: {what}"
        for path in templates
        for what, pattern in INLINE.items()
        if pattern.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_component_is_a_folder_with_its_page_and_its_example() -> None:
    folders = [path for path in (house.ROOT / "themes/nusantara/components").iterdir() if path.is_dir()]
    assert len(folders) > 20
    lacking = [
        f"{folder.name}/{wanted}"
        for folder in folders
        for wanted in (f"{folder.name}.html", "example.yaml")
        if not (folder / wanted).exists()
    ]
    assert lacking == []


def test_the_theme_holds_no_python() -> None:
    assert house.tracked("themes/*.py") == []
