"""A parcel's way, and what it does to the books: one move at a time, by whoever may."""

import pytest

from iccn.audit.models import Line as AuditLine
from iccn.money.rupiah import Rupiah
from iccn.notices.models import Notice
from store.checkout.completion import complete_parcel, take_back_parcel
from store.order.models import Order, Parcel
from store.order.parcels import confirm_parcel, hand_over_parcel, pack_parcel
from store.order.refusals import BadWaybill, NoSuchMove, NotPaidYet, NotYourParcel
from store.order.services import cancel_order, mark_paid
from store.profit.services import post_paid
from tests.conftest import person
from tests.factories.checkout import placed
from tests.factories.payment import make_attempt, make_product
from tests.factories.profit import booked, lay_the_books

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(sari, village) -> Order:
    lay_the_books()
    return placed(make_product(), village.code)


@pytest.fixture
def paid(order) -> Parcel:
    attempt = make_attempt(order, state="paid", paid_at=order.date_placed)
    mark_paid(order=order, attempt=attempt)
    order.refresh_from_db()
    post_paid(order=order, attempt=attempt)
    return order.parcels.get()


@pytest.fixture
def clerk(db):
    return person("Petugas", "store_staff", is_staff=True)


@pytest.fixture
def staff(clerk, django_user_model):
    from iccn.accounts.services import sync_roles

    sync_roles()
    return django_user_model.objects.get(pk=clerk.pk)


def sent(parcel: Parcel, sari) -> Parcel:
    confirm_parcel(parcel=parcel, by=sari)
    pack_parcel(parcel=parcel, by=sari)
    return hand_over_parcel(parcel=parcel, waybill="jp 1234 5678", by=sari)


def kinds() -> list[str]:
    return list(Notice.objects.order_by("pk").values_list("kind", flat=True))


def test_the_artisan_hears_of_a_paid_order_and_the_shopper_too(paid) -> None:
    assert kinds() == ["order_placed", "order_paid", "order_paid", "parcel_to_make", "parcel_to_make"]


def test_a_parcel_is_confirmed_packed_and_handed_over_with_its_waybill(paid, sari) -> None:
    parcel = sent(paid, sari)
    assert (parcel.state, parcel.waybill) == ("handed_over", "JP12345678")
    assert list(parcel.events.values_list("state", flat=True)) == [
        "waiting",
        "confirmed",
        "packed",
        "handed_over",
    ]
    assert kinds()[-2:] == ["parcel_sent", "parcel_sent"]
    assert "JP12345678" in Notice.objects.filter(kind="parcel_sent").first().text
    moves = AuditLine.objects.filter(verb__startswith="parcel.").order_by("pk").values_list("verb", flat=True)
    assert list(moves) == ["parcel.confirmed", "parcel.packed", "parcel.handed_over"]


def test_a_waybill_that_is_none_is_refused_and_nothing_moves(paid, sari) -> None:
    confirm_parcel(parcel=paid, by=sari)
    pack_parcel(parcel=paid, by=sari)
    with pytest.raises(BadWaybill, match="“resi” bukan nomor resi"):
        hand_over_parcel(parcel=paid, waybill=" resi ", by=sari)
    paid.refresh_from_db()
    assert (paid.state, paid.waybill) == ("packed", "")


@pytest.mark.parametrize("who", ["joko", "wulan", "bagus", "dewi"])
def test_nobody_else_moves_an_artisans_parcel(paid, request, who) -> None:
    stranger = request.getfixturevalue(who)
    for verb in (confirm_parcel, pack_parcel):
        with pytest.raises(NotYourParcel):
            verb(parcel=paid, by=stranger)
    with pytest.raises(NotYourParcel):
        hand_over_parcel(parcel=paid, waybill="JP12345678", by=stranger)
    for verb in (complete_parcel, take_back_parcel):
        with pytest.raises(NotYourParcel):
            verb(parcel=paid, by=stranger)
    paid.refresh_from_db()
    assert paid.state == "waiting"


def test_an_artisan_cannot_say_that_her_own_parcel_arrived(paid, sari) -> None:
    sent(paid, sari)
    with pytest.raises(NotYourParcel):
        complete_parcel(parcel=paid, by=sari)


def test_steps_are_not_skipped_or_taken_twice(paid, sari) -> None:
    with pytest.raises(NoSuchMove, match="“Menunggu perajin” tidak dapat dikemas"):
        pack_parcel(parcel=paid, by=sari)
    confirm_parcel(parcel=paid, by=sari)
    with pytest.raises(NoSuchMove):
        confirm_parcel(parcel=paid, by=sari)


def test_a_parcel_of_an_order_that_is_not_paid_stays(order, sari) -> None:
    with pytest.raises(NotPaidYet):
        confirm_parcel(parcel=order.parcels.get(), by=sari)


def test_arrival_gives_the_artisan_and_the_chapter_their_part_once(paid, sari) -> None:
    sent(paid, sari)
    before = booked()
    parcel = complete_parcel(parcel=paid)
    with pytest.raises(NoSuchMove):
        complete_parcel(parcel=paid)
    assert parcel.state == "delivered"
    after = booked()
    assert before != after
    assert after["2100:sari"] == -200_000
    assert kinds()[-2:] == ["parcel_received", "parcel_received"]


def test_store_staff_may_end_a_parcel_for_the_shopper(paid, sari, staff) -> None:
    sent(paid, sari)
    assert complete_parcel(parcel=paid, by=staff).state == "delivered"


def test_what_comes_back_is_taken_from_whoever_had_got_it(paid, sari, staff) -> None:
    sent(paid, sari)
    complete_parcel(parcel=paid)
    parcel = take_back_parcel(parcel=paid, by=staff, note="Retak di jalan")
    assert (parcel.state, parcel.events.last().note) == ("returned", "Retak di jalan")
    books = booked()
    assert "2100:sari" not in books
    assert sum(books.values()) == 0
    parcel.order.refresh_from_db()
    assert parcel.order.public_status == "returned"


def test_a_refund_counts_on_from_the_orders_last_one(paid, sari, staff) -> None:
    from store.checkout.completion import next_refund

    assert next_refund(paid) == 1
    sent(paid, sari)
    take_back_parcel(parcel=paid, by=staff)
    assert next_refund(paid) == 2


def test_a_paid_order_is_not_cancelled(paid) -> None:
    order = cancel_order(order=paid.order)
    assert (order.status, order.total) == ("paid", Rupiah(268_000))


def test_a_cancelled_order_lets_its_goods_go_once(order) -> None:
    for _ in range(2):
        assert cancel_order(order=order).status == "cancelled"
    assert order.lines.get().product.stockrecords.get().num_allocated == 0
    assert AuditLine.objects.filter(verb="order.cancelled").count() == 1
