"""Reads a request for a Snap transaction as strictly as the gateway does."""

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

SAFE_ID: Final = re.compile(r"[A-Za-z0-9._~-]{1,50}")
UNITS: Final = {"minute": 60, "minutes": 60, "hour": 3600, "hours": 3600, "day": 86400, "days": 86400}
TEXTS: Final = ("id", "name", "brand", "category", "merchant_name", "url")
DAY: Final = timedelta(days=1)


class Invalid(Exception):  # noqa: N818 - an answer, not a fault
    def __init__(self, *messages: str) -> None:
        self.messages = messages
        super().__init__(*messages)


@dataclass(frozen=True, slots=True)
class Order:
    order_id: str
    gross_amount: int
    asked: dict[str, Any]
    starts_at: datetime | None
    payable_for: timedelta
    page_open_for: timedelta


def order_of(body: bytes) -> Order:
    """Raises Invalid with every complaint."""
    try:
        asked = json.loads(body)
        details = asked["transaction_details"]
        order_id, amount = details["order_id"], details["gross_amount"]
    except (ValueError, KeyError, TypeError):
        raise Invalid("transaction_details is required") from None
    complaints = [*about_ids(order_id, amount), *about_items(asked.get("item_details"), amount)]
    if complaints:
        raise Invalid(*complaints)
    expiry = asked.get("expiry") or {}
    return Order(
        order_id=order_id,
        gross_amount=amount,
        asked=asked,
        starts_at=start_of(expiry),
        payable_for=length_of(expiry),
        page_open_for=length_of(asked.get("page_expiry") or {}),
    )


def about_ids(order_id: object, amount: object) -> list[str]:
    complaints = []
    if not isinstance(order_id, str) or not SAFE_ID.fullmatch(order_id):
        complaints.append("transaction_details.order_id is not valid")
    if type(amount) is not int or amount <= 0:
        complaints.append("transaction_details.gross_amount must be a whole number above zero")
    return complaints


def about_items(items: Any, amount: object) -> list[str]:
    """Items may be left out; when they are there, they must add up."""
    if items is None:
        return []
    if not all(type(item.get(name)) is int for item in items for name in ("price", "quantity")):
        return ["item_details price and quantity must be whole numbers"]
    complaints = [
        f"item_details {name} too long (maximum 50 characters)"
        for item in items
        for name in TEXTS
        if len(str(item.get(name, ""))) > 50
    ]
    if any(item["quantity"] < 1 for item in items):
        complaints.append("item_details quantity must be at least 1")
    if sum(item["price"] * item["quantity"] for item in items) != amount:
        complaints.append("transaction_details.gross_amount is not equal to the sum of item_details")
    return complaints


def length_of(expiry: dict[str, Any]) -> timedelta:
    try:
        return timedelta(seconds=int(expiry["duration"]) * UNITS[expiry["unit"]])
    except KeyError:
        return DAY
    except (ValueError, TypeError):
        raise Invalid("expiry is not valid") from None


def start_of(expiry: dict[str, Any]) -> datetime | None:
    if "start_time" not in expiry:
        return None
    try:
        return datetime.strptime(str(expiry["start_time"]), "%Y-%m-%d %H:%M:%S %z")
    except ValueError:
        raise Invalid("expiry.start_time is not valid") from None
