"""manage.py work: one task worker, beginning with what an earlier one of the same name left undone."""

import socket
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from iccn.config.tasks import begin_work, ensure_ticking, take_back


class Command(BaseCommand):
    help = (
        "Does the slow and outward work: messages, pictures, indexing. The site's heartbeat comes from here."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--name", default=f"worker@{socket.gethostname()}", help="unique among the workers"
        )

    def handle(self, *_args: Any, **options: Any) -> None:
        name = options["name"][:64]
        take_back(worker=name)
        ensure_ticking()
        begin_work()
        call_command(
            "db_worker",
            worker_id=name,
            queue_name="*",
            interval=0.5,
            startup_delay=False,
            reload=False,
            verbosity=0,
        )
