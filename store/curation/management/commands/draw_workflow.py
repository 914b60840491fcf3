"""manage.py draw_workflow: draws the table of states and moves into docs/rules/curation.md."""

from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from store.curation.drawing import page_with_drawing

PAGE = Path(__file__).parents[4] / "docs/rules/curation.md"


class Command(BaseCommand):
    help = "Draws the way of a submission into docs/rules/curation.md; changes nothing when it is up to date."

    def handle(self, *_args: Any, **_options: Any) -> None:
        call_command("compile_translations")
        text = PAGE.read_text(encoding="utf-8")
        drawn = page_with_drawing(text)
        if drawn != text:
            PAGE.write_text(drawn, encoding="utf-8")
        self.stdout.write(PAGE.name)
