"""manage.py load_roles: groups with the permissions declared in iccn.accounts.roles."""

from typing import Any

from django.core.management.base import BaseCommand

from iccn.accounts.services import sync_roles


class Command(BaseCommand):
    help = "Makes each role's group hold exactly the declared permissions."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{len(sync_roles())} peran selaras.")
