"""Asks the gateway about every payment of which news may have been lost."""

from typing import Any

from django.core.management.base import BaseCommand

from store.checkout.reconciliation import reconcile


class Command(BaseCommand):
    help = "Asks the gateway about every payment that is not final, and settles what it says."

    def handle(self, **_options: Any) -> None:
        report = reconcile()
        self.stdout.write(
            f"{report.asked} asked, {report.moved} moved, {report.silent} without an answer, "
            f"{report.expired} expired, {report.reminded} reminded"
        )
