"""A new index from the table, while searches and changes go on; and the nightly look for drift."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from django.db import connection
from elasticsearch.dsl import Search

from store.search.engines.elasticsearch import index
from store.search.engines.elasticsearch.bodies import MARKED, mark_of
from store.search.engines.elasticsearch.client import Connection, writer
from store.search.engines.elasticsearch.writing import CHUNK, Sent, send, send_rows
from store.search.models import ProductDocument

LOCK: Final = 7_231_004  # any number that only we use, for PostgreSQL's advisory lock
TOLD: Final = 10  # of the products that failed so many are named
SCANNED: Final = 5_000  # marks in one answer


class NotIndexedError(Exception):
    """The index could not be made or mended; the message says why and what to do."""


class RebuildRunsError(NotIndexedError):
    def __init__(self) -> None:
        super().__init__("Another rebuild of the search index is running: wait for it to end.")


class ProductsRefusedError(NotIndexedError):
    def __init__(self, sent: Sent) -> None:
        reasons = {**sent.refused, **sent.delayed}
        named = "; ".join(f"{product}: {why}" for product, why in list(reasons.items())[:TOLD])
        super().__init__(
            f"Elasticsearch did not take {len(reasons)} products ({named}). The index in use stays as it is: "
            "see what is wrong with these, or with the cluster's disk, then run rebuild_search again."
        )


@contextmanager
def only_one() -> Iterator[None]:
    """One rebuild at a time for one database; the lock ends with the connection."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise RebuildRunsError
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def rebuild(to: Connection) -> Iterator[int]:
    """Yields how many documents each batch brought. Searches move over at the end, in one step.

    Changes made meanwhile are sent to both indices; what was missed is found by its mark before the step.
    """
    with only_one():
        name = index.create(to)
        yield from _fill(to)
        index.finish(to, name)
        mend(to, index.building(to))
        index.go_live(to, name)


def _fill(to: Connection) -> Iterator[int]:
    last = 0
    while rows := list(ProductDocument.objects.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        sent = send_rows(to, rows, index.building(to))
        if sent.refused or sent.delayed:
            raise ProductsRefusedError(sent)
        last = rows[-1].pk
        yield len(rows)


# --- drift ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drift:
    """Products of which an index says something else than the table."""

    lacking: tuple[int, ...]
    different: tuple[int, ...]
    surplus: tuple[int, ...]
    versions: Mapping[int, int]  # in the index

    @property
    def products(self) -> tuple[int, ...]:
        return (*self.lacking, *self.different, *self.surplus)


def drift(to: Connection, target: str) -> Drift:
    """Compares every mark. The index is read first: what changes meanwhile only looks like drift, and is sent again."""
    writer(to).indices.refresh(index=target)
    found = list(_marks(to, target))
    there = {product: mark for product, mark, _version in found}
    rows = ProductDocument.objects.values_list("pk", *MARKED)
    wanted = {product: mark_of(*values) for product, *values in rows.iterator(SCANNED)}
    return Drift(
        lacking=tuple(sorted(wanted.keys() - there.keys())),
        different=tuple(sorted(one for one in wanted.keys() & there.keys() if wanted[one] != there[one])),
        surplus=tuple(sorted(there.keys() - wanted.keys())),
        versions={product: version for product, _mark, version in found},
    )


def _marks(to: Connection, target: str) -> Iterator[tuple[int, str, int]]:
    search = Search(using=writer(to), index=target).source(["product", "mark"]).sort("product")
    for hit in search.extra(size=SCANNED, version=True).iterate(keep_alive="2m"):
        yield hit.product, hit.mark, hit.meta.version


def mend(to: Connection, target: str) -> Drift:
    """Sends anew what differs. Returns what was found."""
    found = drift(to, target)
    for start in range(0, len(found.products), CHUNK):
        sent = send(to, found.products[start : start + CHUNK], [target], found.versions)
        if sent.refused or sent.delayed:
            raise ProductsRefusedError(sent)
    return found
