"""The worked example of docs/rules/ledger.md, entry by entry."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from iccn.ledger import opening
from iccn.ledger.models import Entry, Period
from iccn.ledger.refusals import LedgerConflict, Overdrawn
from iccn.money.rupiah import ZERO, Rupiah
from store.profit import services
from store.profit.models import LineShare
from store.profit.refusals import AmountDiffers, NotPaidYet
from store.profit.sale import Asked
from tests.factories.profit import DAY, attempt_for, booked, line, sale

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_books")]
ORDER = SimpleNamespace(number="ICS-1")
ATTEMPT = attempt_for(sale())


class Rows(list):
    """An order's lines as a queryset would give them."""

    def select_related(self, *_names: str) -> "Rows":
        return self

    def order_by(self, *_names: str) -> "Rows":
        return self


def order_of(bandung) -> SimpleNamespace:
    row = SimpleNamespace(
        pk=7,
        parcel_id=3,
        parcel=SimpleNamespace(cost=Rupiah(18_000)),
        partner=SimpleNamespace(code="sari", share_basis_points=8_000),
        chapter=bandung,
        product=SimpleNamespace(making_cost=Rupiah(90_000)),
        quantity=2,
        line_price_incl_tax="250000.00",
    )
    return SimpleNamespace(number="ICS-1", lines=Rows([row]), shipping_incl_tax="18000.00")


def test_paid_freezes_the_line_and_the_gateway_holds_the_money() -> None:
    entry = services.book_sale(sale=sale())
    assert (entry.idempotency_key, entry.source, entry.effective_date) == (
        "pay:midtrans:ICS-1-1",
        "order:ICS-1",
        DAY,
    )
    assert booked() == {"1110": 268_000, "2900": -268_000}
    frozen = LineShare.objects.get()
    assert (frozen.artisan, frozen.gateway, frozen.chapter, frozen.solidarity, frozen.operations) == tuple(
        map(Rupiah, (200_000, 1_876, 28_874, 19_250, 0))
    )
    assert (frozen.policy.version, frozen.artisan_account.code, frozen.chapter_account.slug) == (
        1,
        "sari",
        "bandung",
    )


def test_an_order_is_read_into_a_sale(bandung) -> None:
    services.post_paid(order=order_of(bandung), attempt=ATTEMPT, on=DAY)
    frozen = LineShare.objects.get()
    assert (frozen.line, frozen.parcel, frozen.shipping) == (7, "3", Rupiah(18_000))
    assert booked() == {"1110": 268_000, "2900": -268_000}


def test_the_making_cost_of_all_pieces_is_the_floor_of_the_artisans_share(bandung) -> None:
    order = order_of(bandung)
    order.lines[0].product.making_cost = Rupiah(110_000)
    services.post_paid(order=order, attempt=ATTEMPT)
    assert LineShare.objects.get().artisan == Rupiah(220_000)


def test_a_line_whose_product_is_gone_is_booked_all_the_same(bandung) -> None:
    order = order_of(bandung)
    order.lines[0].product = None
    services.post_paid(order=order, attempt=ATTEMPT)
    assert LineShare.objects.get().artisan == Rupiah(200_000)


def test_another_amount_than_the_orders_is_not_booked(bandung) -> None:
    wrong = attempt_for(sale(), amount=Rupiah(267_999))
    with pytest.raises(AmountDiffers, match=r"Rp267\.999.*Rp268\.000"):
        services.post_paid(order=order_of(bandung), attempt=wrong)
    assert booked() == {}
    assert not LineShare.objects.exists()


def test_the_same_payment_again_is_one_entry_and_the_figures_stay() -> None:
    first = services.book_sale(sale=sale())
    changed = sale("ICS-1", line(share_basis_points=5_000))
    assert services.book_sale(sale=changed) == first
    assert LineShare.objects.get().artisan == Rupiah(200_000)


def test_a_payment_is_booked_on_the_day_it_happened_here(bandung) -> None:
    paid_at = datetime(2026, 11, 19, 18, 0, tzinfo=UTC)  # one in the morning of the 20th in Jakarta
    entry = services.post_paid(order=order_of(bandung), attempt=attempt_for(sale(), paid_at=paid_at))
    assert entry.effective_date == date(2026, 11, 20)


def test_two_payments_under_one_name_are_a_conflict() -> None:
    services.book_sale(sale=sale())
    other = sale("ICS-2", line(2), transaction="ICS-1-1")
    with pytest.raises(LedgerConflict):
        services.book_sale(sale=other)
    assert booked() == {"1110": 268_000, "2900": -268_000}


def test_settled_delivered_and_allocated_as_in_the_book_of_rules() -> None:
    services.book_sale(sale=sale())
    services.post_settled(attempt=ATTEMPT, on=DAY)
    assert booked() == {"1100": 266_124, "5100": 1_876, "2900": -268_000}
    entries = services.post_delivered(order=ORDER, on=DAY)
    assert [entry.idempotency_key for entry in entries] == ["dlv:ICS-1", "alc:ICS-1"]
    assert {entry.policy_version for entry in entries} == {1}
    assert booked() == {
        "1100": 266_124,
        "5100": 1_876,
        "2100:sari": -200_000,
        "2400": -18_000,
        "4100": -50_000,
        "5300": 48_124,
        "2200:bandung": -28_874,
        "2300": -19_250,
    }


