"""Midtrans behind its own SDK (midtransclient 1.4.2), with the SDK's traps closed.

The SDK has no timeouts, puts ids into addresses unquoted, hides errors inside answers that look fine, carries whole
answers in its errors' words, and its `notification()` is broken and checks no signature: none of that leaves here.
"""

import hashlib
import hmac
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

import midtransclient
import requests
from midtransclient.error_midtrans import JSONDecodeError, MidtransAPIError

from iccn.money.rupiah import Rupiah
from store.payment.gateways.midtrans_answers import WIB, reading_of, refund_marks, text
from store.payment.gateways.port import (
    Final,
    News,
    Purchase,
    Reading,
    RefundAnswer,
    Retryable,
    Started,
    Unreadable,
    WrongSignature,
)

TIMEOUT = (3.05, 15)  # seconds to connect, to answer
SAFE_ID = re.compile(r"[A-Za-z0-9._~-]{1,50}")
SIGNED = ("order_id", "status_code", "gross_amount", "signature_key")
NOT_THERE = "404"
BUSY = "429"
DENIED = "202"
NAME_LENGTH = 50
VARIANT_MARK = " · "  # as store.catalogue.rules puts a variant behind its title
CUSTOMER_NAME_LENGTH = 30  # what a BCA virtual account takes


@dataclass(frozen=True, slots=True)
class Keys:
    """How to reach Midtrans. Empty addresses mean the SDK's own; the simulator has others."""

    server_key: str
    merchant_id: str = ""
    production: bool = False
    snap_url: str = ""
    core_url: str = ""


class PatientSession(requests.Session):
    """Never waits for ever."""

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        return super().request(*args, **{"timeout": TIMEOUT, **kwargs})


class Midtrans:
    name: ClassVar[str] = "midtrans"

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.merchant_id = keys.merchant_id

    # --- what the port asks -------------------------------------------------------------------------------
    def start(self, purchase: Purchase) -> Started:
        safe(purchase.provider_id)
        answer = said(self._snap().create_transaction, transaction(purchase))
        token, address = text(answer, "token"), text(answer, "redirect_url")
        if not (token and address):
            raise Retryable("unreadable")
        return Started(token=token, redirect_url=address)

    def read_notification(self, body: bytes) -> News:
        told = notification(body)
        if not signed_by(told, self.keys.server_key):
            raise WrongSignature("signature")
        provider_id = text(told, "order_id")
        if not SAFE_ID.fullmatch(provider_id):
            raise Unreadable("order_id")
        return News(provider_id=provider_id, fingerprint=fingerprint(told), body=told)

    def fetch(self, provider_id: str) -> Reading:
        """The truth. An id that Midtrans does not know yet is an attempt that nobody has tried."""
        try:
            return reading_of(said(self._core().transactions.status, safe(provider_id)))
        except Final as error:
            if error.code != NOT_THERE:
                raise
            return Reading(provider_id=provider_id)

    def cancel(self, provider_id: str, token: str = "") -> None:
        self._end("cancel", provider_id, token)

    def expire(self, provider_id: str, token: str = "") -> None:
        self._end("expire", provider_id, token)

    def refund(self, provider_id: str, *, key: str, amount: Rupiah, reason: str) -> RefundAnswer:
        """A refund that the provider refuses comes as a plain answer with code 202."""
        asked = {"refund_key": safe(key), "amount": int(amount), "reason": reason[:255]}
        answer = said(self._core().transactions.refund, safe(provider_id), asked)
        code = text(answer, "status_code")
        return RefundAnswer(accepted=code == "200", code=code)

    # --- the SDK ------------------------------------------------------------------------------------------
    def _end(self, how: str, provider_id: str, token: str) -> None:
        """Ends the transaction; where none was begun, ends the page on which it could begin."""
        try:
            said(getattr(self._core().transactions, how), safe(provider_id))
        except Final as error:
            if error.code != NOT_THERE or not token:
                raise
            snap = self._snap()
            address = f"{snap.api_config.get_snap_base_url()}/transactions/{safe(token)}/{how}"
            said(lambda: snap.http_client.request("post", self.keys.server_key, address)[0])

    def _snap(self) -> Any:
        return self._guarded(midtransclient.Snap(self.keys.production, self.keys.server_key))

    def _core(self) -> Any:
        return self._guarded(midtransclient.CoreApi(self.keys.production, self.keys.server_key))

    def _guarded(self, client: Any) -> Any:
        client.http_client.http_client = PatientSession()
        config = client.api_config
        if self.keys.snap_url:
            config.SNAP_SANDBOX_BASE_URL = config.SNAP_PRODUCTION_BASE_URL = self.keys.snap_url
        if self.keys.core_url:
            config.CORE_SANDBOX_BASE_URL = config.CORE_PRODUCTION_BASE_URL = self.keys.core_url
        return client


