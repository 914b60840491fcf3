"""manage.py messages: keeps site/iccn/locale/en in step with the words in the code."""

from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from iccn.config import translations


class Command(BaseCommand):
    help = "Gathers every message of our code into the English PO file, and tells which lack their English."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="write nothing; fail when English is lacking"
        )
        parser.add_argument("--merge", nargs="*", default=[], help="PO files with further translations")

    def handle(self, *_args: Any, **options: Any) -> None:
        target = Path(settings.LOCALE_PATHS[0]) / "en" / "LC_MESSAGES" / "django.po"
        catalogue = translations.gather(settings.ROOT)
        file = polib.pofile(str(target)) if target.exists() else polib.POFile()
        if not options["check"]:
            known = [entry for name in options["merge"] for entry in polib.pofile(name)]
            file = translations.merged([*known, *file], catalogue)
            target.parent.mkdir(parents=True, exist_ok=True)
            file.save(str(target))
        self.tell(translations.faults(file, catalogue), len(catalogue.places), strict=options["check"])

    def tell(self, faults: list[str], total: int, *, strict: bool) -> None:
        for fault in faults:
            self.stdout.write(fault)
        if faults and strict:
            raise CommandError(f"{len(faults)} of {total} messages lack a good English: run 'make messages'.")
        self.stdout.write(f"{total} messages, {len(faults)} without a good English.")
