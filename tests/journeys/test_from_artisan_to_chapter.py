"""The main way through the site: an artisan's product is chosen, bought, and its profit reaches the chapter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from PIL import Image
from playwright.sync_api import Page, expect

from iccn.accounts import roles
from iccn.accounts.models import User
from iccn.members.models import Member
from iccn.money.rupiah import Rupiah
from iccn.notices.models import Notice
from iccn.regions.services import write_words
from store.catalogue.models import Product
from store.curation.models import Score, Submission
from store.curation.rubric import lay_first_rubric
from store.order.models import Order
from store.shipping.services import lay_example_tariffs
from tests.conftest import PASSWORD, person
from tests.factories.catalogue import make_category
from tests.factories.curation import STORY
from tests.factories.profit import booked, lay_the_books
from tests.journeys.browsing import DESKTOP, PHONE
from tests.pages.artisan import ArtisanRoom
from tests.pages.bank import Bank
from tests.pages.curators import CuratorsDesk
from tests.pages.shopper import Shopper

TITLE = "Tas pandan motif kotak"
MAKING = {
    "materials": "pandan, rotan",
    "techniques": "anyam",
    "making_days": "3",
    "weight_g": "400",
    "length_cm": "30",
    "width_cm": "12",
    "height_cm": "25",
}
GOOD = {"mutu": "4", "asal": "5", "rancang": "3", "pasar": "4", "alam": "tb"}
REASON = "Anyamannya rapat dan rata, motifnya warisan yang jarang dibuat lagi."
REASON_EN = "Tight, even weaving, and a pattern rarely made today."


@pytest.fixture
def rini(bandung) -> User:
    """A curator of the artisan's own chapter."""
    user = person("Rini", roles.CURATOR, is_staff=True)
    Member.objects.create(chapter=bandung, user=user, name="Rini")
    return user


@pytest.fixture
def opened(laid, sari, wulan, made, joko) -> None:
    """The desk on its first day: rubric, fees, split and one category."""
    lay_first_rubric()
    lay_the_books()
    lay_example_tariffs()
    write_words()
    make_category()
    for user in (sari, wulan, made, joko):
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)


@pytest.fixture
def photos(tmp_path) -> list[Path]:
    """Three pictures as a phone makes them."""
    colours = [(176, 120, 60), (120, 90, 50), (90, 110, 70)]
    paths = [tmp_path / f"foto{number}.jpg" for number in range(3)]
    for path, colour in zip(paths, colours, strict=True):
        Image.new("RGB", (900, 1200), colour).save(path, "JPEG")
    return paths


def write_product(room: ArtisanRoom, photos: list[Path]) -> None:
    """From an empty draft to the last look before sending."""
    room.begin()
    room.write({"title": TITLE, "category": "anyaman", "story": STORY})
    room.go_on()
    room.stands_at("Pembuatan")
    room.write(MAKING)
    room.go_on()
    room.stands_at("Foto")
    room.upload(*photos)
    room.pictures(3)
    room.go_on()
    room.stands_at("Harga")
    room.write({"making_cost": "80.000", "wished_price": "125.000", "stock": "5"})
    room.go_on()
    room.stands_at("Periksa")


def offer(room: ArtisanRoom, artisan: User, photos: list[Path]) -> None:
    """The artisan signs in on her phone, writes a submission and sends it."""
    room.enter(artisan.email, PASSWORD)
    write_product(room, photos)
    room.gets("Rp100.000")
    room.send()
    room.stands("Terkirim")


def choose(first: CuratorsDesk, second: CuratorsDesk, wulan: User, made: User) -> None:
    """Two curators score without seeing each other; the second decides, with a reason."""
    first.enter(wulan.email, PASSWORD)
    first.open(TITLE)
    first.pass_screening()
    first.waits(1)
    first.open(TITLE)
    first.score(GOOD, comment="Tali perlu diperkuat.")
    second.enter(made.email, PASSWORD)
    second.open(TITLE)
    second.sees("1 dari 2 kurator sudah menilai.")
    second.sees_nothing_of("Tali perlu diperkuat.")
    second.score(GOOD)
    second.sees("Rata-rata 81 dari 100, selisih 0.")
    second.select(REASON, REASON_EN)


def buy(shopper: Shopper) -> Order:
    """A guest finds it, sees who gets what, and pays at the bank; the order is paid by the bank's notification."""
    shopper.find("menganyam", TITLE)
    expect(shopper.page.get_by_role("row", name="Sari")).to_contain_text("Rp100.000")
    shopper.put_in_basket()
    shopper.go_to_pay()
    shopper.say_who("Tamu", "tamu@contoh.example", "0812 3456 7891")
    shopper.say_where("cibadak bandung", "Cibadak, Astanaanyar", "Jl. Mawar 12")
    shopper.choose_courier("JNE REG")
    shopper.pay_by("QRIS")
    bank = Bank(shopper.page)
    bank.choose()
    bank.pay()
    order = Order.objects.get()
    assert order.status == "paid"  # nobody has come back from the bank yet
    bank.back_to_shop()
    shopper.sees_order()
    shopper.stands("Diproses")
    return order


def money_of(page: Page, path: str) -> str:
    """What a public page says about money, as text."""
    page.goto(path)
    return page.locator("main").inner_text()


