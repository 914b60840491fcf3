"""manage.py lay_example_fees: what gateways take, where nobody wrote it yet."""

from typing import Any

from django.core.management.base import BaseCommand

from store.pricing.services import lay_example_fees


class Command(BaseCommand):
    help = "Writes EXAMPLE fees of payment methods that have none; what people wrote stays."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{lay_example_fees()} biaya contoh baru.")
