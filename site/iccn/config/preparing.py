"""What must be in place before the site can run: each step knows whether it is due, so a second start is quick."""

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command, get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from store.search.selectors import needs_rebuild

STATIC_STAMP = ".fingerprint"
DEMO_COMMAND = "load_demo"


def always() -> bool:
    """For steps that look for themselves and are quick when nothing is to do."""
    return True


@dataclass(frozen=True)
class Step:
    title: str
    do: Callable[[], None]
    is_due: Callable[[], bool] = always


def quietly(command: str, *words: str) -> Callable[[], None]:
    """The command without its closing words; a bar of its own is still shown."""

    def call() -> None:
        call_command(command, *words, stdout=StringIO())

    return call


def migrations_wait() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> None:
    call_command("migrate_with_progress", verbosity=0, interactive=False)


def load_demo() -> None:
    call_command(DEMO_COMMAND)


def demo_is_wanted() -> bool:
    return bool(settings.DEMO) and DEMO_COMMAND in get_commands()


def static_files() -> Iterator[tuple[str, int, int]]:
    """Every static file as the finders see it now."""
    for finder in get_finders():
        for name, storage in finder.list([]):
            status = Path(storage.path(name)).stat()
            yield name, status.st_size, status.st_mtime_ns


def static_fingerprint() -> str:
    seen = "\n".join(f"{name} {size} {changed}" for name, size, changed in sorted(static_files()))
    return hashlib.sha256(seen.encode()).hexdigest()


def static_stamp() -> Path:
    return Path(settings.STATIC_ROOT) / STATIC_STAMP


def static_files_changed() -> bool:
    stamp = static_stamp()
    return not stamp.exists() or stamp.read_text() != static_fingerprint()


def collect_static_files() -> None:
    fingerprint = static_fingerprint()
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    static_stamp().write_text(fingerprint)


STEPS: tuple[Step, ...] = (
    Step("Basis data", connection.ensure_connection),
    Step("Tabel", migrate, migrations_wait),
    Step("Terjemahan", quietly("compile_translations")),
    Step("Peran", quietly("load_roles")),
    Step("Halaman", quietly("lay_pages")),
    Step("Rubrik kurasi", quietly("lay_rubric")),
    Step("Buku", quietly("open_books")),
    Step("Biaya pembayaran", quietly("lay_example_fees")),
    Step("Wilayah Indonesia", quietly("load_regions")),
    Step("Ongkos kirim", quietly("lay_example_tariffs")),
    Step("Pencarian", quietly("rebuild_search", "--documents"), needs_rebuild),
    Step("Berkas statis", collect_static_files, static_files_changed),
    Step("Data demo", load_demo, demo_is_wanted),
)


def prepare(say: Callable[[str], None], steps: tuple[Step, ...] = STEPS) -> float:
    """Takes every step that is due, telling each with its time. Returns the seconds it took."""
    begun = time.monotonic()
    for step in steps:
        started = time.monotonic()
        if not step.is_due():
            continue
        say(f"  {step.title} …")
        step.do()
        say(f"  {step.title}: {time.monotonic() - started:.1f} detik")
    return time.monotonic() - begun
