"""An artisan's parcels: the paid ones alone, what has to be done first on top."""

from enum import Enum
from typing import Any, Final

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from store.order.machine import ENDED, OPEN, OrderState, ParcelState
from store.order.models import Parcel
from store.partner.models import Partner

ORDER: Final = (ParcelState.WAITING, ParcelState.CONFIRMED, ParcelState.PACKED, ParcelState.HANDED_OVER)


class Group(Enum):
    """How an artisan looks at her orders; the value stands in the address."""

    TO_DO = "dikerjakan"
    ON_THE_WAY = "dikirim"
    ENDED = "selesai"

    @property
    def states(self) -> frozenset[ParcelState]:
        return STATES[self]


STATES: Final = {
    Group.TO_DO: OPEN,
    Group.ON_THE_WAY: frozenset({ParcelState.HANDED_OVER}),
    Group.ENDED: ENDED,
}


def parcels_of(artisan: Partner) -> QuerySet[Parcel]:
    """Hers, and paid: an unpaid order is nobody's work yet."""
    return Parcel.objects.filter(artisan=artisan, order__status=OrderState.PAID).select_related("order")


def listed(artisan: Partner, *, group: Group | None = None, words: str = "") -> QuerySet[Parcel]:
    """What waits longest stands first among what is to be done; what has ended, the newest first."""
    parcels = parcels_of(artisan)
    if group is not None:
        parcels = parcels.filter(state__in=group.states)
    if words:
        wanted = Q(order__number__icontains=words) | Q(waybill__icontains=words)
        parcels = parcels.filter(wanted | Q(lines__title__icontains=words)).distinct()
    rank = Case(
        *(When(state=state, then=Value(place)) for place, state in enumerate(ORDER)),
        default=Value(len(ORDER)),
        output_field=IntegerField(),
    )
    longest = Case(When(state__in=OPEN, then=F("order__paid_at")))
    return (
        parcels.annotate(rank=rank, longest=longest)
        .order_by("rank", F("longest").asc(nulls_last=True), F("order__paid_at").desc(), "pk")
        .prefetch_related("lines__product")
    )


def counts(artisan: Partner) -> dict[Group, int]:
    """How many parcels stand in each group; one query."""
    found = parcels_of(artisan).aggregate(
        **{group.name: Coalesce(Count("pk", filter=Q(state__in=group.states)), 0) for group in Group}
    )
    return {group: found[group.name] for group in Group}


def to_send_to(parcel: Parcel) -> Any:
    """The shopper's address, while the parcel is not there yet; afterwards it is nobody's business."""
    return None if parcel.state in ENDED else parcel.order.shipping_address
