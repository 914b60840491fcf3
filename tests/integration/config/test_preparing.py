import socket

import pytest
from django.core.management import CommandError, call_command

from iccn.config import preparing
from iccn.config.management.commands.serve import refuse_a_taken_port
from iccn.config.preparing import Step


def test_only_what_is_due_is_done_and_each_step_is_told() -> None:
    done: list[str] = []
    said: list[str] = []
    steps = (
        Step("Tabel", lambda: done.append("tables"), lambda: False),
        Step("Peran", lambda: done.append("roles")),
    )
    preparing.prepare(said.append, steps)
    assert done == ["roles"]
    assert [line.split(":")[0] for line in said] == ["  Peran …", "  Peran"]


def test_static_files_are_collected_once_and_again_when_one_changes(settings, tmp_path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.css").write_text("a{}")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "collected"
    assert preparing.static_files_changed()
    preparing.collect_static_files()
    assert (settings.STATIC_ROOT / "a.css").exists()
    assert not preparing.static_files_changed()
    (source / "a.css").write_text("a{color:red}")
    assert preparing.static_files_changed()


def test_a_taken_port_is_refused_with_a_sentence() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CommandError, match=f"Porta {port} sedang dipakai program lain"):
            refuse_a_taken_port("127.0.0.1", port)


def test_a_free_port_is_left_free() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    refuse_a_taken_port("127.0.0.1", port)
    refuse_a_taken_port("127.0.0.1", port)


def test_missing_english_fails_the_check(settings, tmp_path) -> None:
    settings.LOCALE_PATHS = [tmp_path]
    with pytest.raises(CommandError, match="messages lack a good English"):
        call_command("messages", "--check")
