"""A real Elasticsearch node for tests: one for each run of pytest, whichever worker comes first starts it."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import psutil
from django.conf import settings

WITHOUT_NODE = "without a real Elasticsearch"
TOOL = Path(settings.ROOT) / "tools" / "elasticsearch"


class NoNodeError(Exception):
    """This machine cannot run one: no JDK, no Maven, or its packages are out of reach."""


@dataclass(frozen=True)
class Node:
    """The address of a node and the folder it lives in."""

    url: str
    folder: Path

    @property
    def pid(self) -> int:
        return int(json.loads((self.folder / "node.json").read_text())["pid"])

    def kill(self) -> None:
        """As when the machine takes it away. Returns when it is gone."""
        process = psutil.Process(self.pid)
        process.kill()
        psutil.wait_procs([process], timeout=30)

    def stop(self) -> None:
        _run("stop", "--folder", str(self.folder))


def run_of_pytest() -> int:
    """The process that all workers of this run stem from."""
    return os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()


def start_node(folder: Path, *, port: int = 0, heap: str = "256m") -> Node:
    """It ends with this run of pytest, whatever becomes of it. Raises NoNodeError."""
    owner = str(run_of_pytest())
    command = ("start", "--folder", str(folder), "--port", str(port), "--heap", heap, "--owner", owner)
    done = _run(*command)
    if done.returncode:
        raise NoNodeError(" ".join(done.stderr.split()))
    return Node(done.stdout.strip(), folder)


def _run(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([str(TOOL), *words], capture_output=True, text=True, check=False)


def shared_folder() -> Path:
    """Of this run of pytest; what ended runs left is swept away."""
    folders = Path(settings.VAR) / "elasticsearch" / "tests"
    for old in folders.glob("*"):
        if not psutil.pid_exists(int(old.name)):
            shutil.rmtree(old, ignore_errors=True)
    return folders / str(run_of_pytest())
