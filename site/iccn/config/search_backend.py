"""Wagtail's search on the cluster that serves the products, with the database behind it.

Pages bring their words and roots along (`PublicPage.found_by`), so that the plainest analyzer finds what our own does;
beginnings of words are found by `index_prefixes`. No plugin and no further analyzer is asked of the cluster.
"""

from collections.abc import Callable, Iterable
from typing import Any, Final, TypeVar

import structlog
from elasticsearch import ApiError, TransportError
from modelsearch.backends.elasticsearch8 import (
    Elasticsearch8Index,
    Elasticsearch8Mapping,
    Elasticsearch8SearchResults,
)
from wagtail.search.backends import get_search_backend
from wagtail.search.backends.elasticsearch8 import (
    Elasticsearch8AutocompleteQueryCompiler,
    Elasticsearch8SearchBackend,
    Elasticsearch8SearchQueryCompiler,
)

from store.search.engines.breaker import CircuitBreaker

logger = structlog.get_logger(__name__)
TROUBLE: Final = (ApiError, TransportError)
LONGEST_PREFIX: Final = 15
breaker: Final = CircuitBreaker()
Answer = TypeVar("Answer")


class Mapping(Elasticsearch8Mapping):  # type: ignore[misc]
    edgengram_analyzer_config = {
        "analyzer": "standard",
        "index_prefixes": {"min_chars": 1, "max_chars": LONGEST_PREFIX},
    }


class Index(Elasticsearch8Index):  # type: ignore[misc]
    """What changes before the index is built waits for `update_index`: a cluster must not make one by guessing."""

    def exists(self) -> bool:
        return bool(self.es.indices.exists(index=self.name))

    def add_item(self, item: Any) -> None:
        if self.exists():
            super().add_item(item)

    def add_items(self, model: Any, items: Iterable[Any]) -> None:
        if self.exists():
            super().add_items(model, items)


class SearchQueryCompiler(Elasticsearch8SearchQueryCompiler):  # type: ignore[misc]
    mapping_class = Mapping


class AutocompleteQueryCompiler(Elasticsearch8AutocompleteQueryCompiler):  # type: ignore[misc]
    mapping_class = Mapping

    def _compile_plaintext_query(self, query: Any, fields: list[Any], boost: float = 1.0) -> dict[str, Any]:
        """Every word, the last one as a beginning."""
        asked = {"query": query.query_string, "type": "bool_prefix", "operator": "and", "boost": boost}
        return {"multi_match": {**asked, "fields": [field.field_name for field in fields]}}


class SearchResults(Elasticsearch8SearchResults):  # type: ignore[misc]
    """When the cluster does not answer, or not well, the database does."""

    def _do_search(self) -> list[Any]:
        return self._answered(
            lambda: list(super(SearchResults, self)._do_search()), lambda: list(self._otherwise())
        )

    def _do_count(self) -> int:
        return self._answered(
            lambda: int(super(SearchResults, self)._do_count()), lambda: int(self._otherwise().count())
        )

    def facet(self, field_name: str) -> Any:
        return self._answered(
            lambda: super(SearchResults, self).facet(field_name), lambda: self._otherwise().facet(field_name)
        )

    def _answered(self, ask: Callable[[], Answer], otherwise: Callable[[], Answer]) -> Answer:
        if breaker.admits():
            try:
                answer = ask()
            except TROUBLE as error:
                breaker.failed(type(error).__name__)
                logger.info("page search answered by the database", reason=type(error).__name__)
            else:
                breaker.succeeded()
                return answer
        return otherwise()

    def _otherwise(self) -> Any:
        """The same question to the database."""
        database, asked = get_search_backend("database"), self.query_compiler
        compiler = (
            database.autocomplete_query_compiler_class
            if isinstance(asked, AutocompleteQueryCompiler)
            else database.query_compiler_class
        )
        question = compiler(
            asked.queryset, asked.query, fields=asked.fields, order_by_relevance=asked.order_by_relevance
        )
        found = database.results_class(database, question, prefetch_related=self.prefetch_related)
        found.start, found.stop, found._score_field = self.start, self.stop, self._score_field
        return found


class SearchBackend(Elasticsearch8SearchBackend):  # type: ignore[misc]
    mapping_class = Mapping
    index_class = Index
    query_compiler_class = SearchQueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    results_class = SearchResults
    settings: dict[str, Any] = {"settings": {}}
