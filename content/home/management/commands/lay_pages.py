"""Lays the foundation of the pages; safe to run again."""

from typing import Any

from django.core.management.base import BaseCommand

from content.home.services import lay_foundation


class Command(BaseCommand):
    help = "Make sure that languages, site, first pages, menus, rights and the workflow of the pages stand."

    def handle(self, *_args: Any, **_options: Any) -> None:
        laid = lay_foundation()
        self.stdout.write(f"Pages stand at {laid.site.root_url}")
