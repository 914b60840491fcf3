"""What an artisan prints: her own parcels, what a courier needs and no more, however long an address is."""

import json

import pytest

from store.checkout.artisan.printing import labels, typesetting
from store.checkout.completion import complete_parcel
from store.order.models import Parcel
from store.order.parcels import confirm_parcel, hand_over_parcel, pack_parcel
from store.partner.models import Partner
from tests.factories.catalogue import make_product, make_variants
from tests.factories.checkout import placed, to_village
from tests.factories.paper import drawn, pages_of
from tests.factories.parcels import pay

pytestmark = pytest.mark.django_db
LIST = "/id/perajin/pesanan/"
LONG = (
    "Jalan Raya Pangeran Diponegoro Kavling Perumahan Griya Permata Indah Blok AA-17 Nomor 128, belakang Masjid "
    "Al-Ikhlas, seberang warung Bu Nyoman"
)


def handed(monkeypatch) -> list[dict]:
    """What is given to the typesetter, which still sets it."""
    kept: list[dict] = []
    real = typesetting.typeset

    def keep(template, data):
        kept.append({"template": template, **json.loads(json.dumps(data))})
        return real(template, data)

    monkeypatch.setattr(labels, "typeset", keep)
    return kept


def test_a_label_says_what_a_courier_needs_and_nothing_more(room, parcel, monkeypatch) -> None:
    kept = handed(monkeypatch)
    answer = room.get(f"{LIST}{parcel.pk}/label/")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "private, no-store"
    assert pages_of(answer.content) == 1
    (label,) = kept[0]["labels"]
    assert label.pop("qr").startswith("<svg")
    assert label == {
        "number": parcel.order.number,
        "parcel": "Paket 1",
        "carrier": "JNE REG",
        "weight": "450 g",
        "receiver": {
            "name": "Rahma",
            "phone": "0812-9999-0000",
            "lines": [
                "Jl. Mawar 12",
                "RT 003",
                "Cibadak, Astanaanyar",
                "Kota Bandung",
                "Jawa Barat 40241",
            ],
            "note": "",
        },
        "sender": {
            "name": "Sari",
            "phone": "0812-3456-7890",
            "lines": ["Cibadak, Astanaanyar", "Kota Bandung"],
        },
        "fragile": False,
    }
    for secret in ("tamu@contoh.example", "0812-3456-7891", "250.000", "Tas pandan"):
        assert secret not in json.dumps(kept, ensure_ascii=False)


def test_what_breaks_is_marked_by_its_materials_or_by_a_tick(
    room, artisan, village, parcel, monkeypatch
) -> None:
    kept = handed(monkeypatch)
    pot = make_product(artisan, upc="TST-9", materials=("tanah liat",))
    room.get(f"{LIST}{pay(placed(pot, village.code)).pk}/label/")
    room.get(f"{LIST}{parcel.pk}/label/?pecah=1")
    assert [one["labels"][0]["fragile"] for one in kept] == [True, True]


def test_a_label_is_indonesian_also_for_an_artisan_who_reads_english(room, parcel, monkeypatch) -> None:
    kept = handed(monkeypatch)
    room.get(f"/en/perajin/pesanan/{parcel.pk}/label/")
    assert kept[0]["words"]["to"] == "Penerima"
    room.get("/en/perajin/pesanan/cetak/kemas/")
    assert kept[1]["title"] == "Packing list"


def test_five_labels_stand_on_two_sheets_of_a4(room, artisan, village) -> None:
    product = make_product(artisan, upc="TST-5", stock=9)
    parcels = [pay(placed(product, village.code)) for _ in range(5)]
    assert pages_of(room.get(f"{LIST}cetak/label/").content) == 2
    two = "&".join(f"paket={one.pk}" for one in parcels[:2])
    assert pages_of(room.get(f"{LIST}cetak/label/?{two}").content) == 1


def test_the_longest_address_stays_on_its_label(artisan, village) -> None:
    """Words that would not fit make the typesetter smaller, never a second page."""
    to = to_village(village.code, street=LONG, name="Raden Ajeng Siti Nurhaliza", note="Titip satpam. " * 8)
    far = pay(placed(make_product(artisan, upc="TST-6"), village.code, destination=to))
    row = labels.to_print(artisan).get(pk=far.pk)
    assert pages_of(labels.label_pdf([row], sheet="a6", fragile=True)) == 1
    data = {"title": "", "sheet": "a6", "words": {"to": "A", "from": "B", "fragile": "C"}}
    assert drawn("label", {**data, "labels": [labels.label_of(row)]}).startswith(b"\x89PNG")


def test_nothing_that_a_shopper_wrote_is_read_as_code(artisan, village) -> None:
    to = to_village(village.code, street='#read("/etc/passwd") $x$ *a* "quoted" \\')
    row = pay(placed(make_product(artisan, upc="TST-7"), village.code, destination=to))
    assert pages_of(labels.label_pdf([labels.to_print(artisan).get(pk=row.pk)], sheet="a6")) == 1


