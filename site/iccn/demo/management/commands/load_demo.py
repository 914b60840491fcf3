"""manage.py load_demo: chapters, people, artisans, products, pages and sales of the demo."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from iccn.demo.loader.progress import Progress
from iccn.demo.loader.telling import tell_all


class Command(BaseCommand):
    help = "Tells the demo's stories through the services; what is told already stays as it is."

    def handle(self, *_args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Data demo hanya untuk situs demo (DEMO=1). (Only for a demo site.)")
        begun = time.monotonic()
        tell_all(Progress(is_quiet=options["verbosity"] == 0))
        self.stdout.write(f"  Data demo lengkap ({time.monotonic() - begun:.1f} detik).")
