"""manage.py prepare: database, tables, roles, regions, translations, static files, demo; whatever is due."""

from typing import Any

from django.core.management.base import BaseCommand

from iccn.config import preparing


class Command(BaseCommand):
    help = "Puts everything in place that the site needs; does again only what changed."

    def handle(self, *_args: Any, **_options: Any) -> None:
        seconds = preparing.prepare(self.say)
        self.say(f"Siap dalam {seconds:.1f} detik.")

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
