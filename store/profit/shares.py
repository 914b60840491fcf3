"""The frozen lines of an order, and how facts about them are named in the books."""

from datetime import date

from django.utils import timezone

from iccn.ledger.entry import NewEntry
from iccn.ledger.models import Entry
from iccn.ledger.services import booking_day
from store.profit import rules
from store.profit.legs import Legs
from store.profit.models import LineShare
from store.profit.orders import HasNumber
from store.profit.refusals import NotPaidYet
from store.profit.sale import Taken

MAKER = "system:sales"


def locked_shares(order: HasNumber) -> list[LineShare]:
    """The order's frozen lines, locked: whoever moves its money passes here, one at a time. Raises NotPaidYet."""
    shares = list(
        LineShare.objects.select_for_update(of=("self",))
        .filter(order_number=str(order.number))
        .select_related("artisan_account", "chapter_account", "policy")
        .prefetch_related("refunds")
        .order_by("pk")
    )
    if not shares:
        raise NotPaidYet(order=order.number)
    return shares


def left_of(share: LineShare) -> Taken:
    """What refunds have left of a line, for each party."""
    return rules.left(share.figures, [refund.taken for refund in share.refunds.all()])


def arrived_parcels(order: HasNumber) -> set[str]:
    """The parcels whose arrival is in the books."""
    facts = Entry.objects.filter(source=source(order), kind=Entry.Kind.DELIVERED)
    start = parcel_key("dlv", str(order.number), "")
    return {key.removeprefix(start).lstrip(":") for key in facts.values_list("idempotency_key", flat=True)}


def parcel_key(name: str, order: str, parcel: str) -> str:
    """`dlv:ICS-2611-8K3F7:12`; without a parcel the order alone."""
    return ":".join(filter(None, (name, order, parcel)))


def source(order: HasNumber) -> str:
    return f"order:{order.number}"


def fact(
    kind: str, key: str, legs: Legs, *, order: HasNumber, on: date | None, policy: int | None = None
) -> NewEntry:
    """An entry about an order; a fact of a closed period is booked today."""
    return NewEntry(
        kind=kind,
        key=key,
        legs=legs,
        effective_date=booking_day(on or timezone.localdate()),
        made_by=MAKER,
        source=source(order),
        policy_version=policy,
    )
