"""Paid orders as rows, for what is counted from them: who bought what, and when."""

from datetime import datetime
from itertools import count

from store.catalogue.models import Product
from store.order.models import Line, Order, Parcel

_numbers = count(1)


def bought(
    buyer: str, *products: Product, at: datetime, pieces: int = 1, parcel: str = "", **changes: object
) -> Order:
    """One order of all these products by the buyer with this phone number. With `parcel`, its parcels stand so."""
    number = next(_numbers)
    fields = {
        "number": f"ICS-UJI-{number}",
        "status": Order.State.PAID,
        "paid_at": at,
        "date_placed": at,
        "contact_phone": buyer,
        "currency": "IDR",
        "total_incl_tax": 1,
        "total_excl_tax": 1,
    }
    order = Order.objects.create(**{**fields, **changes})
    for product in products:
        _line(order, product, pieces, _parcel(order, product, parcel) if parcel else None)
    return order


def _parcel(order: Order, product: Product, state: str) -> Parcel:
    made, _ = Parcel.objects.get_or_create(
        order=order,
        artisan=product.artisan,
        defaults={
            "number": order.parcels.count() + 1,
            "cost": 9_000,
            "grams": 500,
            "billable_kilos": 1,
            "days_min": 1,
            "days_max": 2,
            "waybill": "JX1",
            "state": state,
        },
    )
    return made


def _line(order: Order, product: Product, pieces: int, parcel: Parcel | None) -> None:
    prices = ("line_price", "line_price_before_discounts", "unit_price")
    Line.objects.create(
        order=order,
        partner=product.artisan,
        product=product,
        stockrecord=product.stock,
        chapter=product.chapter,
        parcel=parcel,
        title=product.title,
        quantity=pieces,
        num_allocated=0,
        **{f"{name}_{tax}_tax": 1 for name in prices for tax in ("incl", "excl")},
    )
