"""Where the cluster is and how it is spoken to: by `ELASTICSEARCH_*` alone."""

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.conf import settings
from elasticsearch import ApiError, Elasticsearch, TransportError

# Whatever can go wrong between us and a cluster: no answer, no answer in time, a refusal, a broken index.
TROUBLE: Final = (ApiError, TransportError)
Node = Any  # the client's own types say nothing to mypy
WRITING_SECONDS: Final = 30.0  # a bulk of documents, making an index
WRITING_RETRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Connection:
    """What tells one cluster, and our place in it, from another."""

    urls: tuple[str, ...]
    api_key: str
    ca_file: str
    prefix: str
    replicas: str
    shards: int
    timeout: float


def connection() -> Connection:
    return Connection(
        urls=tuple(settings.ELASTICSEARCH_URL.split(",")),
        api_key=settings.ELASTICSEARCH_API_KEY,
        ca_file=settings.ELASTICSEARCH_CA_FILE,
        prefix=settings.ELASTICSEARCH_PREFIX,
        replicas=settings.ELASTICSEARCH_REPLICAS,
        shards=settings.ELASTICSEARCH_SHARDS,
        timeout=settings.ELASTICSEARCH_TIMEOUT_MS / 1_000,
    )


@cache
def client(to: Connection) -> Node:
    """For searches: answers within the time set or not at all; another node is tried when one does not listen."""
    secrets: dict[str, Any] = {"api_key": to.api_key} if to.api_key else {}
    if to.ca_file:
        secrets["ca_certs"] = to.ca_file
    return Elasticsearch(
        list(to.urls),
        request_timeout=to.timeout,
        max_retries=len(to.urls) - 1,
        retry_on_timeout=False,
        retry_on_status=(),
        **secrets,
    )


def writer(to: Connection) -> Node:
    """For indexing: patient, and tries again."""
    return client(to).options(
        request_timeout=WRITING_SECONDS, max_retries=WRITING_RETRIES, retry_on_timeout=True
    )
