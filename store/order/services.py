"""Goods of an order: held while it may be paid, let go when it is not, taken out of the stock once when it is.

Rows are locked in one order: the order, then its stock by primary key.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from iccn.audit import services as audit
from iccn.audit.services import HasKey
from store.catalogue import changes
from store.catalogue.rules import is_low
from store.order.machine import OrderMove, OrderState, order_after
from store.order.models import Line, Order
from store.order.refusals import SoldOut
from store.order.telling import ask_for_stock, tell_of_payment
from store.partner.models import StockRecord

BY_US = "system:order"
Held = tuple[Line, StockRecord]


@transaction.atomic
def reserve(*, order: Order, until: datetime) -> Order:
    """Holds every piece of the order that is not held yet; all or none. Raises SoldOut."""
    order = _locked(order)
    for line, stock in _counted(order):
        _hold(line, stock, line.quantity - line.num_allocated)
    order.reserved_until = until
    order.save(update_fields=["reserved_until"])
    _tell(order)
    return order


@transaction.atomic
def release(*, order: Order) -> Order:
    """Lets the goods of an unpaid order go. Again changes nothing."""
    order = _locked(order)
    for line, stock in _counted(order):
        _hold(line, stock, -line.num_allocated)
    order.reserved_until = None
    order.save(update_fields=["reserved_until"])
    _tell(order)
    return order


@transaction.atomic
def release_lapsed(*, order: Order) -> bool:
    """Lets go what is held past its time; False when that has changed since it was looked for."""
    order = _locked(order)
    is_over = (
        order.is_awaiting and order.reserved_until is not None and order.reserved_until <= timezone.now()
    )
    if is_over:
        release(order=order)
    return is_over


@transaction.atomic
def mark_paid(*, order: Order, attempt: HasKey) -> Order:
    """The order is paid: its pieces leave the stock, once. What was let go is taken again. Raises SoldOut."""
    order = _locked(order)
    target = order_after(order.status, OrderMove.PAY)
    if target is None:
        return order
    low: set[int] = set()
    for line, stock in _counted(order):
        _hold(line, stock, line.quantity - line.num_allocated)
        before = stock.num_in_stock
        _take_out(line, stock)
        if is_low(stock.num_in_stock) and not is_low(before):
            low.add(stock.product_id)
    order.status, order.reserved_until, order.paid_at = target, None, timezone.now()
    order.save(update_fields=["status", "reserved_until", "paid_at"])
    audit.record(BY_US, "order.paid", order, attempt=attempt.pk)
    _tell(order)
    tell_of_payment(order)
    ask_for_stock(low)
    return order


@transaction.atomic
def cancel_order(*, order: Order, by: HasKey | str = BY_US) -> Order:
    """Ends an order that nobody paid; its goods are let go. One that is paid or ended stays as it is."""
    order = _locked(order)
    if order_after(order.status, OrderMove.CANCEL) is None:
        return order
    release(order=order)
    order.refresh_from_db()
    order.status = OrderState.CANCELLED
    order.save(update_fields=["status"])
    audit.record(by, "order.cancelled", order)
    return order


def _locked(order: Order) -> Order:
    found: Order = Order.objects.select_for_update().get(pk=order.pk)
    return found


def _counted(order: Order) -> Iterator[Held]:
    """Lines whose pieces are counted, each with its locked stock; what is made to order is not counted."""
    lines = list(order.lines.filter(stockrecord__num_in_stock__isnull=False).order_by("stockrecord", "pk"))
    wanted = {line.stockrecord_id for line in lines}
    rows = StockRecord.objects.select_for_update().filter(pk__in=wanted).order_by("pk")
    stock = {row.pk: row for row in rows}
    return ((line, stock[line.stockrecord_id]) for line in lines)


def _hold(line: Line, stock: StockRecord, pieces: int) -> None:
    """So many pieces more (or less) are promised to the line."""
    if pieces > stock.net_stock_level:
        raise SoldOut(title=line.title)
    stock.num_allocated = (stock.num_allocated or 0) + pieces
    line.num_allocated += pieces
    _save(line, stock)


def _take_out(line: Line, stock: StockRecord) -> None:
    stock.num_in_stock -= line.num_allocated
    stock.num_allocated -= line.num_allocated
    line.num_allocated = 0
    _save(line, stock)


def _save(line: Line, stock: StockRecord) -> None:
    stock.save(update_fields=["num_in_stock", "num_allocated", "date_updated"])
    line.save(update_fields=["num_allocated"])


def _tell(order: Order) -> None:
    whole = order.lines.exclude(product=None).annotate(whole=Coalesce("product__parent", "product"))
    changes.tell(list(whole.values_list("whole", flat=True)))
