"""Indexing after a change."""

import logging
from collections.abc import Sequence

import structlog
from django.utils import timezone
from django_tasks import task

from store.search import drift, services, turns, unanswered, unsent
from store.search.engines import choice
from store.search.engines.database import counts

logger = structlog.get_logger(__name__)


@task()
def index_products(product_ids: list[int]) -> int:
    made = services.index_products(product_ids=product_ids)
    push.enqueue()
    return made


@task()
def push() -> int:
    """Sends what Elasticsearch has not heard of; also the round that tries again."""
    return unsent.send_waiting()


@task(priority=-50)
def tend_index() -> str:
    """Makes the index when this code's is not there, else mends where it differs from the table."""
    return choice.tend_index()


@task(priority=-50)
def make_gallery(product_ids: list[int]) -> None:
    services.make_gallery(product_ids=product_ids)


@task(priority=-50)
def recount() -> int:
    """The round that counts listings anew, so that no visitor waits for it."""
    return counts.recount()


@task(priority=-50)
def count_words() -> int:
    """The round that keeps "did you mean" in step with the catalogue."""
    return services.count_words()


@task(priority=-50)
def mend_documents() -> int:
    """The round that finds documents out of step with their products. Returns how many were mended."""
    found = drift.total(list(drift.mend()))
    figures = {kind: len(getattr(found, kind)) for kind in ("lacking", "different", "surplus")}
    logger.log(logging.WARNING if found.products else logging.INFO, "search documents compared", **figures)
    push.enqueue()
    return len(found.products)


@task(priority=-50)
def rotate() -> int:
    """The round that gives every product its turn of the day. Returns how many changed."""
    return sum(len(batch) for batch in turns.rotate(day=timezone.localdate()))


def enqueue(product_ids: Sequence[int]) -> None:
    """What `store.catalogue.changes` calls on commit."""
    index_products.enqueue(list(product_ids))
    make_gallery.enqueue(list(product_ids))


@task(priority=-50)
def forget_unanswered() -> int:
    """The round that forgets searches without results after their 90 days."""
    return unanswered.forget_old()
