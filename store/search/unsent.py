"""What Elasticsearch has not heard of yet. A change is noted with the change itself, so that none is lost."""

from collections.abc import Sequence
from typing import Final

import structlog
from django.conf import settings

from store.search.engines.elasticsearch import index
from store.search.engines.elasticsearch.client import TROUBLE, Connection, connection
from store.search.engines.elasticsearch.writing import Sent, send
from store.search.models import Unsent

logger = structlog.get_logger(__name__)
BATCH: Final = 500


def remember(product_ids: Sequence[int]) -> None:
    """Inside the change's own transaction."""
    if settings.ELASTICSEARCH_URL:
        Unsent.objects.bulk_create(Unsent(product=one) for one in product_ids)


def send_waiting() -> int:
    """Sends batch by batch; what cannot be sent now waits for the next round. Returns how many notes are done."""
    if not settings.ELASTICSEARCH_URL:
        return 0
    try:
        return _send_all(connection())
    except TROUBLE as error:
        logger.warning("search changes wait: Elasticsearch does not take them", reason=type(error).__name__)
        return 0


def _send_all(to: Connection) -> int:
    """With no index yet there is nothing to keep in step: a rebuild reads the table."""
    targets, done = index.targets(to), 0
    while waiting := list(Unsent.objects.order_by("pk").values_list("pk", "product")[:BATCH]):
        products = list(dict.fromkeys(product for _note, product in waiting))
        sent = send(to, products, targets) if targets else Sent()
        taken = [note for note, product in waiting if product not in sent.delayed]
        Unsent.objects.filter(pk__in=taken).delete()
        done += len(taken)
        _tell(sent)
        if sent.delayed:
            break
    return done


def _tell(sent: Sent) -> None:
    if sent.refused:
        logger.error("search refused documents", reasons=sent.refused)
    if sent.delayed:
        logger.warning("search changes wait: Elasticsearch is full or busy", products=len(sent.delayed))
