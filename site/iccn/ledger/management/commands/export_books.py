"""Writes the chain of the books into a file that anyone can check."""

from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from tqdm import tqdm

from iccn.ledger.models import SealedEntry
from iccn.ledger.sealing import exported, seal_days


class Command(BaseCommand):
    help = "Seals the days that are over and writes every sealed entry, one JSON object a line."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--until", type=date.fromisoformat, help="the last day, as 2026-11-30")

    def handle(self, *_args: Any, **options: Any) -> None:
        seal_days()
        total = SealedEntry.objects.count()
        lines = tqdm(exported(until=options["until"]), total=total, disable=options["verbosity"] == 0)
        with options["file"].open("w", encoding="utf-8") as out:
            for line in lines:
                out.write(f"{line}\n")
