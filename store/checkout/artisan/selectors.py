"""An artisan's parcels: the paid ones alone, what has to be done first on top."""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from django.db.models import Case, Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from store.links.models import OneTimeLink
from store.links.selectors import live_links
from store.order.machine import ENDED, OPEN, OrderState, ParcelState
from store.order.models import Line, Parcel
from store.partner.models import Partner
from store.profit.models import LineShare

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


class Step(Enum):
    """What a parcel needs next from her; the value stands in the address."""

    CONFIRM = "konfirmasi"
    PACK = "kemas"
    HAND_OVER = "serahkan"

    @property
    def states(self) -> frozenset[ParcelState]:
        return frozenset({NEEDS[self]})


NEEDS: Final = {
    Step.CONFIRM: ParcelState.WAITING,
    Step.PACK: ParcelState.CONFIRMED,
    Step.HAND_OVER: ParcelState.PACKED,
}
Part = Group | Step


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of her orders: a part of them or all, and words to search for."""

    part: Part | None = None
    words: str = ""


EVERYTHING: Final = Asked()


def part_named(value: str | None) -> Part | None:
    parts: tuple[Part, ...] = (*Group, *Step)
    return next((one for one in parts if one.value == value), None)


def parcels_of(artisan: Partner) -> QuerySet[Parcel]:
    """Hers, and paid: an unpaid order is nobody's work yet."""
    return Parcel.objects.filter(artisan=artisan, order__status=OrderState.PAID).select_related("order")


def wanted_of(artisan: Partner, asked: Asked) -> QuerySet[Parcel]:
    """Searched by number, waybill or product."""
    parcels = parcels_of(artisan)
    if asked.part is not None:
        parcels = parcels.filter(state__in=asked.part.states)
    if asked.words:
        wanted = Q(order__number__icontains=asked.words) | Q(waybill__icontains=asked.words)
        parcels = parcels.filter(wanted | Q(lines__title__icontains=asked.words)).distinct()
    return parcels


def listed(artisan: Partner, asked: Asked = EVERYTHING) -> QuerySet[Parcel]:
    """What waits longest stands first among what is to be done; what has ended, the newest first."""
    parcels = wanted_of(artisan, asked)
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


def counts(artisan: Partner) -> dict[Part, int]:
    """How many parcels stand in each group and need each step; one query."""
    parts: tuple[Part, ...] = (*Group, *Step)
    found = parcels_of(artisan).aggregate(
        **{part.name: Coalesce(Count("pk", filter=Q(state__in=part.states)), 0) for part in parts}
    )
    return {part: found[part.name] for part in parts}


def lines_of(artisan: Partner, asked: Asked) -> QuerySet[Line]:
    """The lines of these parcels, the newest order first, with the part of each that is hers (`earned`)."""
    earned = LineShare.objects.filter(line=OuterRef("pk")).values("artisan")[:1]
    lines: QuerySet[Line] = (
        Line.objects.filter(parcel__in=wanted_of(artisan, asked).values("pk"))
        .select_related("parcel", "order", "product__parent")
        .annotate(earned=Subquery(earned))
        .order_by("-order__paid_at", "pk")
    )
    return lines


def to_send_to(parcel: Parcel) -> Any:
    """The shopper's address, while the parcel is not there yet; afterwards it is nobody's business."""
    return None if parcel.state in ENDED else parcel.order.shipping_address


def live_links_to(parcel: Parcel) -> list[OneTimeLink]:
    """Sent to confirm this parcel, and still good."""
    purpose = OneTimeLink.Purpose.CONFIRM_ORDER
    return list(live_links(parcel.artisan).filter(purpose=purpose, subject_id=parcel.pk))
