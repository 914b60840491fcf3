"""The gateway's side of the tests: the simulator, reached by the real SDK through `requests`, without a network."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.test import Client
from django.utils import timezone

from iccn.simulator import bank, delivery
from iccn.simulator.models import SimDelivery, SimTransaction

Fault = Exception | Callable[[], requests.Response]


def answer(code: int, body: bytes, headers: dict[str, str] | None = None) -> requests.Response:
    response = requests.Response()
    response.status_code = code
    response._content = body
    response.headers.update(headers or {"Content-Type": "application/json"})
    return response


@dataclass
class Wire:
    """Stands where the network would be: carries requests to this very site, or fails as it is told."""

    seen: list[requests.PreparedRequest] = field(default_factory=list)
    timeouts: list[object] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def send(self, _adapter, request, *, timeout=None, **_options) -> requests.Response:
        self.seen.append(request)
        self.timeouts.append(timeout)
        if self.faults:
            return self._fail(self.faults.pop(0), request)
        if not request.url.startswith(settings.BASE_URL):
            raise requests.ConnectionError("no network in tests")
        return self._carry(request)

    def _fail(self, fault: Fault, request: requests.PreparedRequest) -> requests.Response:
        if isinstance(fault, Exception):
            raise fault
        failed = fault()
        failed.request, failed.url = request, request.url
        return failed

    def _carry(self, request: requests.PreparedRequest) -> requests.Response:
        where = urlsplit(request.url)
        body = request.body or b""
        found = Client().generic(
            request.method,
            where.path,
            body.encode() if isinstance(body, str) else body,
            content_type=request.headers.get("Content-Type", "application/json"),
            QUERY_STRING=where.query,
            headers={name: value for name, value in request.headers.items() if name != "Content-Type"},
        )
        return answer(found.status_code, found.content, dict(found.items()))

    @property
    def paths(self) -> list[str]:
        return [f"{one.method} {urlsplit(one.url).path}" for one in self.seen]


@dataclass
class Payer:
    """What a person does on the gateway's page. Every act stands, and its news is sent, when the call returns."""

    wire: Wire
    committed: Callable[..., object]  # pytest-django's django_capture_on_commit_callbacks

    def row(self, provider_id: str) -> SimTransaction:
        return SimTransaction.objects.get(order_id=provider_id)

    def choose(self, provider_id: str, channel: str = "") -> SimTransaction:
        row = self.row(provider_id)
        return self._do(lambda: bank.choose(row.token, channel or row.channels[0]))

    def act(self, provider_id: str, what: str) -> SimTransaction:
        token = self.row(provider_id).token
        return self._do(
            lambda: bank.OTHER_ACTS[what](token) if what in bank.OTHER_ACTS else bank.act(token, what)
        )

    def pay(self, provider_id: str) -> SimTransaction:
        self.choose(provider_id)
        return self.act(provider_id, "pay")

    def send_once_more(self, one: SimDelivery) -> int | None:
        with self.committed(execute=True):
            return delivery.post(one.body)

    def _do(self, deed: bank.Deed) -> SimTransaction:
        with self.committed(execute=True):
            return deed()


def begun(channel: str = "other_qris", number: int = 1) -> SimTransaction:
    """A page of the gateway on which nothing was picked yet."""
    now = timezone.now()
    return SimTransaction.objects.create(
        order_id=f"ICS-1-{number}",
        token=f"00000000-0000-4000-8000-{number:012}",
        gross_amount=143_000,
        asked={"enabled_payments": [channel], "callbacks": {"finish": "https://toko.example/kembali/"}},
        page_ends_at=now + timedelta(minutes=15),
        payable_seconds=900,
    )
