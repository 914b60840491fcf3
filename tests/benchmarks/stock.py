"""Stock Oscar under the same clock, on the same machine, with the same goods: a process and a database of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg
from django.db import connection
from psycopg import sql

from tests.benchmarks.clock import Figure

DATABASE = "stock_oscar"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Stock:
    rebuild_seconds: float
    memory_mb: int
    figures: dict[str, Figure]


def measured(sizes: Sequence[int]) -> dict[int, Stock]:
    """Raises CalledProcessError, with what the process said, when it fails."""
    with TemporaryDirectory() as folder, _database() as host:
        done = subprocess.run(
            [sys.executable, "-m", f"{__package__}.stock_oscar.measure", *map(str, sizes)],
            cwd=ROOT,
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": f"{__package__}.stock_oscar.settings",
                "STOCK_OSCAR_FOLDER": folder,
                "STOCK_OSCAR_DATABASE": DATABASE,
                "STOCK_OSCAR_HOST": host,
            },
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return dict(_read(line) for line in done.stdout.splitlines())


def _read(line: str) -> tuple[int, Stock]:
    told = json.loads(line)
    figures = {name: Figure(**figure) for name, figure in told["figures"].items()}
    return told["size"], Stock(told["rebuild_seconds"], told["memory_mb"], figures)


@contextmanager
def _database() -> Iterator[str]:
    """An empty database beside ours, gone afterwards. Gives the server's address."""
    host = str(connection.get_connection_params()["host"])
    with psycopg.connect(host=host, user="postgres", dbname="postgres", autocommit=True) as server:
        name = sql.Identifier(DATABASE)
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
        server.execute(sql.SQL("CREATE DATABASE {}").format(name))
        try:
            yield host
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))
