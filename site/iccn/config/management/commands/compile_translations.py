"""manage.py compile_translations: PO files into the MO files that Django reads."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from iccn.config import translations


class Command(BaseCommand):
    help = "Compiles our translations; needs no gettext on the machine."
    requires_system_checks: list[str] = []

    def handle(self, *_args: Any, **options: Any) -> None:
        count = translations.compile_files(Path(folder) for folder in settings.LOCALE_PATHS)
        if options["verbosity"]:
            self.stdout.write(f"{count} berkas terjemahan diperbarui.")
