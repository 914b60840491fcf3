"""What a product comes in, from the artisan's form to the shop."""

import pytest
from django.contrib.auth.models import Permission

from iccn.money.rupiah import Rupiah
from store.catalogue.models import Product
from store.curation import fields, judging, preview, services
from store.curation.models import Decision, Submission
from store.curation.refusals import Incomplete
from store.curation.rubric import lay_first_rubric
from store.curation.variants import TYPED as BOXES
from store.curation.variants import Table
from tests.factories.curation import TYPED, make_draft, screen

pytestmark = pytest.mark.django_db
ROWS = {
    "varian_jenis": "warna,ukuran",
    "varian_1_warna": "merah",
    "varian_1_ukuran": "m",
    "varian_1_stok": "3",
    "varian_2_warna": "Merah",
    "varian_2_ukuran": "L",
    "varian_2_stok": "5",
    "varian_2_harga": "140.000",
    "varian_4_warna": "Biru",
    "varian_4_ukuran": "M",
    "varian_4_stok": "0",
}
WITH_ROWS = {**TYPED, "stock": "", **ROWS}
KEPT = [
    {"options": {"warna": "Merah", "ukuran": "M"}, "stock": 3, "price": None},
    {"options": {"warna": "Merah", "ukuran": "L"}, "stock": 5, "price": 140_000},
    {"options": {"warna": "Biru", "ukuran": "M"}, "stock": 0, "price": None},
]


@pytest.fixture
def room(client, sari):
    client.force_login(sari)
    return client


def address(submission: Submission, step: str = "harga/") -> str:
    return f"/id/perajin/pengajuan/{submission.pk}/{step}"


def read(**changes: str) -> tuple[list[dict], list[str]]:
    clean, errors = fields.read_all({**WITH_ROWS, **changes})
    return clean.get("variants", []), errors.get("variants", [])


def test_rows_are_read_with_their_stock_and_price_and_empty_ones_fall_away():
    assert read() == (KEPT, [])
    clean, errors = fields.read_all(WITH_ROWS)
    assert (clean["stock"], "stock" in errors) == (8, False)


def test_one_kind_needs_no_rows_but_its_stock(db):
    assert read(varian_jenis="") == ([], [])
    _clean, errors = fields.read_all({**WITH_ROWS, "varian_jenis": "lain"})
    assert errors["stock"] == ["Bagian ini perlu diisi."]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"varian_2_warna": "merah", "varian_2_ukuran": "M"},
            "Pilihan 2: Pilihan ini sudah ada di baris lain.",
        ),
        (
            {"varian_4_ukuran": ""},
            "Pilihan 4: Isi setiap pilihan; kosongkan seluruh baris bila tidak dipakai.",
        ),
        ({"varian_1_warna": "m" * 31}, "Pilihan 1: Paling banyak 30 huruf untuk satu pilihan."),
        ({"varian_1_stok": ""}, "Pilihan 1: Isi stoknya; 0 bila sedang habis."),
        ({"varian_1_stok": "banyak"}, "Pilihan 1: Isi stok dengan angka bulat, misalnya 25."),
        ({"varian_1_stok": "-1"}, "Pilihan 1: Stok paling sedikit 0."),
        ({"varian_1_stok": "10001"}, "Pilihan 1: Stok paling banyak 10.000."),
        ({"varian_2_harga": "mahal"}, "Pilihan 2: Isi harga dengan angka bulat, misalnya 125.000."),
        ({"varian_2_harga": "500"}, "Pilihan 2: Harga paling sedikit Rp1.000."),
        ({"varian_2_harga": "200.000.000"}, "Pilihan 2: Harga paling banyak Rp100.000.000."),
    ],
)
def test_each_row_says_what_is_wrong_with_it(changes, words):
    assert read(**changes) == ([], [words])


def test_a_choice_needs_two():
    empty = {name: "" for name in ROWS if name.startswith(("varian_2", "varian_4"))}
    assert read(**empty) == ([], ["Isi paling sedikit dua pilihan, atau pilih “hanya satu macam”."])


def test_made_to_order_counts_no_stock():
    kept, errors = read(availability=fields.TO_ORDER, varian_1_stok="", varian_2_stok="x")
    assert ([one["stock"] for one in kept], errors) == ([0, 0, 0], [])


def test_two_rows_are_shown_at_first_and_one_more_than_is_filled():
    assert [row.number for row in Table.read({"varian_jenis": "warna"}).shown] == [1, 2]
    assert [row.number for row in Table.read(ROWS).shown] == [1, 2, 3, 4, 5]
    full = {**ROWS, "varian_30_warna": "Ungu"}
    assert Table.read(full).shown[-1].number == 30
    assert len(BOXES) == 1 + 30 * 7


def test_what_is_typed_is_kept_letter_by_letter_right_or_not(room, sari):
    draft = make_draft(sari, TYPED)
    page = room.post(
        address(draft), {**ROWS, "varian_1_stok": "tiga", "varian_31_warna": "Ungu", "making_cost": "80.000"}
    )
    draft.refresh_from_db()
    assert (draft.typed["varian_1_warna"], draft.typed["varian_1_stok"]) == ("merah", "tiga")
    assert "varian_31_warna" not in draft.typed
    html = page.content.decode()
    assert page.status_code == 422
    assert "Pilihan 1: Isi stok dengan angka bulat, misalnya 25." in html
    assert 'value="tiga"' in html
    assert 'id="id_varian_5_warna"' in html
    assert 'id="id_varian_6_warna"' not in html


