"""What an artisan has earned: to the rupiah, with the entry behind it; nobody else's."""

import pytest

from iccn.ledger.models import Entry
from iccn.money.rupiah import Rupiah
from store.checkout.artisan.earnings.selectors import Earnings, Month, earnings_of, months_of
from store.checkout.completion import complete_parcel, take_back_parcel
from store.order.parcels import confirm_parcel, hand_over_parcel, pack_parcel
from store.profit.models import LineShare
from tests.factories.profit import booked

pytestmark = pytest.mark.django_db
PAGE = "/id/perajin/penghasilan/"


def arrive(parcel, sari) -> None:
    confirm_parcel(parcel=parcel, by=sari)
    pack_parcel(parcel=parcel, by=sari)
    hand_over_parcel(parcel=parcel, waybill="JP12345678", by=sari)
    complete_parcel(parcel=parcel)


def test_a_sale_waits_until_it_has_arrived_and_is_hers_then(room, artisan, parcel, sari) -> None:
    assert earnings_of(artisan) == Earnings(Rupiah(200_000), Rupiah(0), Rupiah(0))
    arrive(parcel, sari)
    assert earnings_of(artisan) == Earnings(Rupiah(0), Rupiah(200_000), Rupiah(0))
    assert booked()["2100:sari"] == -200_000
    arrival = Entry.objects.get(kind=Entry.Kind.DELIVERED)
    (row,) = room.get(PAGE).context["rows"]
    assert (row["share"].arrival, row["left"]) == (arrival.pk, Rupiah(200_000))
    assert row["share"].paid_entry == Entry.objects.get(kind=Entry.Kind.PAID).pk
    assert months_of(artisan) == [Month(f"{arrival.effective_date:%Y-%m}", Rupiah(200_000), Rupiah(0))]


def test_what_came_back_is_taken_off_with_its_entry(room, artisan, parcel, sari, joko) -> None:
    arrive(parcel, sari)
    joko.is_superuser = True
    take_back_parcel(parcel=parcel, by=joko)
    assert earnings_of(artisan) == Earnings(Rupiah(0), Rupiah(0), Rupiah(0))
    (row,) = room.get(PAGE).context["rows"]
    assert (row["taken"], row["left"]) == (Rupiah(200_000), Rupiah(0))
    assert row["share"].refund == Entry.objects.get(kind=Entry.Kind.REFUND).pk
    assert [one.earned for one in months_of(artisan)] == [Rupiah(0)]


def test_her_earnings_go_home_as_a_table(room, parcel) -> None:
    text = room.get(f"{PAGE}unduh/?bentuk=csv").content.decode("utf-8-sig").splitlines()
    paid = Entry.objects.get(kind=Entry.Kind.PAID).pk
    assert text[1].endswith(f",250000,200000,0,200000,Menunggu paket sampai,{paid},,")
    assert room.get(f"{PAGE}unduh/?bentuk=xlsx").content.startswith(b"PK")


def test_nobody_else_reads_her_earnings(client, parcel, joko, bagus, wulan, budi) -> None:
    for path in (PAGE, f"{PAGE}unduh/"):
        for user in (joko, bagus, wulan):
            client.force_login(user)
            assert client.get(path).status_code == 403
        client.force_login(budi)
        assert parcel.order.number not in client.get(path).content.decode()
        client.logout()
        assert client.get(path)["Location"].startswith("/id/akun/login/")


def test_five_hundred_lines_take_few_queries(room, artisan, parcel, django_assert_max_num_queries) -> None:
    share = LineShare.objects.values().get()
    del share["id"]
    LineShare.objects.bulk_create(LineShare(**{**share, "line": 10_000 + n}) for n in range(499))
    with django_assert_max_num_queries(12):
        assert room.get(PAGE).context["page"].paginator.count == 500
    with django_assert_max_num_queries(12):
        assert len(room.get(f"{PAGE}unduh/").content.splitlines()) == 501
