"""The gateway's HTTP: Snap and Core, with its fields, codes and both shapes of error."""

import base64
import binascii
import hmac
import json
import re
import time
import uuid
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from iccn.simulator import bank
from iccn.simulator.answers import common, refund_of, status_answer
from iccn.simulator.channels import REFUNDABLE
from iccn.simulator.models import SimTransaction
from iccn.simulator.orders import Invalid, Order, order_of

View = Callable[..., JsonResponse]
SAFE_KEY: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
DELAYS: Final = {SimTransaction.Mode.SLOW: 3, SimTransaction.Mode.HANG: 30}
UNAUTHORIZED: Final = "Access denied due to unauthorized transaction, please check client or server key"


def known(request: HttpRequest) -> bool:
    """Basic: the server key as the user, an empty password."""
    scheme, _, given = request.headers.get("Authorization", "").partition(" ")
    try:
        user = base64.b64decode(given, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return False
    return scheme == "Basic" and hmac.compare_digest(
        user.encode(), f"{settings.MIDTRANS_SERVER_KEY}:".encode()
    )


def snap_error(code: int, *messages: str) -> JsonResponse:
    return JsonResponse({"error_messages": list(messages)}, status=code)


def core_error(code: str, message: str, http: int = 200) -> JsonResponse:
    """Core says many a no with HTTP 200: the code stands in the body."""
    return JsonResponse(
        {"status_code": code, "status_message": message, "id": str(uuid.uuid4())}, status=http
    )


def for_merchant(refuse: Callable[[], JsonResponse]) -> Callable[[View], View]:
    """Only for the holder of the key."""

    def wrap(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
            return view(request, *args, **kwargs) if known(request) else refuse()

        return guarded

    return wrap


snap_call = for_merchant(lambda: snap_error(401, UNAUTHORIZED))
core_call = for_merchant(lambda: core_error("401", UNAUTHORIZED, http=401))


# --- Snap -------------------------------------------------------------------------------------------------
@snap_call
@require_POST
def create(request: HttpRequest) -> JsonResponse:
    try:
        order = order_of(request.body)
    except Invalid as error:
        return snap_error(400, *error.messages)
    row, made = SimTransaction.objects.get_or_create(order_id=order.order_id, defaults=begun(order))
    if not made:
        used = "has been paid and utilized, please use another order ID"
        words = used if row.settlement_time else "has already been taken"
        return snap_error(400, f"transaction_details.order_id {words}")
    return JsonResponse({"token": row.token, "redirect_url": row.page_url}, status=201)


def begun(order: Order) -> dict[str, Any]:
    return {
        "token": str(uuid.uuid4()),
        "gross_amount": order.gross_amount,
        "asked": order.asked,
        "starts_at": order.starts_at,
        "page_ends_at": timezone.now() + order.page_open_for,
        "payable_seconds": int(order.payable_for / timedelta(seconds=1)),
    }


@snap_call
@require_POST
def end_page(_request: HttpRequest, token: str, how: str) -> JsonResponse:
    try:
        bank.close_page(token)
    except SimTransaction.DoesNotExist:
        return snap_error(404, "token not found")
    except bank.NotPossible:
        return snap_error(412, "transaction status cannot be modified")
    return JsonResponse({"status_code": "407" if how == "expire" else "200"})


# --- Core -------------------------------------------------------------------------------------------------
def found(identity: str) -> SimTransaction | None:
    """By order id or transaction id, when the payer has picked something."""
    rows = SimTransaction.objects.exclude(status="")
    return rows.filter(order_id=identity).first() or rows.filter(transaction_id=identity).first()


def with_transaction(view: View) -> View:
    """Behaves as it was told to, then looks the transaction up."""

    @wraps(view)
    def looked_up(request: HttpRequest, identity: str, **kwargs: Any) -> JsonResponse:
        row = found(identity)
        if row is None:
            return core_error("404", "Transaction doesn't exist.")
        if seconds := DELAYS.get(SimTransaction.Mode(row.mode)):
            time.sleep(seconds)
        if row.mode == SimTransaction.Mode.BROKEN:
            return core_error("503", "Service is temporarily unavailable", http=503)
        return view(request, row, **kwargs)

    return looked_up


@core_call
@require_GET
@with_transaction
def status(_request: HttpRequest, row: SimTransaction) -> JsonResponse:
    bank.expire_if_over(row)
    return JsonResponse(status_answer(row))


@core_call
@require_POST
@with_transaction
def change(_request: HttpRequest, row: SimTransaction, how: str) -> JsonResponse:
    """Cancel and expire."""
    try:
        row = bank.act(row.token, how)
    except bank.NotPossible:
        return core_error("412", "Transaction status cannot be updated.")
    code = "407" if how == "expire" else "200"
    return JsonResponse(common(row, code, f"Success, transaction is {row.status}"))


@core_call
@require_POST
@with_transaction
def refund(request: HttpRequest, row: SimTransaction) -> JsonResponse:
    try:
        asked = json.loads(request.body)
        amount, key = int(asked.get("amount", row.gross_amount)), str(asked.get("refund_key", uuid.uuid4()))
    except (ValueError, TypeError, AttributeError):
        return core_error("413", "The request could not be understood.")
    if no := why_no_refund(row, key, amount):
        return core_error(*no)
    if row.payment_type == "shopeepay" and amount < row.gross_amount:
        body = common(row, "202", "Refund is denied by the provider") | {"refund_amount": "0.00"}
        return JsonResponse(body)
    row = bank.refund(row.order_id, key=key, amount=amount, reason=str(asked.get("reason", "")))
    body = common(row, "200", "Success, refund request is approved")
    return JsonResponse(body | {"refund_key": key, **_last_refund(row)})


def _last_refund(row: SimTransaction) -> dict[str, Any]:
    last = refund_of(row.refunds[-1])
    return {"refund_chargeback_id": last["refund_chargeback_id"]}


def why_no_refund(row: SimTransaction, key: str, amount: int) -> tuple[str, str] | None:
    if not SAFE_KEY.fullmatch(key):
        return "400", "refund_key is not valid"
    if any(one["key"] == key for one in row.refunds):
        return "406", "Duplicate refund key"
    if row.status not in bank.ACTS["refund"][0] or row.payment_type not in REFUNDABLE:
        return "412", "Transaction status cannot be updated."
    if not 0 < amount <= row.gross_amount - row.refunded:
        return "414", "Refund amount is more than what can be refunded"
    return None
