"""Where gateways tell us that something happened. Answers in an instant; a task asks what it was."""

import structlog
from django.core.cache import cache
from django.db import OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.request import UnreadablePostError
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from store.checkout.tasks import process_notification
from store.payment import inbox
from store.payment.gateways import gateway_named
from store.payment.gateways.port import News, Unreadable, WrongSignature
from store.payment.selectors import is_known

logger = structlog.get_logger(__name__)
LARGEST = 64 * 1024  # bytes; a notification has about one thousand
PATIENCE = "3s"  # with our own database, so that the gateway gets its answer in time
LOGGED_A_MINUTE = 10


@csrf_exempt
@never_cache
@require_POST
def midtrans(request: HttpRequest) -> HttpResponse:
    """200 once it is kept (also for the hundredth time); 400, 403, 404 for what is not ours; 503 for "try again"."""
    body = body_of(request)
    if body is None:
        return refused(413, "too_large")
    gateway = gateway_named("midtrans")
    try:
        news = gateway.read_notification(body)
    except Unreadable:
        return refused(400, "unreadable")
    except WrongSignature:
        return refused(403, "wrong_signature")
    try:
        return keep(news, gateway.name)
    except OperationalError:
        return refused(503, "try_again_later")


def keep(news: News, gateway: str) -> HttpResponse:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
        if not is_known(news.provider_id):
            return refused(404, "unknown_order")
        inbox.keep(news=news, gateway=gateway, then=process_notification.enqueue)
    return JsonResponse({"status": "ok"})


def body_of(request: HttpRequest) -> bytes | None:
    """Nothing larger is read than a notification can be."""
    length = request.headers.get("Content-Length") or "0"
    if not length.isdecimal() or int(length) > LARGEST:
        return None
    try:
        body = request.body
    except UnreadablePostError:
        return None
    return body if len(body) <= LARGEST else None


def refused(status: int, code: str) -> HttpResponse:
    """Says why in one word; a flood of refusals does not flood the log."""
    seen = cache.get_or_set(f"webhook:{code}", 0, timeout=60) or 0
    cache.set(f"webhook:{code}", seen + 1, timeout=60)
    if seen < LOGGED_A_MINUTE:
        logger.warning("webhook.refused", gateway="midtrans", why=code)
    return JsonResponse({"error": code}, status=status)