def test_an_artisans_product_is_chosen_bought_and_its_profit_reaches_the_chapter(
    opened, sari, wulan, made, phone: Page, open_page: Callable[..., Page], photos, snap, axe, fits
) -> None:
    room = ArtisanRoom(phone)
    offer(room, sari, photos)
    choose(CuratorsDesk(open_page(DESKTOP)), CuratorsDesk(open_page(DESKTOP)), wulan, made)
    room.open(TITLE)
    room.stands("Tampil di toko")
    room.to_store()
    expect(phone.get_by_text(REASON)).to_be_visible()
    snap(phone, "produk")
    axe(phone)

    shopper = Shopper(open_page(PHONE))
    assert "Rp0" in money_of(shopper.page, "/id/simpul/bandung/")
    order = buy(shopper)
    assert Product.objects.get().pieces_left == 4

    room.open_order(order.number)
    snap(phone, "pesanan-perajin")
    axe(phone)
    fits(phone)
    room.confirms_packs_and_hands_over("JP12345678")
    shopper.page.reload()
    shopper.stands("Dikirim")
    shopper.receive()
    shopper.stands("Selesai")

    # Rp125.000: the artisan Rp100.000, QRIS Rp994 of Rp142.000, and the rest of the profit by the example policy.
    for path in ("/id/simpul/bandung/", "/id/transparansi/"):
        assert f"{booked_for_bandung()}" in money_of(shopper.page, path)
        snap(shopper.page, path.strip("/").replace("/", "-"))
        axe(shopper.page)
        fits(shopper.page)
    mails = Notice.objects.filter(channel="email").order_by("pk").values_list("kind", flat=True)
    assert list(mails) == [
        "submission_received", "submission_selected", "order_placed", "order_paid", "parcel_to_make", "parcel_sent",
        "parcel_received",
    ]  # fmt: skip


def booked_for_bandung() -> Rupiah:
    """The chapter's part as the books have it; nothing else has moved there."""
    books = booked()
    assert books["2100:sari"] == -100_000
    return Rupiah(-books["2200:bandung"])


def test_a_half_written_submission_is_there_tomorrow(
    opened, sari, signed_in, phone: Page, open_page: Callable[..., Page]
) -> None:
    room = ArtisanRoom(signed_in(phone, sari))
    room.begin()
    room.write({"title": TITLE})
    room.is_saved()
    phone.close()
    tomorrow = ArtisanRoom(signed_in(open_page(), sari))
    tomorrow.open(TITLE)
    tomorrow.go_to("produk")
    expect(tomorrow.page.locator("[name=title]")).to_have_value(TITLE)


def test_changes_asked_stand_beside_the_box_and_are_sent_again(
    opened, sari, wulan, signed_in, phone: Page, desktop: Page, photos, snap, axe
) -> None:
    room = ArtisanRoom(signed_in(phone, sari))
    write_product(room, photos)
    room.send()
    room.stands("Terkirim")
    desk = CuratorsDesk(signed_in(desktop, wulan))
    desk.open(TITLE)
    desk.pass_screening()
    desk.score(GOOD)
    desk.ask_changes("Menarik. Mohon lengkapi ceritanya.", {"story": "Siapa yang menanam pandannya?"})
    room.open(TITLE)
    room.go_to("produk")
    room.note_at("story", "Siapa yang menanam pandannya?")
    snap(phone, "catatan")
    axe(phone)
    room.write({"story": f"{STORY} Pandannya ditanam Bu Eti di tepi sawah."})
    room.go_on()
    room.go_to("periksa")
    room.send()
    room.stands("Terkirim")
    assert Submission.objects.get().round == 2


def test_a_curator_of_the_same_chapter_may_look_but_not_judge(
    opened, sari, rini, signed_in, phone: Page, desktop: Page, photos, snap, axe
) -> None:
    room = ArtisanRoom(signed_in(phone, sari))
    write_product(room, photos)
    room.send()
    room.stands("Terkirim")
    desk = CuratorsDesk(signed_in(desktop, rini))
    desk.waits(0)
    desk.open(TITLE)
    desk.sees("Anda satu simpul dengan perajin ini (Simpul Bandung).")
    desk.cannot_score()
    snap(desktop, "satu-simpul", whole=False)
    axe(desktop, within=".curation")
    assert not Score.objects.exists()
    assert Submission.objects.get().state == "sent"


def test_a_stranger_is_told_where_to_go(opened, joko, signed_in, phone: Page, watch, snap, axe) -> None:
    watch.forgive("403")
    signed_in(phone, joko).goto("/id/perajin/")
    expect(phone.get_by_text("Akun ini belum terdaftar sebagai perajin.")).to_be_visible()
    snap(phone, "joko")
    axe(phone)
    phone.goto("/kelola/kurasi/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Halaman ini bukan untuk akun Anda")


def test_without_javascript_the_whole_form_works(opened, sari, signed_in, no_script: Page, photos) -> None:
    room = ArtisanRoom(signed_in(no_script, sari))
    write_product(room, photos)
    room.send()
    room.stands("Terkirim")
    sent = Submission.objects.get()
    assert (sent.title, sent.state, sent.stock, sent.pictures.count()) == (TITLE, "sent", 5, 3)
