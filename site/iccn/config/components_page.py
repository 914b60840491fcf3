"""The page `/komponen/`: every component of the theme beside its example. For the demo only."""

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from iccn.config.example_values import resolved

COMMENT = re.compile(r"\{% comment %\}(.*?)\{% endcomment %\}", re.DOTALL)
GROUPS = ("Dasar", "Kerangka", "Toko", "Formulir", "Akun dan pesanan", "Program dan kabar")


@dataclass(frozen=True)
class Example:
    """One way to use a component, drawn."""

    name: str
    html: SafeString


@dataclass(frozen=True)
class Component:
    """A folder of the theme: what it is called, what it takes, how it looks."""

    name: str
    title: str
    group: str
    note: str
    inputs: str
    wide: bool
    examples: list[Example]


def folders() -> list[Path]:
    """Every component's folder."""
    return sorted(path.parent for path in (Path(settings.THEME) / "components").glob("*/example.yaml"))


def read_component(folder: Path, request: HttpRequest | None = None) -> Component:
    """Read the example and draw it."""
    name = folder.name
    facts: dict[str, Any] = yaml.safe_load((folder / "example.yaml").read_text())
    source = (folder / f"{name}.html").read_text()
    comment = COMMENT.search(source)
    return Component(
        name=name,
        title=facts["title"],
        group=facts["group"],
        note=facts.get("note", ""),
        inputs=comment[1].strip() if comment else "",
        wide=facts.get("wide", False),
        examples=[draw(name, example, request) for example in facts["examples"] if facts.get("shown", True)],
    )


def draw(name: str, example: dict[str, Any], request: HttpRequest | None) -> Example:
    """Render the component with the values of one example."""
    html = render_to_string(f"components/{name}/{name}.html", resolved(example["with"]), request)
    return Example(name=example["name"], html=html)


def components_page(request: HttpRequest) -> HttpResponse:
    """Show all components, by group."""
    if not settings.DEMO:
        raise Http404
    grouped: dict[str, list[Component]] = defaultdict(list)
    for folder in folders():
        component = read_component(folder, request)
        grouped[component.group].append(component)
    groups = [(group, grouped[group]) for group in GROUPS if group in grouped]
    return render(request, "components_page.html", {"groups": groups})
