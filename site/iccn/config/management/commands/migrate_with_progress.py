"""manage.py migrate_with_progress: Django's migrate, with a bar; some four hundred steps take a minute."""

from typing import Any

from django.core.management.commands import migrate
from tqdm import tqdm


class Command(migrate.Command):
    bar: "tqdm[Any] | None" = None

    def handle(self, *args: Any, **options: Any) -> None:
        bar: tqdm[Any] = tqdm(desc="  Migrasi", unit="", leave=False)
        with bar as self.bar:
            super().handle(*args, **options)

    def migration_progress_callback(self, action: str, migration: Any = None, *_fake: bool) -> None:
        if self.bar is not None and action == "apply_success":
            self.bar.set_postfix_str(migration.app_label, refresh=False)
            self.bar.update()
