"""`tools/elasticsearch` where it cannot run, and where no node runs."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

TOOL = Path(settings.ROOT) / "tools" / "elasticsearch"


@pytest.fixture
def bare(tmp_path) -> dict[str, str]:
    """The environment of a machine with no more than a shell."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "env", "dirname"):
        (folder / name).symlink_to(str(shutil.which(name)))
    return {"PATH": str(folder), "ICCN_VAR": str(tmp_path / "var")}


def run(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(TOOL), *words], env=environment or None, capture_output=True, text=True, check=False
    )


def test_without_java_it_says_in_both_languages_what_to_install(bare):
    done = run("start", **bare)
    assert (done.returncode, done.stdout) == (1, "")
    assert "apt-get install openjdk-17-jdk-headless" in done.stderr
    assert "Elasticsearch needs JDK 17 or later" in done.stderr


def test_an_old_java_will_not_do(bare, tmp_path):
    java = tmp_path / "bin" / "java"
    java.write_text("#!/usr/bin/env bash\necho 'openjdk version \"11.0.2\"' >&2\n")
    java.chmod(0o755)
    done = run("start", **bare)
    assert done.returncode == 1
    assert "Elasticsearch perlu JDK 17" in done.stderr


def test_without_maven_it_says_what_to_install(bare, tmp_path):
    java = tmp_path / "bin" / "java"
    java.write_text("#!/usr/bin/env bash\necho 'openjdk version \"21\"' >&2\n")
    java.chmod(0o755)
    done = run("start", **bare)
    assert done.returncode == 1
    assert "Maven belum ada" in done.stderr
    assert "Maven is missing" in done.stderr


def test_packages_that_cannot_be_had_are_told(bare, tmp_path):
    for name, words in (("java", 'openjdk version "21"'), ("mvn", "Could not resolve")):
        program = tmp_path / "bin" / name
        program.write_text(f"#!/usr/bin/env bash\necho '{words}' >&2\n[ {name} = java ]\n")
        program.chmod(0o755)
    done = run("start", **bare)
    assert done.returncode == 1
    assert "Could not resolve" in done.stderr
    assert "cannot be fetched" in done.stderr


def test_no_node_is_told_as_such(tmp_path):
    folder = str(tmp_path / "node")
    status = run("status", "--folder", folder, **os.environ)
    assert (status.returncode, "is not running" in status.stderr) == (1, True)
    assert run("stop", "--folder", folder, **os.environ).returncode == 0
