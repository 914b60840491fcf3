"""manage.py lay_example_tariffs: couriers and made-up prices, where there are none yet."""

from typing import Any

from django.core.management.base import BaseCommand

from store.shipping.services import lay_example_tariffs


class Command(BaseCommand):
    help = "Lays zones, couriers and EXAMPLE prices where there are none; what people wrote stays."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{lay_example_tariffs()} tarif contoh baru.")
