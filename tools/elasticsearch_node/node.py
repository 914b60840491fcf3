"""One real Elasticsearch 8 node on this machine, from the packages of the Maven registry: start, stop, status.

The packages are fetched once into `var/elasticsearch`; each node keeps its data, log and state in a folder of its own,
and there is never a second node on one folder. Needs nothing but the standard library.
"""

import argparse
import fcntl
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PACKAGES = Path(os.environ.get("ICCN_VAR", ROOT / "var")) / "elasticsearch"
USUAL_PORT = 9200
OLDEST_JAVA = 17
PATIENCE = 180.0  # seconds until the node must answer; a quiet machine takes five
GLANCE = 0.1


class NodeError(Exception):
    """Said to the person in Indonesian and English."""

    def __init__(self, indonesian: str, english: str) -> None:
        super().__init__(f"\n  {indonesian}\n  ({english})\n")


def say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """One process at a time fetches packages into, or starts a node on, a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


# --- what the machine must have ---------------------------------------------------------------------------


def java() -> str:
    homes = [f"{home}/bin/java"] if (home := os.environ.get("JAVA_HOME")) else []
    name = next((one for one in (*homes, "java") if shutil.which(one)), "")
    told = (
        subprocess.run([name, "-version"], capture_output=True, text=True, check=False).stderr if name else ""
    )
    found = re.search(r'version "(?:1\.)?(\d+)', told)
    if not found or int(found[1]) < OLDEST_JAVA:
        raise NodeError(
            "Elasticsearch perlu JDK 17 ke atas: jalankan 'apt-get install openjdk-17-jdk-headless' sebagai root.",
            "Elasticsearch needs JDK 17 or later: run 'apt-get install openjdk-17-jdk-headless' as root.",
        )
    return name


def maven() -> str:
    if not (name := shutil.which("mvn")):
        raise NodeError(
            "Maven belum ada: jalankan 'apt-get install maven' sebagai root, lalu ulangi.",
            "Maven is missing: run 'apt-get install maven' as root, then try again.",
        )
    return name


# --- packages ---------------------------------------------------------------------------------------------


def packages() -> Path:
    """Fetches the jars and lays out the home, unless both are there for this very list of packages."""
    stamp, wanted = PACKAGES / "packages.sha256", sha256((HERE / "pom.xml").read_bytes()).hexdigest()
    with only_one(PACKAGES):
        if not stamp.exists() or stamp.read_text() != wanted:
            fetch(PACKAGES / "jars")
            lay_out(PACKAGES / "jars", PACKAGES / "home")
            stamp.write_text(wanted)
    return PACKAGES


def fetch(jars: Path) -> None:
    name = maven()
    say("Mengambil paket Elasticsearch (sekali saja, 40 MB) …")
    shutil.rmtree(jars, ignore_errors=True)
    command = [
        name,
        "-q",
        "-B",
        "-f",
        str(HERE / "pom.xml"),
        "dependency:copy-dependencies",
        f"-DoutputDirectory={jars}",
    ]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    if told.returncode or not list(jars.glob("elasticsearch-8*.jar")):
        say("\n".join((told.stdout + told.stderr).strip().splitlines()[-8:]))
        raise NodeError(
            "Paket Elasticsearch tidak dapat diambil: periksa sambungan internet dan setelan Maven, lalu ulangi.",
            "Elasticsearch's packages cannot be fetched: check the connection and Maven's settings, then try again.",
        )


def lay_out(jars: Path, home: Path) -> None:
    """The transport is a module: its jars leave the class path, and its description must name no Java module."""
    shutil.rmtree(home, ignore_errors=True)
    for folder in ("config", "plugins", "modules/transport-netty4"):
        (home / folder).mkdir(parents=True)
    module = home / "modules" / "transport-netty4"
    transport = next(jars.glob("transport-netty4-*.jar"))
    with ZipFile(transport) as archive:
        description = archive.read(
            "META-INF/es-plugins/transport-netty4/plugin-descriptor.properties"
        ).decode()
    (module / "plugin-descriptor.properties").write_text(
        re.sub(r"(?m)^modulename=.*$", "modulename=", description)
    )
    for jar in (transport, *jars.glob("netty-*.jar")):
        jar.rename(module / jar.name)


# --- the node ---------------------------------------------------------------------------------------------


def state_of(folder: Path) -> dict[str, int]:
    """Process and port of the folder's node; empty when it does not run."""
    try:
        state: dict[str, int] = json.loads((folder / "node.json").read_text())
        told = Path(f"/proc/{state['pid']}/cmdline")
        alive = (
            "StartNode.java" in told.read_text() if told.parent.parent.exists() else is_alive(state["pid"])
        )
    except (OSError, ValueError, KeyError):
        return {}
    return state if alive else {}


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def url_of(state: dict[str, int]) -> str:
    return f"http://127.0.0.1:{state['port']}"


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_cluster/health", timeout=2) as answer:
            return json.load(answer)["status"] in {"green", "yellow"}
    except (OSError, ValueError, KeyError):
        return False


