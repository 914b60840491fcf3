"""The end of a parcel's way: what happens to the goods and what happens to the money stand or fall together."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from iccn.money.rupiah import ZERO
from iccn.refusals import refuse_unless
from store.order.models import Order, Parcel
from store.order.parcels import BY_SHOPPER, deliver_parcel, return_parcel
from store.order.permissions import may_end
from store.profit.models import LineRefund
from store.profit.sale import Asked
from store.profit.services import post_delivered, post_refund


@transaction.atomic
def complete_parcel(*, parcel: Parcel, by: Any = BY_SHOPPER) -> Parcel:
    """The parcel has arrived: the artisan has earned, and the profit of its lines goes to the chapters.

    `by` is store staff, or the shopper (the default), whose right is the order's signed address.
    Raises NotYourParcel, NotPaidYet, NoSuchMove.
    """
    if by != BY_SHOPPER:
        refuse_unless(may_end(by))
    parcel = deliver_parcel(parcel=parcel, by=by)
    post_delivered(order=parcel.order, parcel=str(parcel.pk))
    return parcel


@transaction.atomic
def take_back_parcel(*, parcel: Parcel, by: Any, note: str = "") -> Parcel:
    """The whole parcel came back: the price of its goods is owed to the shopper, by whoever had got a part of it.

    The courier was paid and stays paid. Raises NotYourParcel, NotPaidYet, NoSuchMove, RefundTooHigh.
    """
    refuse_unless(may_end(by))
    Order.objects.select_for_update(of=("self",)).get(pk=parcel.order_id)
    parcel = return_parcel(parcel=parcel, by=by, note=note)
    post_refund(order=parcel.order, number=next_refund(parcel), asked=_all_of(parcel), by=by)
    return parcel


def next_refund(parcel: Parcel) -> int:
    """Refunds of an order are counted from one. The caller holds the order's row."""
    refunds = LineRefund.objects.filter(share__order_number=parcel.order.number)
    last: int = refunds.aggregate(last=Max("number"))["last"] or 0
    return last + 1


def _all_of(parcel: Parcel) -> Sequence[Asked]:
    return [Asked(line=line.pk, goods=line.price, shipping=ZERO) for line in parcel.lines.order_by("pk")]
