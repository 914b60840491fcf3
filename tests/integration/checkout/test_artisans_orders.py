"""An artisan's orders: what to do next first, the address only as long as it is needed, nobody else's at all."""

import pytest

from store.checkout.artisan.selectors import Asked, Group, Step, counts, listed
from store.checkout.completion import complete_parcel
from store.order.models import Parcel
from store.order.parcels import confirm_parcel, hand_over_parcel, pack_parcel
from tests.factories.catalogue import make_product
from tests.factories.checkout import placed
from tests.factories.parcels import pay

pytestmark = pytest.mark.django_db
LIST = "/id/perajin/pesanan/"


def page_of(room, parcel: Parcel) -> str:
    return room.get(f"{LIST}{parcel.pk}/").content.decode()


def test_an_unpaid_order_is_nobodys_work_yet(room, order) -> None:
    assert order.number not in room.get(LIST).content.decode()
    assert room.get(f"{LIST}{order.parcels.get().pk}/").status_code == 404


def test_a_parcel_goes_its_way_step_by_step(room, parcel) -> None:
    address = f"{LIST}{parcel.pk}/"
    assert "Langkah 1 dari 3: konfirmasi" in page_of(room, parcel)
    assert room.post(address, {"confirm": "1"}).status_code == 302
    assert "Langkah 2 dari 3: kemas" in page_of(room, parcel)
    room.post(address, {"pack": "1"})
    assert "Langkah 3 dari 3: serahkan ke kurir" in page_of(room, parcel)
    room.post(address, {"hand_over": "1", "waybill": "jp 1234 5678"})
    parcel.refresh_from_db()
    assert (parcel.state, parcel.waybill) == ("handed_over", "JP12345678")
    page = page_of(room, parcel)
    assert "Paket di perjalanan." in page
    assert page.count("timeline__event timeline__event--done") == 4


def test_a_waybill_that_cannot_be_one_is_kept_and_explained(room, parcel, sari) -> None:
    confirm_parcel(parcel=parcel, by=sari)
    pack_parcel(parcel=parcel, by=sari)
    for typed in ("resi saya", "", "12"):
        answer = room.post(f"{LIST}{parcel.pk}/", {"hand_over": "1", "waybill": typed})
        assert answer.status_code == 422
        assert f'value="{typed}"' in answer.content.decode() or not typed
        assert 'aria-invalid="true"' in answer.content.decode()
    parcel.refresh_from_db()
    assert (parcel.state, parcel.waybill) == ("packed", "")


def test_a_step_that_is_not_due_changes_nothing_and_says_so(room, parcel) -> None:
    for step in ({"pack": "1"}, {"hand_over": "1", "waybill": "JP12345678"}, {"fly": "1"}):
        assert room.post(f"{LIST}{parcel.pk}/", step).status_code == 302
    parcel.refresh_from_db()
    assert (parcel.state, parcel.waybill) == ("waiting", "")


def test_the_address_is_there_until_the_parcel_is(room, parcel, sari) -> None:
    for text in ("Rahma", "Jl. Mawar 12", "0812-9999-0000"):
        assert text in page_of(room, parcel)
    confirm_parcel(parcel=parcel, by=sari)
    pack_parcel(parcel=parcel, by=sari)
    hand_over_parcel(parcel=parcel, waybill="JP12345678", by=sari)
    assert "Jl. Mawar 12" in page_of(room, parcel)
    complete_parcel(parcel=parcel)
    page = page_of(room, parcel)
    for text in ("Rahma", "Jl. Mawar 12", "0812-9999-0000", "tamu@contoh.example"):
        assert text not in page
    assert "Paket sudah diterima." in page


def test_a_stranger_and_another_artisan_reach_nothing(client, parcel, order, joko, budi, bagus) -> None:
    for user, status in ((joko, 403), (bagus, 403), (budi, 404)):
        client.force_login(user)
        assert client.get(f"{LIST}{parcel.pk}/").status_code == status
        assert client.post(f"{LIST}{parcel.pk}/", {"confirm": "1"}).status_code == status
        assert order.number not in client.get(LIST).content.decode()
    client.logout()
    assert client.get(LIST)["Location"] == f"/id/akun/login/?next={LIST}"
    parcel.refresh_from_db()
    assert parcel.state == "waiting"


def test_what_is_to_be_done_stands_first_and_the_longest_wait_on_top(artisan, village, sari) -> None:
    product = make_product(artisan, upc="TST-2", stock=9)
    old, young, packed, done = (pay(placed(product, village.code)) for _ in range(4))
    for one in (packed, done):
        confirm_parcel(parcel=one, by=sari)
        pack_parcel(parcel=one, by=sari)
    hand_over_parcel(parcel=done, waybill="JP12345678", by=sari)
    complete_parcel(parcel=done)
    assert list(listed(artisan)) == [old, young, packed, done]
    assert counts(artisan) == {
        Group.TO_DO: 3, Group.ON_THE_WAY: 0, Group.ENDED: 1, Step.CONFIRM: 2, Step.PACK: 0, Step.HAND_OVER: 1
    }  # fmt: skip
    assert list(listed(artisan, Asked(Step.HAND_OVER))) == [packed]
    assert list(listed(artisan, Asked(Group.ENDED))) == [done]
    assert list(listed(artisan, Asked(words="jp1234"))) == [done]
    assert list(listed(artisan, Asked(words=old.order.number.lower()))) == [old]
    assert list(listed(artisan, Asked(words="pandan"))) == [old, young, packed, done]
    assert list(listed(artisan, Asked(words="xyzzy"))) == []


def test_the_list_narrows_searches_and_turns_pages(room, parcel, artisan, village, monkeypatch) -> None:
    monkeypatch.setattr("store.checkout.artisan.views.PER_PAGE", 1)
    pay(placed(make_product(artisan, upc="TST-3"), village.code))
    first = room.get(LIST)
    assert len(first.context["rows"]) == 1
    assert "?page=2" in first.content.decode()
    assert "Belum ada pesanan di sini" in room.get(f"{LIST}?tampil=selesai").content.decode()
    assert "Tidak ada pesanan yang cocok" in room.get(f"{LIST}?q=xyzzy").content.decode()
    found = room.get(f"{LIST}?q={parcel.order.number}&tampil=dikerjakan")
    assert [row["parcel"] for row in found.context["rows"]] == [parcel]


def test_pages_take_few_queries_however_many_orders_there_are(
    room, artisan, village, django_assert_max_num_queries
) -> None:
    product = make_product(artisan, upc="TST-4", stock=9)
    parcels = [pay(placed(product, village.code)) for _ in range(5)]
    with django_assert_max_num_queries(12):
        room.get(LIST)
    with django_assert_max_num_queries(12):
        room.get(f"{LIST}{parcels[0].pk}/")
