"""What the shop asks of a gateway, in the shop's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Protocol

from iccn.money.rupiah import ZERO, Rupiah
from store.payment.machine import Event


class GatewayError(Exception):
    """A gateway did not do what was asked. `code` names why; the gateway's own words are never kept or logged."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


class Retryable(GatewayError):  # noqa: N818 - an answer, not a fault
    """No answer, or not now: the same call may work later."""


class Final(GatewayError):  # noqa: N818 - an answer, not a fault
    """A clear no: the same call will not work later."""


class BadNotification(GatewayError):  # noqa: N818 - an answer, not a fault
    """A notification that is not believed."""


class Unreadable(BadNotification):
    """Not what a gateway would send."""


class WrongSignature(BadNotification):
    """Not signed with our key."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of what is paid for; the price may be negative (a discount)."""

    code: str
    name: str
    price: Rupiah
    quantity: int = 1

    @property
    def total(self) -> Rupiah:
        return self.price * self.quantity


@dataclass(frozen=True, slots=True)
class Customer:
    name: str
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Purchase:
    """What a gateway needs to know to take the money of one attempt. The items add up to the amount."""

    provider_id: str
    amount: Rupiah
    items: tuple[Item, ...]
    customer: Customer
    channel: str
    starts_at: datetime
    expires_at: datetime
    finish_url: str


@dataclass(frozen=True, slots=True)
class Started:
    """Where the shopper goes on."""

    token: str
    redirect_url: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the gateway says of one attempt. `event` is None while the shopper has not tried anything there.

    An `amount` of None could not be read as whole rupiah. `merchant_id` is empty where the gateway leaves it out.
    """

    provider_id: str
    event: Event | None = None
    status: str = ""
    transaction_id: str = ""
    amount: Rupiah | None = None
    currency: str = ""
    merchant_id: str = ""
    paid_at: datetime | None = None
    settled_at: datetime | None = None
    refunded: Rupiah = ZERO
    instructions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class News:
    """A notification whose signature is right. It only says that there is something to ask about."""

    provider_id: str
    fingerprint: str
    body: dict[str, object]


@dataclass(frozen=True, slots=True)
class RefundAnswer:
    """Whether the gateway took the refund on; when not, `code` is its status code."""

    accepted: bool
    code: str


class Gateway(Protocol):
    """Every call may raise Retryable or Final."""

    name: ClassVar[str]
    merchant_id: str

    def start(self, purchase: Purchase) -> Started: ...

    def read_notification(self, body: bytes) -> News:
        """Raises Unreadable or WrongSignature."""
        ...

    def fetch(self, provider_id: str) -> Reading: ...

    def cancel(self, provider_id: str, token: str = "") -> None: ...

    def expire(self, provider_id: str, token: str = "") -> None: ...

    def refund(self, provider_id: str, *, key: str, amount: Rupiah, reason: str) -> RefundAnswer: ...
