"""Two engines in a row: the first answers as long as it does so well and in time, else the second."""

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

import structlog
from elasticsearch import ApiError

from store.search.engines.breaker import CircuitBreaker
from store.search.engines.elasticsearch.client import TROUBLE
from store.search.engines.elasticsearch.engine import StrangeAnswerError
from store.search.engines.port import ProductQuery, ProductResults, SearchEngine
from store.search.expansion import Term

logger = structlog.get_logger(__name__)
FAILURES = (*TROUBLE, StrangeAnswerError)


@dataclass(frozen=True)
class ResilientEngine:
    """A shopper notices nothing of trouble in the first engine but, at most, its time limit."""

    first: SearchEngine
    fallback: SearchEngine
    breaker: CircuitBreaker

    def find(self, query: ProductQuery, terms: Sequence[Term], *, widen: bool) -> ProductResults:
        if self.breaker.admits():
            try:
                found = self.first.find(query, terms, widen=widen)
            except FAILURES as error:
                self.breaker.failed(reason_of(error))
                logger.info("search answered by the database", reason=reason_of(error))
            else:
                self.breaker.succeeded()
                return found
        return self.fallback.find(query, terms, widen=widen)


def reason_of(error: Exception) -> str:
    """The kind of trouble in a few words: no address, no query, nothing personal."""
    if isinstance(error, ApiError) and error.status_code >= HTTPStatus.BAD_REQUEST:
        kind = (
            "index is not built: run rebuild_search"
            if error.status_code == HTTPStatus.NOT_FOUND
            else _kind(error)
        )
        return f"{error.status_code} {kind}"
    return type(error).__name__


def _kind(error: ApiError) -> str:
    return error.error if isinstance(error.error, str) and error.error.isidentifier() else "error"