def free_port(wanted: int) -> int:
    for port in (wanted, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise NodeError("Tidak ada porta yang bebas.", "No port is free.")


def start(folder: Path, *, port: int, heap: str, owner: int) -> dict[str, int]:
    """The folder's node, started unless it runs. Returns once it answers."""
    runner, home = java(), packages()
    with only_one(folder):
        if state := state_of(folder):
            wait(folder, state)
            return state
        state = {"port": free_port(port), "pid": 0}
        say("Menyalakan Elasticsearch …")
        jars = os.pathsep.join(str(jar) for jar in sorted((home / "jars").glob("*.jar")))
        # A folder for temporary files that the node may run from; the system's own may forbid it.
        (folder / "tmp").mkdir(exist_ok=True)
        command = [
            runner, f"-Xms{heap}", f"-Xmx{heap}", "-XX:+UseG1GC", f"-Djava.io.tmpdir={folder / 'tmp'}",
            "-Des.distribution.type=tar", "-cp", jars,
            str(HERE / "StartNode.java"), str(home / "home"), str(folder), str(state["port"]), str(owner),
        ]  # fmt: skip
        with (folder / "node.log").open("wb") as log:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        state["pid"] = process.pid
        (folder / "node.json").write_text(json.dumps(state))
        wait(folder, state, process)
    return state


def wait(folder: Path, state: dict[str, int], process: "subprocess.Popen[bytes] | None" = None) -> None:
    deadline = time.monotonic() + PATIENCE
    while not answers(url_of(state)):
        if time.monotonic() > deadline or (process and process.poll() is not None):
            say("\n".join((folder / "node.log").read_text(errors="replace").splitlines()[-12:]))
            raise NodeError(
                f"Elasticsearch tidak mau menyala; catatannya di {folder / 'node.log'}.",
                f"Elasticsearch does not start; its log is {folder / 'node.log'}.",
            )
        time.sleep(GLANCE)


def stop(folder: Path) -> bool:
    """Ends the folder's node by its process number, at last by force. Says whether one ran."""
    if not (state := state_of(folder)):
        return False
    os.kill(state["pid"], signal.SIGTERM)
    deadline = time.monotonic() + PATIENCE / 6
    while state_of(folder):
        if time.monotonic() > deadline:
            os.kill(state["pid"], signal.SIGKILL)
        time.sleep(GLANCE)
    (folder / "node.json").unlink(missing_ok=True)
    return True


# --- the verbs --------------------------------------------------------------------------------------------


def tell_started(state: dict[str, int]) -> None:
    say(
        f"\n  Elasticsearch siap di {url_of(state)} (proses {state['pid']}).\n"
        f"  Pakai:    ELASTICSEARCH_URL={url_of(state)} make run\n"
        f"  Isi ulang: ELASTICSEARCH_URL={url_of(state)} .venv/bin/python manage.py rebuild_search\n"
        "  Matikan:  tools/elasticsearch stop\n"
    )


def tell_status(folder: Path) -> int:
    state = state_of(folder)
    well = bool(state) and answers(url_of(state))
    if not state:
        say("Elasticsearch tidak menyala. (Elasticsearch is not running.)")
    elif not well:
        say(f"Elasticsearch menyala (proses {state['pid']}) tetapi belum menjawab di {url_of(state)}.")
    else:
        tell_started(state)
    return 0 if well else 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="tools/elasticsearch", description="A real Elasticsearch 8 node here."
    )
    parser.add_argument("verb", choices=["start", "stop", "status"])
    parser.add_argument(
        "--folder", type=Path, default=PACKAGES / "node", help="where the node keeps its data"
    )
    parser.add_argument("--port", type=int, default=USUAL_PORT, help="0: any free one")
    parser.add_argument("--heap", default="512m")
    parser.add_argument("--owner", type=int, default=0, help="the process the node ends with")
    return parser.parse_args()


def main() -> int:
    given = arguments()
    folder = given.folder.resolve()
    if given.verb == "status":
        return tell_status(folder)
    if given.verb == "stop":
        say("Elasticsearch dimatikan." if stop(folder) else "Elasticsearch memang tidak menyala.")
        return 0
    try:
        state = start(folder, port=given.port, heap=given.heap, owner=given.owner)
    except NodeError as reason:
        say(str(reason))
        return 1
    tell_started(state)
    sys.stdout.write(f"{url_of(state)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
