"""Checks an export of the books against a published root, without looking into the database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from iccn.ledger.chain import verify


class Command(BaseCommand):
    help = "Checks an export: every link, every entry's balance, and the root in which it ends."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--root", default="", help="the root that was published for the last day")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            with options["file"].open(encoding="utf-8") as lines:
                found = verify(lines)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CommandError(f"Berkas tidak terbaca sebagai ekspor buku: {error}") from error
        self.stdout.write(
            f"Jurnal: {found.entries}\nAkar: {found.root}\nJumlah debit dan kredit: {found.balance}"
        )
        if found.broken_at is not None:
            raise CommandError(f"Rantai putus di jurnal ke-{found.broken_at}.")
        if found.unbalanced:
            raise CommandError(f"Jurnal tidak seimbang: {', '.join(found.unbalanced[:5])}")
        if not found.fits(options["root"]):
            raise CommandError(f"Akar tidak sama dengan {options['root']}.")
        self.stdout.write(self.style.SUCCESS("Cocok."))
