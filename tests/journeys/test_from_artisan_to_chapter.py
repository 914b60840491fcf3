"""The main way through the site: an artisan's product is chosen, bought, and its profit reaches the chapter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from PIL import Image
from playwright.sync_api import Page, expect

from iccn.accounts import roles
from iccn.accounts.models import User
from iccn.ledger.policy import lay_example_policy
from iccn.members.models import Member
from iccn.notices.models import Notice
from store.catalogue.models import Product
from store.curation.models import Submission
from store.curation.rubric import lay_first_rubric
from store.pricing.services import lay_example_fees
from tests.conftest import PASSWORD, person
from tests.factories.catalogue import make_category
from tests.factories.curation import STORY
from tests.journeys.browsing import DESKTOP
from tests.pages.artisan import ArtisanRoom
from tests.pages.curators import CuratorsDesk

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
    lay_example_fees()
    lay_example_policy()
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


def test_an_artisans_product_comes_into_the_listing(
    opened, sari, wulan, made, phone: Page, open_page: Callable[..., Page], photos, snap, axe, fits
) -> None:
    room = ArtisanRoom(phone)
    room.enter(sari.email, PASSWORD)
    write_product(room, photos)
    room.gets("Rp100.000")
    snap(phone, "periksa")
    axe(phone)
    fits(phone)
    room.send()
    room.stands("Terkirim")
    snap(phone, "terkirim")

    first, second = CuratorsDesk(open_page(DESKTOP)), CuratorsDesk(open_page(DESKTOP))
    first.enter(wulan.email, PASSWORD)
    first.waits(1)
    first.open(TITLE)
    first.score(GOOD, comment="Tali perlu diperkuat.")
    second.enter(made.email, PASSWORD)
    second.open(TITLE)
    second.sees("1 dari 2 kurator sudah menilai.")
    second.sees_nothing_of("Tali perlu diperkuat.")
    snap(second.page, "buta", whole=False)
    axe(second.page, within=".curation")
    second.score(GOOD)
    second.sees("Rata-rata 81 dari 100, selisih 0.")
    second.select(REASON, REASON_EN)

    room.open(TITLE)
    room.stands("Tampil di toko")
    room.to_store()
    expect(phone.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(phone.get_by_text(REASON)).to_be_visible()
    snap(phone, "produk")
    phone.goto("/id/toko/")
    expect(phone.get_by_role("link", name=TITLE)).to_be_visible()
    phone.goto("/id/toko/?q=menganyam")
    expect(phone.get_by_role("link", name=TITLE)).to_be_visible()
    kinds = set(Notice.objects.values_list("kind", flat=True))
    assert kinds == {"submission_received", "submission_selected"}
    product = Product.objects.get()
    assert (product.upc, product.artisan.name, product.chapter.slug) == ("ICS000001", "Sari", "bandung")


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
