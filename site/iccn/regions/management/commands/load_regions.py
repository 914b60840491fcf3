"""manage.py load_regions: provinces, regencies, districts, villages and postal codes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from iccn.regions.services import load_regions


class Command(BaseCommand):
    help = "Loads Indonesia's regions from the shipped files; does nothing when they are in step."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="load again even when nothing changed")

    def handle(self, *_args: Any, **options: Any) -> None:
        quiet = options["verbosity"] == 0
        with tqdm(total=5, desc="  Wilayah", unit="tingkat", delay=0.3, leave=False, disable=quiet) as bar:

            def show(name: str, done: int, _total: int) -> None:
                bar.set_postfix_str(name)
                bar.update(done - bar.n)

            changed = load_regions(progress=show, force=options["force"])
        self.stdout.write("Wilayah dimuat." if changed else "Wilayah sudah mutakhir.")
