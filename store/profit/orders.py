"""Reads a paid order into plain values."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Protocol

from django.utils import timezone

from iccn.money.rupiah import ZERO, Rupiah, total
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
    """The order as it was paid."""
    rows = list(order.lines.select_related("product", "partner", "chapter", "parcel").order_by("pk"))
    shipping = shipping_of(order, rows)
    return Sale(
        number=str(order.number),
        gateway=str(attempt.gateway),
        transaction=str(attempt.provider_id),
        method=str(attempt.method),
        paid_on=on,
        lines=tuple(_line(row, shipping[row.pk]) for row in rows),
    )


def shipping_of(order: PaidOrder, rows: Sequence[Any]) -> dict[int, Rupiah]:
    """Each parcel's cost is shared over its own lines by their prices; what no parcel cost, over the lines without."""
    parcels: dict[int | None, list[Any]] = {}
    for row in rows:
        parcels.setdefault(row.parcel_id, []).append(row)
    costs: dict[int | None, Rupiah] = {
        pk: lines[0].parcel.cost for pk, lines in parcels.items() if pk is not None
    }
    costs[None] = Rupiah.of(order.shipping_incl_tax) - total(list(costs.values()))
    shared = [
        share_by_price(costs[pk], [_line(row) for row in lines], key=f"{order.number}:shipping:{pk or ''}")
        for pk, lines in parcels.items()
    ]
    return {line: part for parts in shared for line, part in parts.items()}


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
