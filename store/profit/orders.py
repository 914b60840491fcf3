"""Reads a paid order into plain values."""

from datetime import date
from typing import Any, Protocol

from iccn.money.rupiah import ZERO, Rupiah
from store.profit.rules import share_by_price
from store.profit.sale import Sale, SoldLine

MIDTRANS = "midtrans"


class HasNumber(Protocol):
    @property
    def number(self) -> Any: ...


class PaidOrder(HasNumber, Protocol):
    """An order with its lines; each line knows its artisan (`partner`), chapter and parcel."""

    lines: Any
    shipping_incl_tax: Any


class PaidAttempt(Protocol):
    """The attempt by which the order was paid."""

    provider_id: Any
    method: Any
    amount: Any


def sale_of(order: PaidOrder, attempt: PaidAttempt, *, gateway: str, on: date) -> Sale:
    """The order as it was paid. Shipping is shared over the lines of its parcel by their prices."""
    rows = list(order.lines.select_related("product", "partner", "chapter").order_by("pk"))
    bare = [_line(row) for row in rows]
    shipping = share_by_price(Rupiah.of(order.shipping_incl_tax), bare, key=f"{order.number}:shipping")
    return Sale(
        number=str(order.number),
        gateway=gateway,
        transaction=str(attempt.provider_id),
        method=str(attempt.method),
        paid_on=on,
        lines=tuple(_line(row, shipping[row.pk]) for row in rows),
    )


def _line(row: Any, shipping: Rupiah = ZERO) -> SoldLine:
    cost = row.product.making_cost if row.product else ZERO
    return SoldLine(
        line=row.pk,
        parcel=str(getattr(row, "parcel_id", None) or ""),
        artisan=row.partner.code,
        chapter=row.chapter.slug,
        price=Rupiah.of(row.line_price_incl_tax),
        share_basis_points=row.partner.share_basis_points,
        making_cost=cost * row.quantity,
        shipping=shipping,
    )
