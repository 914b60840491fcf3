"""manage.py demo_people: who can sign in to the demo, and where each begins."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from iccn.demo.loader.people import address_of
from iccn.demo.loader.stories import load

HEAD = ("Nama", "Peran", "E-mail", "Mulai di")


class Command(BaseCommand):
    help = "Lists the demo's people with their log-ins."

    def handle(self, *_args: Any, **_options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Orang-orang ini hanya ada di situs demo. (Only on a demo site.)")
        people = load().people
        rows = [
            (row["name"], row["role"], address_of(row["key"]), f"{settings.BASE_URL}{row['place']}")
            for row in people["cast"]
        ]
        self.stdout.write("  Orang-orang demo (semuanya rekaan):\n")
        self.table([HEAD, *rows])
        self.stdout.write(f"\n  Kata sandi semua orang: {people['password']}\n")

    def table(self, rows: list[tuple[str, ...]]) -> None:
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for number, row in enumerate(rows):
            cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
            self.stdout.write(f"  {'  '.join(cells).rstrip()}")
            if number == 0:
                self.stdout.write(f"  {'  '.join('-' * width for width in widths)}")
