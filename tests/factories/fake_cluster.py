"""A server on this machine that answers as a cluster in trouble does; it hangs without sleeping."""

import json
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Answer = tuple[int, Any]
Behaviour = Callable[["FakeCluster", str, str, bytes], Answer]
PRODUCT = {"X-Elastic-Product": "Elasticsearch"}


class FakeCluster(ThreadingHTTPServer):
    """Remembers what it was asked. `behave` may be changed at any time."""

    daemon_threads = True

    def __init__(self, behave: Behaviour) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.behave = behave
        self.asked: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.released = Event()
        self.scheme = "http"

    @property
    def url(self) -> str:
        return f"{self.scheme}://localhost:{self.server_address[1]}"

    def speak_tls(self, certificate: str, key: str) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.scheme = "https"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that has given up, or that does not trust us: nothing to tell."""


class _Handler(BaseHTTPRequestHandler):
    server: FakeCluster
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        self.server.asked.append((self.command, self.path))
        self.server.headers.append(dict(self.headers))
        status, said = self.server.behave(self.server, self.command, self.path, body)
        is_text = isinstance(said, str)
        data = said.encode() if is_text else json.dumps(said).encode()
        self.send_response(status)
        for name, value in ({} if is_text else PRODUCT).items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/html" if is_text else "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = _answer  # noqa: N815 - the server's own names

    def log_message(self, *_words: object) -> None:
        """Quiet."""


@contextmanager
def fake_cluster(behave: Behaviour) -> Iterator[FakeCluster]:
    server = FakeCluster(behave)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.released.set()
        server.shutdown()
        server.server_close()


def error(kind: str, status: int) -> Answer:
    return status, {"error": {"type": kind, "reason": kind}, "status": status}


def always(answer: Answer) -> Behaviour:
    return lambda *_asked: answer


def hang(server: FakeCluster, *_asked: object) -> Answer:
    """Until the test is over."""
    server.released.wait(30)
    return error("too_late", 500)
