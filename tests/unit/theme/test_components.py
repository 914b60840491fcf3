"""Every component is whole, and draws itself."""

import re
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from iccn.config.components_page import GROUPS, folders, read_component

THEME = Path(settings.THEME)
COMPONENTS = sorted(path for path in (THEME / "components").iterdir() if path.is_dir())
SHEETS = sorted(
    path for path in THEME.rglob("*.css") if "tokens" not in path.parts and "static" not in path.parts
)
RAW_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|rgba|hsl|hsla|oklch)\(")
PIXEL_TYPE = re.compile(r"font(?:-size)?:[^;]*\dpx")
names = [folder.name for folder in COMPONENTS]


@pytest.mark.parametrize("folder", COMPONENTS, ids=names)
def test_a_component_has_its_template_its_sheet_and_its_example(folder):
    facts = yaml.safe_load((folder / "example.yaml").read_text())

    assert (folder / f"{folder.name}.html").read_text().startswith("{% comment %}")
    assert facts["group"] in GROUPS
    assert facts["examples"]
    sheet = folder / f"{folder.name}.css"
    assert sheet.exists() != str(facts.get("css", "")).startswith("none, ")
    if sheet.exists():
        assert sheet.read_text().startswith(("@layer components {", "/*"))


@pytest.mark.parametrize("folder", COMPONENTS, ids=names)
def test_a_component_draws_its_examples(folder, rf):
    component = read_component(folder, rf.get("/id/komponen/"))

    for example in component.examples:
        assert example.html.strip()
        assert " style=" not in example.html
        assert "<script" not in example.html


def test_no_component_is_missing_on_the_page():
    assert [folder.name for folder in folders()] == names


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: str(path.relative_to(THEME)))
def test_a_sheet_takes_its_colours_and_type_from_tokens(sheet):
    text = sheet.read_text()

    assert not RAW_COLOUR.findall(text)
    assert not PIXEL_TYPE.findall(text)
    assert "@layer" in text


def test_every_token_that_is_used_is_defined():
    defined = set(re.findall(r"(--[\w-]+):", "".join(p.read_text() for p in THEME.glob("tokens/*.css"))))
    used = {name for sheet in SHEETS for name in re.findall(r"var\((--[\w-]+)", sheet.read_text())}

    assert used <= defined


def test_every_icon_that_is_named_is_in_the_sprite():
    sprite = set(re.findall(r'symbol id="([\w-]+)"', (THEME / "static/nusantara/icons.svg").read_text()))
    named = {
        name
        for template in THEME.rglob("*.html")
        for name in re.findall(r'icon\.html" with name="([\w-]+)"', template.read_text())
    }

    assert named <= sprite


@pytest.mark.parametrize("name", names)
def test_the_readme_names_every_component(name):
    assert f"| `{name}` |" in (THEME / "README.md").read_text()