def safe(identity: str) -> str:
    """The SDK does not quote ids in addresses. Raises Final."""
    if not SAFE_ID.fullmatch(identity):
        raise Final("unsafe_id")
    return identity


def said(call: Callable[..., Any], *args: object) -> dict[str, Any]:
    """Calls the SDK; its four kinds of error become ours, and its words stay behind."""
    try:
        answer = call(*args)
    except MidtransAPIError as error:
        raise translated(error) from None
    except (requests.RequestException, JSONDecodeError, ValueError, TypeError, AttributeError):
        raise Retryable("no_answer") from None
    return answer if isinstance(answer, dict) else {}


def translated(error: MidtransAPIError) -> Retryable | Final:
    """The code stands in the body when there is one there, because HTTP may say 200 all the same."""
    body = error.api_response_dict if isinstance(error.api_response_dict, dict) else {}
    code = str(body.get("status_code") or error.http_status_code)
    again = code == BUSY or code.startswith("5") or error.http_status_code >= 500
    return Retryable(code) if again else Final(code)


# --- what we send -----------------------------------------------------------------------------------------
def transaction(purchase: Purchase) -> dict[str, Any]:
    """A Snap transaction that offers one way to pay, for exactly as long as we hold the goods."""
    minutes = max(1, int((purchase.expires_at - purchase.starts_at).total_seconds() // 60))
    return {
        "transaction_details": {"order_id": purchase.provider_id, "gross_amount": int(purchase.amount)},
        "item_details": [
            {
                "id": item.code[:NAME_LENGTH],
                "price": int(item.price),
                "quantity": item.quantity,
                "name": item_name(item.name),
            }
            for item in purchase.items
        ],
        "customer_details": {
            "first_name": plain(purchase.customer.name, CUSTOMER_NAME_LENGTH),
            "email": purchase.customer.email[:255],
            "phone": purchase.customer.phone[:30],
        },
        "enabled_payments": [purchase.channel],
        "credit_card": {"secure": True},
        "callbacks": {"finish": purchase.finish_url},
        "expiry": {"start_time": written(purchase.starts_at), "unit": "minutes", "duration": minutes},
        "page_expiry": {"unit": "minutes", "duration": minutes},
    }


def written(when: datetime) -> str:
    return when.astimezone(WIB).strftime("%Y-%m-%d %H:%M:%S %z")


def plain(words: str, length: int) -> str:
    """Without the stroke on which Alfamart breaks, and no longer than allowed."""
    return " ".join(words.replace("|", " ").split())[:length].strip()


def item_name(words: str) -> str:
    """A title that is too long gives way before the variant that stands behind it: `Tas … · Merah, M`."""
    title, mark, variant = plain(words, len(words)).rpartition(VARIANT_MARK)
    room = NAME_LENGTH - len(mark) - len(variant)
    return plain(f"{title[:room].strip()}{mark}{variant}" if room > 0 else words, NAME_LENGTH)


# --- what we are told -------------------------------------------------------------------------------------
def notification(body: bytes) -> dict[str, Any]:
    """Raises Unreadable, also for what JSON allows and PostgreSQL cannot keep."""
    try:
        told = json.loads(body)
        keepable = b"\x00" not in json.dumps(told, allow_nan=False, ensure_ascii=False).encode() and (
            b"\\u0000" not in body
        )
    except (ValueError, RecursionError):
        raise Unreadable("json") from None
    if not keepable:
        raise Unreadable("json")
    if not isinstance(told, dict) or not all(isinstance(told.get(name), str) for name in SIGNED):
        raise Unreadable("fields")
    return told


def signature(order_id: str, status_code: str, gross_amount: str, server_key: str) -> str:
    """Over the exact strings received."""
    return hashlib.sha512(f"{order_id}{status_code}{gross_amount}{server_key}".encode()).hexdigest()


def signed_by(told: dict[str, Any], server_key: str) -> bool:
    right = signature(told["order_id"], told["status_code"], told["gross_amount"], server_key)
    return hmac.compare_digest(right.encode(), told["signature_key"].encode())


def fingerprint(told: dict[str, Any]) -> str:
    """The same for the same news, whatever else the body says."""
    names = (
        "order_id",
        "transaction_id",
        "transaction_status",
        "fraud_status",
        "status_code",
        "gross_amount",
    )
    news = [text(told, name) for name in names] + refund_marks(told)
    return hashlib.sha256(json.dumps(news).encode()).hexdigest()