def test_a_packing_list_names_variants_and_codes_and_no_shopper(room, artisan, village, monkeypatch) -> None:
    kept = handed(monkeypatch)
    bag = make_variants(artisan, upc="TST-8")
    pay(placed(bag.variants[0], village.code, quantity=2))
    assert pages_of(room.get(f"{LIST}cetak/kemas/").content) == 1
    (packed,) = kept[0]["parcels"]
    assert packed["lines"] == [{"quantity": 2, "name": "Tas pandan anyam · Merah, M", "code": "TST-8-01"}]
    assert "Rahma" not in json.dumps(kept)
    assert "Mawar" not in json.dumps(kept)


def test_what_has_arrived_is_not_printed_any_more(room, parcel, sari) -> None:
    confirm_parcel(parcel=parcel, by=sari)
    pack_parcel(parcel=parcel, by=sari)
    hand_over_parcel(parcel=parcel, waybill="JP12345678", by=sari)
    complete_parcel(parcel=parcel)
    assert room.get(f"{LIST}{parcel.pk}/label/").status_code == 404
    assert room.get(f"{LIST}cetak/label/?paket={parcel.pk}").status_code == 404
    assert room.get(f"{LIST}cetak/label/")["Location"] == LIST
    assert "Label pengiriman" not in room.get(f"{LIST}{parcel.pk}/").content.decode()


def test_nobody_else_prints_a_label(client, parcel, joko, budi, bagus, wulan) -> None:
    for path in (f"{parcel.pk}/label/", f"cetak/label/?paket={parcel.pk}", f"cetak/kemas/?paket={parcel.pk}"):
        for user, status in ((joko, 403), (bagus, 403), (wulan, 403), (budi, 404)):
            client.force_login(user)
            assert client.get(f"{LIST}{path}").status_code == status
        client.logout()
        assert client.get(f"{LIST}{path}")["Location"].startswith("/id/akun/login/")


def test_an_unpaid_parcel_is_not_printed(room, order) -> None:
    assert room.get(f"{LIST}{order.parcels.get().pk}/label/").status_code == 404


def test_junk_in_the_choice_is_refused(room, parcel) -> None:
    for typed in ("x", "-1", "9" * 30, f"{parcel.pk}&paket=0"):
        assert room.get(f"{LIST}cetak/label/?paket={typed}").status_code == 404


def test_many_labels_take_few_queries(room, artisan, village, django_assert_max_num_queries) -> None:
    product = make_product(artisan, upc="TST-4", stock=9)
    for _ in range(6):
        pay(placed(product, village.code))
    with django_assert_max_num_queries(12):
        room.get(f"{LIST}cetak/label/")


def test_her_lines_go_home_as_a_table_without_a_shopper(room, parcel, artisan, village) -> None:
    made = room.get(f"{LIST}unduh/?bentuk=csv")
    text = made.content.decode("utf-8-sig").splitlines()
    assert text[0] == (
        "Nomor pesanan,Dibayar pada,Kode,Barang,Jumlah,Harga,Bagian Anda,Kurir,Nomor resi,Keadaan"
    )
    assert text[1].startswith(f"{parcel.order.number},")
    assert text[1].endswith("TST-1,Tas pandan anyam,1,250000,200000,JNE REG,,Menunggu Anda")
    assert len(text) == 2
    assert room.get(f"{LIST}unduh/?bentuk=xlsx").content.startswith(b"PK")
    assert room.get(f"{LIST}unduh/?bentuk=docx")["Content-Type"] == "text/csv; charset=utf-8"
    assert len(room.get(f"{LIST}unduh/?tampil=selesai").content.splitlines()) == 1


def test_a_name_that_looks_like_a_formula_is_text(room, artisan, village) -> None:
    pay(placed(make_product(artisan, upc="TST-3", title="=1+1"), village.code))
    assert b"'=1+1" in room.get(f"{LIST}unduh/").content


def test_another_artisans_lines_are_not_in_the_table(client, parcel, budi, joko) -> None:
    client.force_login(budi)
    assert parcel.order.number.encode() not in client.get(f"{LIST}unduh/").content
    client.force_login(joko)
    assert client.get(f"{LIST}unduh/").status_code == 403


def test_the_list_says_what_each_order_needs_next(room, parcel, sari) -> None:
    page = room.get(f"{LIST}?tampil=dikerjakan")
    assert [(one["label"], one["count"]) for one in page.context["steps"]] == [
        ("Perlu dikonfirmasi", 1),
        ("Perlu dikemas", 0),
        ("Perlu diserahkan", 0),
    ]
    assert [row["parcel"] for row in room.get(f"{LIST}?tampil=konfirmasi").context["rows"]] == [parcel]
    assert room.get(f"{LIST}?tampil=kemas").context["rows"] == []


def test_the_table_of_two_artisans_stays_apart(artisan, budi, parcel, village) -> None:
    other = Partner.objects.get(code="budi")
    assert not labels.to_print(other).exists()
    assert list(labels.to_print(artisan)) == [Parcel.objects.get()]
