"""Reads a paid order into plain values."""

from datetime import date, datetime
from typing import Any, Protocol

from django.utils import timezone

from iccn.money.rupiah import ZERO, Rupiah
from store.profit.rules import share_by_price
from store.profit.sale import Sale, SoldLine


class HasNumber(Protocol):
    @property
    def number(self) -> Any: ...


class PaidOrder(HasNumber, Protocol):
    """An order with its lines; each line knows its artisan (`partner`), chapter and parcel."""

    lines: Any
    shipping_incl_tax: Any


class PaidAttempt(Protocol):
    """The attempt by which the order was paid; `provider_id` names the payment at the gateway."""

    order: Any
    gateway: Any
    provider_id: Any
    method: Any
    amount: Any
    paid_at: Any
    settled_at: Any


def sale_of(order: PaidOrder, attempt: PaidAttempt, *, on: date) -> Sale:
    """The order as it was paid. Shipping is shared over the lines by their prices."""
    rows = list(order.lines.select_related("product", "partner", "chapter").order_by("pk"))
    bare = [_line(row) for row in rows]
    shipping = share_by_price(Rupiah.of(order.shipping_incl_tax), bare, key=f"{order.number}:shipping")
    return Sale(
        number=str(order.number),
        gateway=str(attempt.gateway),
        transaction=str(attempt.provider_id),
        method=str(attempt.method),
        paid_on=on,
        lines=tuple(_line(row, shipping[row.pk]) for row in rows),
    )


def day_of(moment: datetime | None) -> date:
    """The day something happened, where we keep our books; today when nobody told."""
    return timezone.localdate(moment) if moment else timezone.localdate()


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
