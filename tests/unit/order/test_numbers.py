"""Numbers of orders, waybills, and the states people read: docs/rules/order-states.md."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.order import machine
from store.order.machine import OrderState, ParcelMove, ParcelState, PublicStatus
from store.order.rules import LETTERS, order_number, waybill


def test_a_number_names_the_month_and_five_signs_of_chance() -> None:
    signs = iter("8K3F7")
    assert order_number(date(2026, 11, 24), lambda _letters: next(signs)) == "ICS-2611-8K3F7"


def test_no_sign_reads_like_another_and_no_word_can_come_out() -> None:
    assert not set("AEIOU01LBSZ") & set(LETTERS)
    assert len(LETTERS) == len(set(LETTERS)) == 25


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("JP1234567890", "JP1234567890"),
        (" jp 1234 5678 90 ", "JP1234567890"),
        ("0114552600021", "0114552600021"),
        ("CGK-2611-0001", "CGK-2611-0001"),
        ("12345", ""),
        ("ABCDEFGH", ""),
        ("1" * 31, ""),
        ("JP123/456", ""),
        ("", ""),
    ],
)
def test_a_waybill_is_what_couriers_print(typed, number) -> None:
    assert waybill(typed) == number


@given(st.text(max_size=40))
def test_whatever_is_typed_a_waybill_is_clean_or_empty(typed) -> None:
    number = waybill(typed)
    assert number == "" or (6 <= len(number) <= 30 and number == number.strip().upper())


WAITING, PACKED, SENT = ParcelState.WAITING, ParcelState.PACKED, ParcelState.HANDED_OVER
HERE, BACK, LOST = ParcelState.DELIVERED, ParcelState.RETURNED, ParcelState.LOST


@pytest.mark.parametrize(
    ("order", "parcels", "status"),
    [
        (OrderState.AWAITING, [WAITING], PublicStatus.WAITING),
        (OrderState.CANCELLED, [WAITING], PublicStatus.CANCELLED),
        (OrderState.PAID, [WAITING, PACKED], PublicStatus.PROCESSING),
        (OrderState.PAID, [], PublicStatus.PROCESSING),
        (OrderState.PAID, [WAITING, SENT], PublicStatus.SENT),
        (OrderState.PAID, [WAITING, HERE], PublicStatus.SENT),
        (OrderState.PAID, [HERE, HERE], PublicStatus.DONE),
        (OrderState.PAID, [HERE, BACK], PublicStatus.DONE),
        (OrderState.PAID, [BACK, LOST], PublicStatus.RETURNED),
    ],
)
def test_an_order_is_as_far_as_its_parcels(order, parcels, status) -> None:
    assert machine.public_status(order, parcels) == status


def test_a_parcel_goes_one_way() -> None:
    way = [ParcelMove.CONFIRM, ParcelMove.PACK, ParcelMove.HAND_OVER, ParcelMove.DELIVER]
    state = WAITING
    for move in way:
        state = machine.parcel_after(state, move)
    assert state == HERE
    assert [machine.parcel_after(state, move) for move in way] == [None] * 4
    assert machine.parcel_after(WAITING, ParcelMove.DELIVER) is None


def test_a_paid_order_is_never_cancelled_by_the_clock() -> None:
    assert machine.order_after(OrderState.PAID, machine.OrderMove.CANCEL) is None
    assert machine.order_after(OrderState.CANCELLED, machine.OrderMove.PAY) == OrderState.PAID
