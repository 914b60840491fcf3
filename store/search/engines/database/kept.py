"""Counts that are kept between requests and processes, so that no visitor waits while a large shop is counted.

A visitor gets what is kept and, when it is older than `SEARCH_COUNTS_SECONDS`, asks for it anew: the worker's round
counts what was asked for. Only what nobody looked at for an hour is counted while somebody waits.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import timedelta
from functools import partial
from hashlib import blake2b
from typing import Any, Final

import structlog
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.utils import timezone

from iccn.money.rupiah import Rupiah
from store.search.engines.port import ProductQuery, Readiness, Sort
from store.search.models import KeptCounts

logger = structlog.get_logger(__name__)
Raw = dict[str, list[tuple[str, str, int]]]  # by facet: key, label, how many
TOO_OLD: Final = timedelta(hours=1)
FORGOTTEN: Final = timedelta(days=1)
MOST_A_ROUND: Final = 100


def counts_for(query: ProductQuery, count: Callable[[], Raw]) -> Raw:
    """What is kept in this process for a while, else what is kept in the table, else counted now."""
    plain = replace(query, page=1, sort=Sort.NEWEST, per_page=1)
    key = blake2b(repr(plain).encode(), digest_size=16).hexdigest()
    found: Raw | None = cache.get(f"search:counts:{key}")
    if found is None:
        found = (_from_table(key) or _counted(key, plain, count)) if is_common(plain) else count()
        cache.set(f"search:counts:{key}", found, settings.SEARCH_COUNTS_SECONDS)
    return found


def is_common(query: ProductQuery) -> bool:
    """A category or all, in one province or all. Free values (prices, words of options) would fill the table."""
    return replace(query, category=None, provinces=query.provinces[1:]) == ProductQuery(per_page=1)


def _from_table(key: str) -> Raw | None:
    row = KeptCounts.objects.filter(key=key).first()
    now = timezone.now()
    if row is None or now - row.made_at > TOO_OLD:
        return None
    if row.asked_at is None and now - row.made_at >= timedelta(seconds=settings.SEARCH_COUNTS_SECONDS):
        with _or_without():
            KeptCounts.objects.filter(key=key, asked_at=None).update(asked_at=now)
    return {facet: [(one[0], one[1], one[2]) for one in rows] for facet, rows in row.counts.items()}


def _counted(key: str, query: ProductQuery, count: Callable[[], Raw]) -> Raw:
    found = count()
    fresh = {"query": packed(query), "counts": found, "made_at": timezone.now(), "asked_at": None}
    with _or_without():
        KeptCounts.objects.update_or_create(key=key, defaults=fresh)
    return found


@contextmanager
def _or_without() -> Iterator[None]:
    """A database that can not write (a full disk) still shows its listings."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        logger.warning("search counts not kept", error=type(error).__name__)


def recount(count: Callable[[ProductQuery], Raw]) -> int:
    """Counts anew what visitors asked for, the latest first, and forgets what nobody asks for. Returns how many."""
    KeptCounts.objects.filter(made_at__lt=timezone.now() - FORGOTTEN).delete()
    asked = list(KeptCounts.objects.exclude(asked_at=None).order_by("-asked_at")[:MOST_A_ROUND])
    for row in asked:
        query = unpacked(row.query)
        _counted(row.key, query, partial(count, query))
    return len(asked)


def packed(query: ProductQuery) -> dict[str, Any]:
    """The query as JSON takes it."""
    said = asdict(query)
    for name in ("price_from", "price_to"):
        said[name] = None if said[name] is None else int(getattr(query, name))
    return said


def unpacked(said: dict[str, Any]) -> ProductQuery:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in said.items()
    }
    values["options"] = tuple((name, tuple(chosen)) for name, chosen in said["options"])
    values["sort"] = Sort(said["sort"])
    values["readiness"] = Readiness(said["readiness"]) if said["readiness"] else None
    for name in ("price_from", "price_to"):
        values[name] = None if said[name] is None else Rupiah(said[name])
    return ProductQuery(**values)
