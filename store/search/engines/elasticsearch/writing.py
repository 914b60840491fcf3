"""Sending documents: in bulk, no faster than the cluster takes them, and never an older state over a newer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any, Final

from django.utils import timezone
from elasticsearch import helpers

from store.search.engines.elasticsearch.bodies import body_of
from store.search.engines.elasticsearch.client import Connection, writer
from store.search.engines.elasticsearch.index import building
from store.search.models import ProductDocument

CHUNK: Final = 500  # documents in one request
CHUNK_BYTES: Final = 10 * 1024 * 1024
BUSY: Final = (429, 502, 503, 504)
TRIES: Final = 7  # with growing pauses: half a minute, then the cluster counts as full
FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 20.0
NEWER_IS_THERE: Final = 409
NOT_THERE: Final = 404
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(slots=True)
class Sent:
    """How many arrived, and why the others did not, by product."""

    arrived: int = 0
    refused: dict[int, str] = field(default_factory=dict)  # will not be taken, however often it is sent
    delayed: dict[int, str] = field(default_factory=dict)  # may be taken later


def send(
    to: Connection,
    product_ids: Sequence[int],
    targets: Sequence[str],
    at_least: Mapping[int, int] = MappingProxyType({}),
) -> Sent:
    """What the table says of these products now; what the table lacks is removed.

    `at_least` are versions that may be over what the table has seen, as after a backup was laid back.
    """
    rows = ProductDocument.objects.in_bulk(list(product_ids))
    now = version_of(timezone.now())
    return send_actions(
        to,
        [
            _action(one, rows.get(one), target, max(now if one not in rows else 0, at_least.get(one, 0)))
            for one in product_ids
            for target in targets
        ],
    )


def send_rows(to: Connection, rows: Iterable[ProductDocument], target: str) -> Sent:
    return send_actions(to, (_action(row.pk, row, target) for row in rows))


def _action(product: int, row: ProductDocument | None, target: str, at_least: int = 0) -> dict[str, Any]:
    """The version is the time of the state: one that is sent late changes nothing any more."""
    action = {"_index": target, "_id": str(product), "require_alias": True, "version_type": "external_gte"}
    if row is None:
        return {**action, "_op_type": "delete", "version": at_least}
    version = max(version_of(row.updated_at), at_least)
    return {**action, "_op_type": "index", "version": version, "_source": body_of(row)}


def version_of(moment: datetime) -> int:
    """Microseconds, as PostgreSQL keeps them."""
    return (moment - EPOCH) // timedelta(microseconds=1)


def send_actions(to: Connection, actions: Iterable[dict[str, Any]]) -> Sent:
    sent = Sent()
    for is_well, item in _results(to, actions):
        ((kind, told),) = item.items()
        status = told.get("status", 0)
        if is_well or _changes_nothing(kind, status, told, building(to)):
            sent.arrived += 1
        else:
            reasons = sent.delayed if status in BUSY else sent.refused
            reasons[int(told["_id"])] = _reason(told)
    return sent


def _results(to: Connection, actions: Iterable[dict[str, Any]]) -> Iterator[tuple[bool, dict[str, Any]]]:
    return helpers.streaming_bulk(  # type: ignore[no-any-return]
        writer(to),
        actions,
        chunk_size=CHUNK,
        max_chunk_bytes=CHUNK_BYTES,
        raise_on_error=False,
        raise_on_exception=False,
        max_retries=TRIES,
        initial_backoff=FIRST_PAUSE,
        max_backoff=LONGEST_PAUSE,
        retry_on_status=BUSY,
    )


def _changes_nothing(kind: str, status: int, told: dict[str, Any], being_built: str) -> bool:
    """A newer state is there, it was gone already, or the index was finished meanwhile and has the other name."""
    if status == NEWER_IS_THERE:
        return True
    return status == NOT_THERE and (kind == "delete" or told["_index"] == being_built)


def _reason(told: dict[str, Any]) -> str:
    error = told.get("error", "")
    return f"{error.get('type')}: {error.get('reason')}" if isinstance(error, dict) else str(error)