def test_arrival_and_settlement_come_in_any_order_and_any_number_of_times() -> None:
    services.book_sale(sale=sale())
    services.post_delivered(order=ORDER)
    services.post_settled(attempt=ATTEMPT)
    before = booked()
    for _ in range(3):
        assert len(services.post_delivered(order=ORDER)) == 2
        services.post_settled(attempt=ATTEMPT)
    assert booked() == before
    assert Entry.objects.count() == 4


def test_the_gateways_own_fee_wins_and_chapters_keep_what_was_promised() -> None:
    services.book_sale(sale=sale())
    services.post_settled(attempt=ATTEMPT, fee=Rupiah(2_500))
    services.post_delivered(order=ORDER)
    held = booked()
    assert (held["5100"], held["2200:bandung"], held["2300"]) == (2_500, -28_874, -19_250)


def test_a_fee_known_at_payment_is_frozen_instead_of_the_tables() -> None:
    services.book_sale(sale=sale(fee=Rupiah(2_000)))
    assert LineShare.objects.get().gateway == Rupiah(2_000)


def test_nothing_arrives_or_settles_that_was_not_paid() -> None:
    with pytest.raises(NotPaidYet, match="ICS-1"):
        services.post_delivered(order=ORDER)
    with pytest.raises(NotPaidYet):
        services.post_settled(attempt=ATTEMPT)
    services.freeze_order(sale=sale())
    with pytest.raises(Overdrawn):
        services.post_delivered(order=ORDER)
    assert booked() == {}


def test_parcels_arrive_one_by_one() -> None:
    two = sale(
        "ICS-1",
        line(1, parcel="11", price=Rupiah(100_000), shipping=Rupiah(10_000)),
        line(2, parcel="12", artisan="dayu", chapter="jepara", price=Rupiah(150_000), shipping=Rupiah(8_000)),
    )
    services.book_sale(sale=two)
    (arrived, _shared) = services.post_delivered(order=ORDER, parcel="12")
    assert arrived.idempotency_key == "dlv:ICS-1:12"
    held = booked()
    assert (held["2900"], held["2100:dayu"], held["2400"]) == (-110_000, -120_000, -8_000)
    assert "2100:sari" not in held
    assert len(services.post_delivered(order=ORDER)) == 4
    held = booked()
    assert (held["2100:sari"], held["2400"], held["4100"], held["5300"]) == (
        -80_000,
        -18_000,
        -50_000,
        48_124,
    )
    assert "2900" not in held
    assert len(services.post_delivered(order=ORDER, parcel="99")) == 4


def test_a_sale_at_a_loss_allocates_nothing_and_the_artisan_is_paid() -> None:
    loss = sale("ICS-1", line(price=Rupiah(10_000), shipping=ZERO), method="bca_va")
    services.book_sale(sale=loss)
    services.post_settled(attempt=attempt_for(loss))
    services.post_delivered(order=ORDER)
    assert booked() == {"1100": 5_560, "5100": 4_440, "2100:sari": -8_000, "4100": -2_000}


def test_without_a_policy_nothing_is_promised_to_anyone(monkeypatch) -> None:
    monkeypatch.setattr(services, "policy_in_force", lambda: None)
    services.book_sale(sale=sale())
    services.post_delivered(order=ORDER)
    assert booked() == {"1110": 268_000, "2100:sari": -200_000, "2400": -18_000, "4100": -50_000}


def test_a_fact_of_a_closed_period_is_booked_today() -> None:
    late = date(2026, 9, 30)
    period = opening.period_of(late)
    opening.close_period(period=period, by="user:1")
    entry = services.book_sale(sale=sale(paid_on=late))
    assert entry.effective_date == timezone.localdate()
    assert entry.period != period
    assert Period.objects.get(pk=period.pk).closed_at is not None


@pytest.mark.parametrize("table", ["profit_lineshare", "profit_linerefund"])
def test_what_was_frozen_is_never_changed(table) -> None:
    services.book_sale(sale=sale())
    services.post_refund(order=ORDER, number=1, asked=[Asked(1, Rupiah(5))], by="user:1")
    for attack in (f"UPDATE {table} SET shipping = 1", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            connection.cursor().execute(attack)


def test_parts_that_do_not_add_up_cannot_be_frozen(bandung, sari) -> None:
    services.freeze_order(sale=sale())
    there = LineShare.objects.get()
    there.pk, there.line, there.artisan = None, 2, there.artisan + Rupiah(1)
    there._state.adding = True
    with pytest.raises(DatabaseError, match="profit_parts_add_up"), transaction.atomic():
        there.save()


def test_a_delivery_takes_few_queries(django_assert_max_num_queries) -> None:
    services.book_sale(sale=sale("ICS-1", *(line(number) for number in range(1, 9))))
    with django_assert_max_num_queries(40):
        services.post_delivered(order=ORDER)
