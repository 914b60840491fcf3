"""manage.py serve: the whole site with one command; what `make run` calls."""

import errno
import http.client
import os
import socket
import sys
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from iccn.config import preparing
from iccn.config.supervisor import Child, Supervisor

WORKERS = 2
# The simulator is asked by the site itself, over HTTP: enough threads that twenty payments do not starve it.
THREADS = 24


class Command(BaseCommand):
    help = "Prepares what is due, then runs web server and task worker until Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
        parser.add_argument("--port", type=int, default=settings.PORT)

    def handle(self, *_args: Any, **options: Any) -> None:
        self.host, self.port = options["host"], options["port"]
        refuse_a_taken_port(self.host, self.port)
        self.say("Menyiapkan situs:")
        preparing.prepare(self.say)
        connection.close()
        self.is_announced = False
        Supervisor(children(self.host, self.port), on_look=self.announce_once).run()
        self.say("Sampai jumpa.")

    def announce_once(self) -> None:
        """The address is told when it answers, not before."""
        if not self.is_announced and answers(self.host, self.port):
            self.is_announced = True
            self.say(f"\n  Situs berjalan di {settings.BASE_URL}  (berhenti: Ctrl-C)\n")
            if settings.DEMO and "demo_people" in get_commands():
                call_command("demo_people")

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def refuse_a_taken_port(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(sentence_for(error, host, port)) from error


def sentence_for(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Porta {port} sedang dipakai program lain: hentikan dahulu, atau jalankan 'make run PORT={port + 80}'.\n"
            f"(Port {port} is in use: stop the other program, or run 'make run PORT={port + 80}'.)"
        )
    return f"Alamat {host}:{port} tidak dapat dipakai ({error.strerror}). (This address cannot be used.)"


def children(host: str, port: int) -> list[Child]:
    path = {"PYTHONPATH": os.pathsep.join([str(settings.ROOT / "site"), str(settings.ROOT)])}
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port)]
    web += ["--workers", str(WORKERS), "--blocking-threads", str(THREADS), "--backpressure", str(THREADS)]
    web += [
        "--no-access-log",
        "--log-level",
        "error",
        "--respawn-failed-workers",
        "--workers-kill-timeout",
        "10",
    ]
    work = [
        sys.executable,
        str(settings.ROOT / "manage.py"),
        "work",
        "--name",
        f"{socket.gethostname()}:{port}",
    ]
    return [Child("web", [*web, "iccn.config.wsgi:application"], path), Child("worker", work, path)]


def answers(host: str, port: int) -> bool:
    """Whether the site answers at all; how well is `/health/`'s to say."""
    site = http.client.HTTPConnection("127.0.0.1" if host == "0.0.0.0" else host, port, timeout=5)  # noqa: S104
    try:
        site.request("GET", "/", headers={"Host": urlsplit(settings.BASE_URL).netloc})
        return site.getresponse().status > 0
    except OSError:
        return False
    finally:
        site.close()
