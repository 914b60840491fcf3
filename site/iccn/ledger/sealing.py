"""Closing days of the books into the chain, and giving the chain away."""

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from iccn.ledger.chain import BEGINNING, link
from iccn.ledger.models import Entry, Seal, SealedEntry
from iccn.ledger.refusals import DayNotOver

BATCH: Final = 2_000
# A transaction that began before midnight may still be writing.
GRACE: Final = timedelta(hours=1)


def facts_of(entry: Entry) -> dict[str, Any]:
    """What the chain binds of an entry; its postings must be fetched with their accounts."""
    return {
        "number": entry.pk,
        "kind": str(entry.kind),
        "key": entry.idempotency_key,
        "date": entry.effective_date.isoformat(),
        "posted_at": entry.posted_at.astimezone(timezone.get_default_timezone()).isoformat(),
        "reverses": entry.reverses_id,
        "made_by": entry.made_by,
        "approved_by": entry.approved_by,
        "source": entry.source,
        "policy": entry.policy_version,
        "postings": sorted([one.account.code, int(one.amount)] for one in entry.postings.all()),
    }


def seal_days(*, until: date | None = None) -> list[Seal]:
    """Seals every day that is over and not yet sealed, up to `until` (yesterday when not said), the oldest first.

    Raises DayNotOver for a day of which the last hour's transactions may still be open.
    """
    last_over = timezone.localdate(timezone.now() - GRACE) - timedelta(days=1)
    if until is not None and until > last_over:
        raise DayNotOver(day=until)
    return [seal_day(day=day) for day in _days_to_seal(until or last_over)]


def _days_to_seal(until: date) -> Iterator[date]:
    newest = Seal.objects.order_by("-day").first()
    first = Entry.objects.order_by("posted_at").values_list("posted_at", flat=True).first()
    if newest is not None:
        day = newest.day + timedelta(days=1)
    elif first is not None:
        day = timezone.localdate(first)
    else:
        return
    while day <= until:
        yield day
        day += timedelta(days=1)


@transaction.atomic
def seal_day(*, day: date) -> Seal:
    """Binds every entry that is in the books by the end of the day and in no seal yet. A sealed day stays as it is."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE ledger_seal IN EXCLUSIVE MODE")
    if there := Seal.objects.filter(day__gte=day).order_by("day").first():
        return there
    newest = SealedEntry.objects.order_by("-place").first()
    before, place = (newest.link, newest.place) if newest else (BEGINNING, 0)
    made: list[tuple[int, int, str]] = []
    for entry in _entries_until(day):
        before, place = link(before, facts_of(entry)), place + 1
        made.append((entry.pk, place, before))
    seal = Seal.objects.create(day=day, entries=len(made), root=before)
    SealedEntry.objects.bulk_create(
        (SealedEntry(entry_id=pk, seal=seal, place=at, link=one) for pk, at, one in made), batch_size=BATCH
    )
    return seal


def _entries_until(day: date) -> Iterator[Entry]:
    end = timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
    found = Entry.objects.filter(posted_at__lt=end, sealed=None).order_by("pk")
    return with_postings(found).iterator(chunk_size=BATCH)


def with_postings(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    return entries.prefetch_related("postings__account")


def exported(*, until: date | None = None) -> Iterator[str]:
    """The chain from its beginning, one JSON object a line, as `iccn.ledger.chain.verify` reads it."""
    chosen = Entry.objects.filter(sealed__isnull=False).select_related("sealed").order_by("sealed__place")
    if until is not None:
        chosen = chosen.filter(sealed__seal__day__lte=until)
    for entry in with_postings(chosen).iterator(chunk_size=BATCH):
        yield json.dumps({"facts": facts_of(entry), "link": entry.sealed.link}, ensure_ascii=False)


def first_break(*, since: int = 1) -> int | None:
    """The first place from `since` on whose link the books of today no longer give, if any."""
    before = SealedEntry.objects.filter(place=since - 1).values_list("link", flat=True).first() or BEGINNING
    chosen = Entry.objects.filter(sealed__place__gte=since).select_related("sealed").order_by("sealed__place")
    expected = since
    for entry in with_postings(chosen).iterator(chunk_size=BATCH):
        before = link(before, facts_of(entry))
        if entry.sealed.link != before or entry.sealed.place != expected:
            return entry.sealed.place
        expected += 1
    return None
