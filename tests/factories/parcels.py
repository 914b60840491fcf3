"""Parcels of orders that were paid, with their money in the books."""

from store.order.models import Order, Parcel
from store.order.services import mark_paid
from store.profit.services import post_paid
from tests.factories.payment import make_attempt


def pay(order: Order) -> Parcel:
    attempt = make_attempt(order, state="paid", paid_at=order.date_placed)
    mark_paid(order=order, attempt=attempt)
    order.refresh_from_db()
    post_paid(order=order, attempt=attempt)
    return order.parcels.get()
