"""A bag in several colours and sizes: chosen on a phone, without JavaScript, in English; and offered by its artisan."""

import pytest
from playwright.sync_api import Page, expect

from iccn.regions.services import write_words
from store.catalogue.models import Product
from store.curation.models import Submission
from store.order.models import Order
from store.partner.models import Partner, StockRecord
from store.search.services import reindex
from store.shipping.services import lay_example_tariffs
from tests.factories.catalogue import make_picture, make_variants
from tests.factories.curation import TYPED, make_draft
from tests.factories.profit import lay_the_books
from tests.pages.artisan import ArtisanRoom
from tests.pages.shopper import Shopper


@pytest.fixture
def bag(laid, sari) -> Product:
    lay_example_tariffs()
    lay_the_books()
    write_words()
    made = make_variants(Partner.objects.get(code="sari"), upc="ICS-7", pictures=(make_picture(),))
    list(reindex())
    return made


def choose(page: Page, *values: str) -> None:
    for value in values:
        page.locator(f"input[type=radio][value={value}]").check()


def to_the_last_step(shopper: Shopper, variant: str) -> None:
    """The parcel names the variant where its courier is chosen."""
    shopper.go_to_pay()
    shopper.say_who("Tamu", "tamu@contoh.example", "0812 3456 7891")
    shopper.say_where("cibadak bandung", "Cibadak, Astanaanyar", "Jl. Mawar 12")
    expect(shopper.page.locator(".parcel-card")).to_contain_text(variant)
    shopper.choose_courier("JNE REG")


def what_can_not_be_had(page: Page, snap) -> None:
    """Sold-out and missing combinations are said, and can not be put in the basket."""
    stock = page.locator("[data-picked-stock]")
    choose(page, "Biru")
    expect(stock).to_have_text("Pilih ukuran untuk melihat stoknya.")
    expect(page.locator("label[for=pilih-ukuran-1]")).to_contain_text("habis")
    choose(page, "L")
    expect(stock).to_have_text("Biru, L: Stok habis.")
    expect(page.get_by_role("button", name="Masukkan ke keranjang")).to_be_disabled()
    snap(page, "sold-out")
    choose(page, "Hijau")
    expect(stock).to_have_text("Hijau, L tidak tersedia. Pilih gabungan lain.")
    expect(page.locator("[data-said]")).to_have_text("Hijau, L tidak tersedia. Pilih gabungan lain.")


def test_price_and_stock_follow_the_choice_up_to_the_order(bag, phone: Page, snap, axe, fits) -> None:
    shopper = Shopper(phone)
    shopper.find("menganyam", "Tas pandan anyam")
    price, stock = phone.locator("[data-picked-price]"), phone.locator("[data-picked-stock]")
    expect(price).to_have_text("mulai Rp125.000")
    snap(phone, "nothing-chosen")
    axe(phone)
    fits(phone)

    shopper.put_in_basket()  # the browser itself asks for the choice
    expect(phone.locator(":invalid").first).to_be_attached()

    what_can_not_be_had(phone, snap)
    choose(phone, "Merah")
    expect(price).to_have_text("Rp140.000")
    expect(stock).to_have_text("Merah, L: Siap kirim, tersedia 5 buah.")
    expect(phone.locator("#bagian-harga")).to_contain_text("Rp112.000")
    expect(phone).to_have_url(f"{phone.url.split('?')[0]}?varian=02")
    phone.reload()
    expect(phone.get_by_role("radio", name="Merah")).to_be_checked()
    snap(phone, "chosen")
    axe(phone)

    shopper.put_in_basket()
    expect(phone.get_by_role("heading", name="Tas pandan anyam · Merah, L")).to_be_visible()
    snap(phone, "basket")
    to_the_last_step(shopper, "Tas pandan anyam · Merah, L")
    snap(phone, "checkout")
    shopper.pay_by("QRIS")
    expect(phone).not_to_have_url("**/bayar/")
    assert Order.objects.get().lines.get().title == "Tas pandan anyam · Merah, L"
    promised = dict(StockRecord.objects.values_list("partner_sku", "num_allocated"))
    assert promised == {f"ICS-7-0{number}": int(number == 2) for number in range(1, 6)}


def test_without_javascript_the_form_alone_chooses(bag, no_script: Page, snap, fits) -> None:
    shopper = Shopper(no_script, scripted=False)
    shopper.find("menganyam", "Tas pandan anyam")
    choose(no_script, "Hijau", "L")
    shopper.put_in_basket()
    expect(no_script.locator(".toast")).to_contain_text("tidak tersedia dalam Hijau, L.")
    expect(no_script.get_by_role("radio", name="Hijau")).to_be_checked()
    snap(no_script, "not-made")
    no_script.get_by_text("Harga dan stok tiap pilihan").click()
    no_script.get_by_role("link", name="Merah, M").click()
    expect(no_script.locator("[data-picked-stock]")).to_have_text("Merah, M: Siap kirim, tersedia 3 buah.")
    snap(no_script, "table")
    fits(no_script)
    shopper.put_in_basket()
    to_the_last_step(shopper, "Tas pandan anyam · Merah, M")


def test_in_english_and_in_the_dark(bag, open_page, snap, axe) -> None:
    page = open_page(color_scheme="dark")
    page.goto(bag.get_absolute_url().replace("/id/", "/en/"))
    choose(page, "Merah", "M")
    expect(page.locator("[data-picked-stock]")).to_contain_text("Merah, M: Ready to ship")
    snap(page)
    axe(page)


def test_the_artisan_offers_variants_on_her_phone(
    laid, sari, phone: Page, signed_in, watch, snap, axe, fits
) -> None:
    watch.forgive("422")
    draft = make_draft(sari, {**TYPED, "stock": ""})
    signed_in(phone, sari)
    room = ArtisanRoom(phone)
    phone.goto(f"/id/perajin/pengajuan/{draft.pk}/harga/")
    phone.locator("[name=varian_jenis]").select_option("warna,ukuran")
    room.write({"varian_1_warna": "merah", "varian_1_ukuran": "m", "varian_1_stok": "3"})
    room.write({"varian_2_warna": "merah", "varian_2_ukuran": "l", "varian_2_harga": "90.000"})
    room.is_saved()
    phone.get_by_role("button", name="Tambah baris pilihan").click()
    expect(phone.locator("[name=varian_3_warna]")).to_be_visible()
    expect(phone.locator("[name=varian_1_warna]")).to_have_value("merah")
    room.go_on()
    expect(phone.locator("#salah-pilihan-2")).to_contain_text("Isi stoknya; 0 bila sedang habis.")
    snap(phone, "wrong")
    axe(phone)
    fits(phone)
    room.write({"varian_2_stok": "2"})
    room.go_on()
    expect(phone.locator("#hitungan")).to_contain_text("Harga Merah, L tidak menutup biaya pembuatan.")
    room.write({"varian_2_harga": "140.000"})
    room.go_on()
    expect(phone.locator("main")).to_contain_text("Merah, L · 2 buah · Rp140.000")
    snap(phone, "check")
    phone.get_by_role("button", name="Kirim ke kurator").click()
    expect(phone.locator(".toast")).to_contain_text("Pengajuan terkirim.")
    assert [one["stock"] for one in Submission.objects.get().variants] == [3, 2]
