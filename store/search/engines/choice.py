"""Which engine answers: the database alone, or Elasticsearch with the database behind it."""

from datetime import timedelta
from functools import cache
from typing import Any, Final

import structlog
from django.conf import settings
from django.utils import timezone

from store.search.engines.breaker import CircuitBreaker
from store.search.engines.database.engine import DatabaseEngine
from store.search.engines.elasticsearch import index
from store.search.engines.elasticsearch.client import TROUBLE, Connection, client, connection
from store.search.engines.elasticsearch.engine import ElasticsearchEngine, StrangeAnswerError
from store.search.engines.elasticsearch.rebuild import NotIndexedError, mend, rebuild
from store.search.engines.port import SearchEngine
from store.search.engines.resilient import ResilientEngine, reason_of
from store.search.models import Unsent

logger = structlog.get_logger(__name__)
WAITS_TOO_LONG: Final = timedelta(minutes=5)


def engine() -> SearchEngine:
    return resilient(connection()) if settings.ELASTICSEARCH_URL else DatabaseEngine()


@cache
def resilient(to: Connection) -> ResilientEngine:
    """One for each process: its breaker remembers."""
    return ResilientEngine(ElasticsearchEngine(to), DatabaseEngine(), CircuitBreaker())


# --- health -----------------------------------------------------------------------------------------------


def engine_state() -> dict[str, Any]:
    """The engine that is set, and why the database stands in for it if it does."""
    if not settings.ELASTICSEARCH_URL:
        return {"engine": "database"}
    to = connection()
    waiting = Unsent.objects.count()
    reason = _trouble(to) or _delay()
    state = {"engine": "elasticsearch", "degraded": bool(reason), "changes_waiting": waiting}
    return {**state, "reason": reason, "fallback": "database"} if reason else state


def _trouble(to: Connection) -> str:
    """Asked now, not only remembered: the process that answers may not have searched for long."""
    breaker = resilient(to).breaker
    try:
        client(to).indices.get_alias(name=index.alias(to))
        status = client(to).cluster.health(index=index.alias(to))["status"]
    except TROUBLE as error:
        return reason_of(error)
    except (KeyError, TypeError):
        return reason_of(StrangeAnswerError())
    if status == "red":
        return "the index is red: parts of it are missing"
    return f"circuit open: {breaker.reason}" if breaker.is_open else ""


def _delay() -> str:
    late = Unsent.objects.filter(since__lt=timezone.now() - WAITS_TOO_LONG).exists()
    return "changes wait for more than five minutes" if late else ""


# --- upkeep -----------------------------------------------------------------------------------------------


def tend_index() -> str:
    """Says what was done."""
    if not settings.ELASTICSEARCH_URL:
        return "no Elasticsearch is set"
    to = connection()
    try:
        return _mended(to) if index.serving(to) else _made(to)
    except (*TROUBLE, NotIndexedError) as error:
        logger.warning("search index not tended", reason=str(error))
        return f"not tended: {error}"


def _made(to: Connection) -> str:
    made = sum(rebuild(to))
    logger.info("search index made", products=made)
    return f"made anew: {made}"


def _mended(to: Connection) -> str:
    found = mend(to, index.alias(to))
    counts = {"lacking": len(found.lacking), "different": len(found.different), "surplus": len(found.surplus)}
    logger.info("search index compared with the table", **counts)
    return f"mended: {len(found.products)}"
