"""manage.py lay_rubric: the first rubric, so that curators can judge from the first day."""

from typing import Any

from django.core.management.base import BaseCommand

from store.curation.rubric import lay_first_rubric


class Command(BaseCommand):
    help = "Writes the first rubric when there is none; changes nothing otherwise."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(str(lay_first_rubric()))
