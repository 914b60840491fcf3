"""Goods are held, let go, and taken out once."""

from datetime import timedelta

import pytest
from django.utils import timezone

from iccn.audit.models import Line as AuditLine
from store.order.models import Order
from store.order.refusals import SoldOut
from store.order.services import mark_paid, release, reserve
from store.partner.models import StockRecord
from tests.factories.payment import make_attempt, make_order
from tests.integration.payment.test_all_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
SOON = timezone.now() + timedelta(minutes=25)


def stock() -> tuple[int, int]:
    """Pieces in stock, pieces promised."""
    return StockRecord.objects.values_list("num_in_stock", "num_allocated").get()


@pytest.fixture
def order(sari) -> Order:
    return make_order(pieces=2)


def test_goods_are_held_once_however_often_they_are_asked_for(order) -> None:
    for _ in range(2):
        held = reserve(order=order, until=SOON)
    assert (held.reserved_until, stock()) == (SOON, (5, 2))


def test_what_is_let_go_is_free_again(order) -> None:
    reserve(order=order, until=SOON)
    for _ in range(2):
        assert release(order=order).reserved_until is None
    assert stock() == (5, 0)


def test_a_paid_order_takes_its_pieces_out_once(order) -> None:
    attempt = make_attempt(order)
    reserve(order=order, until=SOON)
    for _ in range(3):
        mark_paid(order=order, attempt=attempt)
    release(order=order)
    order.refresh_from_db()
    assert (order.status, stock()) == ("paid", (3, 0))
    assert AuditLine.objects.filter(verb="order.paid").count() == 1


def test_what_was_let_go_is_taken_again_when_it_is_still_there(order) -> None:
    reserve(order=order, until=SOON)
    release(order=order)
    mark_paid(order=order, attempt=make_attempt(order))
    assert stock() == (3, 0)


def test_what_is_gone_is_refused_and_nothing_moves(order) -> None:
    StockRecord.objects.update(num_in_stock=1)
    with pytest.raises(SoldOut, match="Tas pandan anyam"):
        reserve(order=order, until=SOON)
    with pytest.raises(SoldOut):
        mark_paid(order=order, attempt=make_attempt(order))
    order.refresh_from_db()
    assert (order.status, order.reserved_until, stock()) == ("awaiting", None, (1, 0))


def test_what_is_made_to_order_is_not_counted(order) -> None:
    StockRecord.objects.update(num_in_stock=None, num_allocated=None)
    reserve(order=order, until=SOON)
    mark_paid(order=order, attempt=make_attempt(order))
    assert stock() == (None, None)


def test_of_ten_shoppers_the_last_piece_goes_to_one(sari) -> None:
    orders = [make_order(f"ICS-2611-{number}") for number in range(10)]
    StockRecord.objects.update(num_in_stock=1)

    def try_it(number: int) -> str:
        try:
            reserve(order=orders[number], until=SOON)
        except SoldOut:
            return "sold out"
        return "held"

    assert sorted(at_once(10, try_it)) == ["held"] + ["sold out"] * 9
    assert stock() == (1, 1)
