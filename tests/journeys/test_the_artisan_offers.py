"""An artisan with a slow phone: ten pictures, a broken connection, changes asked, an appeal, another price."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from iccn.accounts import roles
from iccn.accounts.models import User
from iccn.money.rupiah import Rupiah
from store.catalogue.models import Product
from store.curation.models import Submission
from store.curation.rubric import lay_first_rubric
from store.partner.models import Partner
from tests.conftest import person
from tests.factories.catalogue import make_category, make_picture, make_product
from tests.factories.curation import decide, make_draft, make_sent
from tests.factories.profit import lay_the_books
from tests.factories.sheets import filled, two_hundred
from tests.journeys.browsing import PHONE
from tests.pages.artisan import ArtisanRoom

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 120_000}
PATIENCE = 180_000


@pytest.fixture
def opened(laid, sari, wulan, made) -> None:
    lay_first_rubric()
    lay_the_books()
    make_category()


@pytest.fixture
def ten_photos(tmp_path) -> list[Path]:
    """As large as a phone makes them."""
    paths = [tmp_path / f"foto{number}.jpg" for number in range(1, 11)]
    for number, path in enumerate(paths):
        Image.effect_noise((300, 225), 40 + number * 5).resize((3_200, 2_400)).convert("RGB").save(
            path, "JPEG"
        )
    return paths


def slowed(page: Page) -> None:
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)


def test_ten_pictures_over_a_slow_and_broken_connection(
    opened, sari, ten_photos, phone, signed_in, snap, axe, fits, watch
) -> None:
    watch.forgive("ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ERR_ABORTED|Failed to fetch")
    draft = make_draft(sari, pictures=0)
    signed_in(phone, sari)
    room = ArtisanRoom(phone)
    phone.goto(f"/id/perajin/pengajuan/{draft.pk}/foto/")
    slowed(phone)
    room.choose_pictures(*ten_photos)
    expect(phone.locator(".sending")).to_have_count(10)
    expect(phone.locator(".submission-pictures__one").nth(1)).to_be_visible(timeout=PATIENCE)
    snap(phone, "sending")
    phone.context.set_offline(True)
    expect(phone.get_by_text("Sambungan terputus. Dicoba lagi sendiri.").first).to_be_visible(
        timeout=PATIENCE
    )
    snap(phone, "broken")
    kept = draft.pictures.count()
    assert 2 <= kept < 10
    phone.context.set_offline(False)
    expect(phone.locator(".submission-pictures__one").nth(kept)).to_be_visible(timeout=PATIENCE)
    phone.reload()
    expect(phone.locator(".submission-pictures__one")).to_have_count(10, timeout=PATIENCE)
    expect(phone.locator(".sending")).to_have_count(0)
    sizes = [max(entry.picture.width, entry.picture.height) for entry in draft.pictures.all()]
    assert (len(sizes), set(sizes)) == (10, {2_400})
    snap(phone, "ten")
    axe(phone)
    fits(phone)


def test_the_order_is_changed_by_keyboard_and_by_finger(opened, sari, phone, signed_in, snap) -> None:
    draft = make_draft(sari, pictures=3)
    first, second, third = draft.pictures.all()
    signed_in(phone, sari)
    phone.goto(f"/id/perajin/pengajuan/{draft.pk}/foto/")
    phone.get_by_role("button", name="Geser foto 3 ke depan").press("Enter")
    expect(phone.locator("[data-said]")).to_have_text("Foto sekarang di urutan 2.")
    expect(phone.get_by_role("button", name="Geser foto 2 ke depan")).to_be_focused()
    assert list(draft.pictures.all()) == [first, third, second]
    grips = phone.locator(".submission-pictures__grip")
    grips.nth(2).scroll_into_view_if_needed()
    end = phone.locator(".submission-pictures__one").nth(0).bounding_box()
    grips.nth(2).hover()
    phone.mouse.down()
    phone.mouse.move(end["x"] + 20, end["y"] + 20, steps=5)
    snap(phone, "dragging", whole=False)
    phone.mouse.up()
    expect(phone.locator("[data-said]")).to_have_text("Foto sekarang di urutan 1.")
    assert list(draft.pictures.all()) == [second, first, third]


def test_without_a_script_the_form_sends_them_all(opened, sari, ten_photos, no_script, signed_in) -> None:
    draft = make_draft(sari, pictures=0)
    signed_in(no_script, sari)
    no_script.goto(f"/id/perajin/pengajuan/{draft.pk}/foto/")
    room = ArtisanRoom(no_script)
    room.upload(*ten_photos[:3])
    room.pictures(3)
    assert draft.pictures.count() == 3


def test_changes_asked_are_made_and_sent_again(
    opened, sari, wulan, phone, open_page: Callable[..., Page], signed_in, snap, axe, fits
) -> None:
    asked = decide(make_sent(sari), "changes_asked", wulan)
    signed_in(phone, sari)
    room = ArtisanRoom(phone)
    phone.goto(f"/id/perajin/pengajuan/{asked.pk}/harga/")
    room.write({"wished_price": "140.000"})
    room.go_on()
    expect(phone.get_by_role("heading", name="Yang berubah sejak kiriman terakhir")).to_be_visible()
    expect(phone.locator(".difference ins")).to_contain_text("Rp140.000")
    snap(phone, "difference")
    axe(phone)
    fits(phone)
    room.send()
    room.stands("Terkirim")
    desk = signed_in(open_page(), wulan)
    desk.goto(f"/kelola/kurasi/{asked.pk}/")
    expect(desk.locator(".difference ins")).to_contain_text("Rp140.000")
    snap(desk, "desk")


def test_an_appeal_is_judged_by_others(opened, sari, wulan, made, phone, signed_in, snap, axe, fits) -> None:
    down = decide(make_sent(sari), "not_selected", wulan, made, points="2")
    signed_in(phone, sari)
    phone.goto(down.get_absolute_url())
    phone.get_by_role("link", name="Ajukan keberatan").click()
    phone.locator("[name=reason]").fill("Talinya sudah dijahit dua kali, lihat foto ketiga.")
    snap(phone, "appeal")
    axe(phone)
    phone.get_by_role("button", name="Kirim keberatan").click()
    ArtisanRoom(phone).stands("Keberatan sedang dinilai")
    snap(phone, "appealed")
    axe(phone)
    fits(phone)
    others: list[User] = [person(name, roles.CURATOR, is_staff=True) for name in ("Ningsih", "Putu")]
    assert decide(Submission.objects.get(), "selected", *others).state == "published"
    phone.goto(f"/en{down.get_absolute_url()[3:]}")
    snap(phone, "selected-english")
    axe(phone)


def test_another_price_is_asked_for_and_accepted(
    opened, sari, wulan, phone, open_page: Callable[..., Page], signed_in, snap, axe, fits
) -> None:
    artisan = Partner.objects.get(code="sari")
    product = make_product(artisan, upc="UJI-1", pictures=(make_picture("Lama"),))
    signed_in(phone, sari)
    phone.goto("/id/perajin/perubahan/")
    snap(phone, "products")
    axe(phone)
    phone.get_by_role("button", name="Ajukan perubahan untuk Tas pandan anyam").click()
    phone.locator("[name=price_0]").fill("275.000")
    snap(phone, "form")
    axe(phone)
    fits(phone)
    phone.get_by_role("button", name="Lihat perubahannya").click()
    snap(phone, "difference")
    axe(phone)
    fits(phone)
    phone.get_by_role("button", name="Kirim ke kurator").click()
    expect(phone.locator(".status-badge").first).to_have_text("Menunggu kurator")
    desk = signed_in(open_page(PHONE), wulan)
    desk.goto("/kelola/kurasi/perubahan/")
    snap(desk, "list")
    desk.get_by_role("link", name="Tas pandan anyam").click()
    desk.get_by_label("Terima; produk langsung berubah").check()
    desk.locator("[name=answer]").fill("Harga baru sesuai dengan bahannya.")
    snap(desk, "desk")
    desk.get_by_role("button", name="Simpan jawaban").click()
    expect(desk.get_by_text("Jawaban tersimpan dan perajin diberi tahu.")).to_be_visible()
    assert Product.objects.get(pk=product.pk).price == Rupiah(275_000)
    phone.reload()
    expect(phone.get_by_text("Harga baru sesuai dengan bahannya.")).to_be_visible()


def test_two_hundred_products_come_in_a_sheet_with_seven_rows_to_mend(
    opened, sari, phone, signed_in, snap, axe, fits, tmp_path
) -> None:
    path = tmp_path / "produk.xlsx"
    path.write_bytes(filled(two_hundred()).getvalue())
    signed_in(phone, sari)
    phone.goto("/id/perajin/")
    phone.get_by_role("link", name="Banyak produk sekaligus").click()
    snap(phone, "begin")
    axe(phone)
    phone.locator("[name=sheet]").set_input_files(path)
    phone.get_by_role("button", name="Periksa lembar").click()
    expect(phone.get_by_text("7 baris perlu diperbaiki.")).to_be_visible(timeout=PATIENCE)
    expect(phone.get_by_text("C7 · Kategori produk")).to_be_visible()
    snap(phone, "checked", whole=False)
    axe(phone)
    fits(phone)
    phone.goto(phone.url.replace("/id/", "/en/"))
    expect(phone.get_by_text("7 rows have to be mended.")).to_be_visible()
    phone.goto(phone.url.replace("/en/", "/id/"))
    phone.get_by_label("Baris 5 ·").uncheck()
    phone.get_by_role("button", name="Buat draf dari yang dicentang").click()
    expect(phone.get_by_text("192 draf dibuat.")).to_be_visible(timeout=PATIENCE)
    assert Submission.objects.filter(state="draft").count() == 192
