"""The shopper's page of an order, by its signed address alone."""

import pytest

from store.order.machine import ParcelState
from store.order.models import Order, Parcel
from store.order.parcels import confirm_parcel, hand_over_parcel, pack_parcel
from store.order.services import mark_paid
from store.partner.models import Partner
from store.profit.services import post_paid
from tests.factories.checkout import placed
from tests.factories.payment import make_attempt, make_product
from tests.factories.profit import booked, lay_the_books

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(sari, village) -> Order:
    lay_the_books()
    return placed(make_product(), village.code)


@pytest.fixture
def paid(order) -> Order:
    attempt = make_attempt(order, state="paid", paid_at=order.date_placed)
    mark_paid(order=order, attempt=attempt)
    post_paid(order=order, attempt=attempt)
    order.refresh_from_db()
    return order


@pytest.fixture
def on_the_way(paid, sari) -> Order:
    parcel = paid.parcels.get()
    confirm_parcel(parcel=parcel, by=sari)
    pack_parcel(parcel=parcel, by=sari)
    hand_over_parcel(parcel=parcel, waybill="JP12345678", by=sari)
    return paid


def page_of(client, order) -> str:
    answer = client.get(order.get_absolute_url())
    assert answer.status_code == 200
    return answer.content.decode()


def received(order) -> str:
    return f"{order.get_absolute_url()}diterima/1/"


def test_an_unpaid_order_can_be_paid(client, order) -> None:
    page = page_of(client, order)
    assert "Menunggu pembayaran" in page
    assert f'action="{order.get_absolute_url()}bayar/"' in page
    assert "Siapa mendapat apa" not in page


def test_an_attempt_that_lives_is_gone_on_with(client, order) -> None:
    attempt = make_attempt(order)
    assert f"/toko/bayar/menunggu/{attempt.provider_id}/" in page_of(client, order)


def test_paying_from_the_page_begins_an_attempt(client, order, midtrans) -> None:
    answer = client.post(f"{order.get_absolute_url()}bayar/", {"method": "qris"})
    assert answer["Location"] == order.attempts.get().redirect_url


def test_a_paid_order_is_not_paid_again(client, paid) -> None:
    answer = client.post(f"{paid.get_absolute_url()}bayar/", {"method": "qris"}, follow=True)
    assert [str(one) for one in answer.context["messages"]] == ["Pesanan ini tidak menunggu pembayaran."]
    assert paid.attempts.count() == 1


def test_a_paid_order_shows_who_got_what(client, paid) -> None:
    page = page_of(client, paid)
    for words in (
        "Diproses",
        "Siapa mendapat apa",
        "Rp200.000",
        "Simpul Bandung",
        "Kurir",
        "Rp268.000",
        "BCA",
    ):
        assert words in page


def test_a_sent_parcel_shows_its_waybill_and_can_be_received(client, on_the_way) -> None:
    page = page_of(client, on_the_way)
    assert "JP12345678" in page
    assert received(on_the_way) in page
    assert "tidak dapat dibatalkan" in client.get(received(on_the_way)).content.decode()
    before = booked()
    answer = client.post(received(on_the_way), follow=True)
    assert "Selesai" in answer.content.decode()
    assert booked()["2100:sari"] == -200_000
    assert before != booked()


def test_when_one_parcel_came_and_the_other_is_being_made_no_button_is_promised(client, on_the_way) -> None:
    first = on_the_way.parcels.get()
    Parcel.objects.filter(pk=first.pk).update(state=ParcelState.DELIVERED)
    first.pk, first.number, first.state, first.waybill = None, 2, ParcelState.CONFIRMED, ""
    first.artisan = Partner.objects.create(name="Tono", code="tono")
    first.save(force_insert=True)
    page = client.get(on_the_way.get_absolute_url()).content.decode()
    assert "Sebagian sudah Anda terima. Sisanya sedang disiapkan perajinnya." in page
    assert "Paket sudah saya terima" not in page


def test_received_twice_is_booked_once(client, on_the_way) -> None:
    client.post(received(on_the_way))
    after = booked()
    answer = client.post(received(on_the_way), follow=True)
    assert "tidak dapat diterima" in answer.content.decode()
    assert booked() == after
    assert client.get(received(on_the_way))["Location"] == on_the_way.get_absolute_url()


def test_a_parcel_that_was_not_sent_is_not_received(client, paid) -> None:
    before = booked()
    client.post(received(paid))
    assert booked() == before
    assert paid.parcels.get().state == "waiting"


@pytest.mark.parametrize("end", ["", "bayar/", "diterima/1/"])
def test_without_its_signature_an_order_does_not_exist(client, on_the_way, joko, end) -> None:
    client.force_login(joko)
    for signature in ("x", on_the_way.signature[::-1]):
        path = f"/id/toko/pesanan/{on_the_way.number}/{signature}/{end}"
        answer = client.post(path) if end else client.get(path)
        assert answer.status_code == 404
    assert client.get(f"/id/toko/pesanan/ICS-2611-XXXXX/{on_the_way.signature}/").status_code == 404
    assert on_the_way.parcels.get().state == "handed_over"


def test_a_parcel_that_the_order_does_not_have_is_not_found(client, on_the_way) -> None:
    assert client.post(f"{on_the_way.get_absolute_url()}diterima/2/").status_code == 404


def test_the_page_costs_few_queries(client, on_the_way, django_assert_max_num_queries) -> None:
    page_of(client, on_the_way)
    with django_assert_max_num_queries(16):
        page_of(client, on_the_way)


def test_a_person_finds_their_own_orders_and_nobody_elses(
    client, order, sari, joko, django_assert_max_num_queries
) -> None:
    mine = placed(order.lines.get().product, "32.73.10.1005")
    mine.user = joko
    mine.save()
    client.force_login(joko)
    page = client.get("/id/toko/pesanan/").content.decode()
    assert mine.number in page
    assert order.number not in page
    with django_assert_max_num_queries(14):
        client.get("/id/toko/pesanan/")
    client.force_login(sari)
    assert "Belum ada pesanan" in client.get("/id/toko/pesanan/").content.decode()


def test_a_guest_is_asked_to_sign_in_for_their_orders(client) -> None:
    assert client.get("/id/toko/pesanan/")["Location"].startswith("/id/akun/login/")
