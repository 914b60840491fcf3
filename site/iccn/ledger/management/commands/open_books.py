"""manage.py open_books: what the books need before the first sale."""

from typing import Any

from django.core.management.base import BaseCommand

from iccn.ledger.opening import open_standard_accounts
from iccn.ledger.policy import lay_example_policy


class Command(BaseCommand):
    help = "Opens the platform's accounts, and lays an EXAMPLE split policy where there is none at all."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(
            f"{open_standard_accounts()} akun baru; kebijakan bagi hasil: {lay_example_policy()}."
        )