def test_without_a_script_a_button_shows_more_rows_at_their_place(room, sari):
    draft = make_draft(sari, TYPED)
    html = room.get(address(draft)).content.decode()
    assert "Apakah produk ini punya pilihan?" in html
    assert "id_varian_1_warna" not in html
    there = room.post(address(draft), {"varian_jenis": "warna,ukuran", "stay": "baris-pilihan"})
    assert there["Location"] == f"{address(draft)}#baris-pilihan"
    html = room.get(address(draft)).content.decode()
    assert ("id_varian_2_ukuran" in html, "id_varian_3_ukuran" in html) == (True, False)
    assert "Isi paling sedikit dua pilihan" in html


def test_with_a_script_rows_come_when_they_are_asked_for_and_only_then(room, sari):
    draft = make_draft(sari, TYPED)
    asked = {"HTTP_HX_REQUEST": "true", "HTTP_HX_TRIGGER": "id_varian_jenis"}
    html = room.post(address(draft), {"varian_jenis": "rasa"}, **asked).content.decode()
    assert 'id="baris-pilihan" hx-swap-oob' in html
    assert "id_varian_2_rasa" in html
    html = room.post(address(draft), {"varian_jenis": "rasa"}, HTTP_HX_REQUEST="true").content.decode()
    assert "baris-pilihan" not in html
    other = room.post(address(draft, "produk/"), {"title": "Tas"}, **asked).content.decode()
    assert "baris-pilihan" not in other


def test_what_another_device_saved_is_shown_beside(room, sari):
    draft = make_draft(sari, WITH_ROWS)
    stale = {"revision": "0", "writer": "lain", **ROWS, "varian_2_stok": "6"}
    page = room.post(address(draft), stale)
    assert page.status_code == 409
    html = page.content.decode()
    assert "Tersimpan dari perangkat lain: merah, m, 3; Merah, L, 5, 140.000; Biru, M, 0" in html
    assert 'name="varian_2_stok" value="6"' in html
    draft.refresh_from_db()
    assert draft.typed["varian_2_stok"] == "5"
    none = make_draft(sari, {**TYPED, "varian_jenis": ""})
    html = room.post(address(none), stale).content.decode()
    assert "Tersimpan dari perangkat lain: Tidak, hanya satu macam" in html


def test_the_last_look_the_status_and_the_desk_show_them(room, client, sari, wulan):
    draft = make_draft(sari, WITH_ROWS)
    look = room.get(address(draft, "periksa/")).content.decode()
    assert "Merah, M · 3 buah<br>Merah, L · 5 buah · Rp140.000<br>Biru, M · 0 buah" in look
    assert "Stok siap kirim" not in look
    sent = services.send_submission(submission=draft, user=sari)
    assert (sent.variants, sent.stock) == (KEPT, 8)
    assert "Merah, L · 5 buah · Rp140.000" in room.get(address(sent, "")).content.decode()
    assert preview.variant_lines(sent)[0] == "Merah, M · 3 buah"
    wulan.user_permissions.set(
        Permission.objects.filter(codename__in=["score_submission", "decide_submission", "access_admin"])
    )
    client.force_login(wulan)
    desk = client.get(f"/kelola/kurasi/{sent.pk}/")
    assert "Merah, L · 5 buah · Rp140.000" in desk.content.decode()


def test_the_last_look_shows_wrong_rows_as_they_were_typed(room, sari):
    draft = make_draft(sari, {**WITH_ROWS, "varian_1_stok": "x"})
    look = room.get(address(draft, "periksa/")).content.decode()
    assert "merah, m<br>Merah, L<br>Biru, M" in look
    assert "Pilihan 1: Isi stok dengan angka bulat" in look


def test_a_price_that_does_not_pay_for_the_making_is_refused(room, sari):
    draft = make_draft(sari, {**WITH_ROWS, "varian_2_harga": "99.000"})
    words = "Harga Merah, L tidak menutup biaya pembuatan. Harga paling rendah Rp100.000."
    assert preview.floor_words_of(draft) == words
    with pytest.raises(Incomplete) as refusal:
        services.send_submission(submission=draft, user=sari)
    assert refusal.value.errors == {"variants": [words]}
    assert "../harga/#id_variants" in room.post(address(draft, "periksa/")).content.decode()
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_selected_variants_become_children_with_their_own_stock(sari, wulan, made):
    for curator in (wulan, made):
        curator.user_permissions.set(
            Permission.objects.filter(codename__in=["score_submission", "decide_submission"])
        )
    sent = services.send_submission(submission=make_draft(sari, WITH_ROWS), user=sari)
    screen(sent, wulan)
    rubric = lay_first_rubric()
    for curator in (wulan, made):
        judging.score_submission(
            submission=sent, curator=curator, rubric=rubric, values=dict.fromkeys(rubric.weights, 5)
        )
    judging.decide_submission(
        submission=sent, curator=wulan, outcome=Decision.Outcome.SELECTED, reason="Anyamannya rapat dan rapi."
    )
    product = Product.objects.for_display().get(parent=None)
    assert [(one.upc, one.variant_words, one.price, one.pieces_left) for one in product.variants] == [
        (f"ICS{sent.pk:06d}-01", "Merah, M", Rupiah(125_000), 3),
        (f"ICS{sent.pk:06d}-02", "Merah, L", Rupiah(140_000), 5),
        (f"ICS{sent.pk:06d}-03", "Biru, M", Rupiah(125_000), 0),
    ]


def test_curators_may_leave_words_on_them(sari):
    assert "variants" in fields.labels()
    assert judging.notes_kept(Decision.Outcome.CHANGES_ASKED, {"variants": " Tambah ukuran S. "}) == {
        "variants": "Tambah ukuran S."
    }
    assert fields.step_of("variants") == "harga"
