"""Finding a work: while typing, by filters, by keyboard alone, without JavaScript, on the whole site."""

import pytest
from playwright.sync_api import Page, expect

from iccn.chapters.models import Chapter
from iccn.members.models import Member
from iccn.money.rupiah import Rupiah
from store.partner.models import Partner
from store.search.services import reindex, seed_variants
from tests.factories import pages
from tests.factories.catalogue import make_category, make_picture, make_product
from tests.journeys.browsing import DESKTOP, PHONE
from tests.pages.finder import Finder

NARROWEST = {**PHONE, "viewport": {"width": 320, "height": 700}}


@pytest.fixture
def shop(laid, sari, jepara: Chapter) -> None:
    """Five works of Bandung and two of Jepara."""
    bandung = Partner.objects.get(code="sari")
    member = Member.objects.create(chapter=jepara, name="Tini")
    tini = Partner.objects.create(name="Tini", code="tini", member=member, is_accepted=True, is_public=True)
    anyaman = make_category()
    make_category("tas", "Tas", "Bags", under=anyaman)
    make_category("camilan", "Camilan", "Snacks")
    make_category("ukiran", "Ukiran", "Carving")
    seed_variants()
    for number, fiber in enumerate(("pandan", "rotan", "mendong")):
        make_product(bandung, title=f"Tas {fiber}", title_en=f"{fiber.title()} bag", category_slug="tas",
                     materials=(fiber,), price=Rupiah(150_000 + 50_000 * number))  # fmt: skip
    make_product(bandung, title="Keripik singkong pedas", title_en="Spicy cassava crisps", category_slug="camilan",
                 story="Renyah.", techniques=(), materials=("singkong",), price=Rupiah(15_000),
                 pictures=(make_picture("Keripik"),))  # fmt: skip
    make_product(bandung, title="Sambal roa", title_en="Roa sambal", category_slug="camilan", techniques=(),
                 story="Pedas.", materials=("cabai",), price=Rupiah(35_000), made_to_order=True)  # fmt: skip
    for name in ("Kotak jati ukir", "Cermin jati ukir"):
        make_product(tini, title=name, title_en=name, category_slug="ukiran", story="Dari Jepara.",
                     techniques=("mengukir",), materials=("kayu jati",), price=Rupiah(400_000))  # fmt: skip
    pages.photo_class()
    pages.news(1)
    list(reindex())


def test_words_typed_on_a_phone_lead_to_the_work(shop, phone: Page, snap, axe, fits) -> None:
    finder = Finder(phone)
    phone.goto("/id/")
    finder.type_slowly("krip")
    finder.sees("Keripik singkong pedas")
    finder.box.press_sequentially("ik singkong pedes", delay=40)
    finder.sees("Keripik singkong pedas", "Cari “kripik singkong pedes” di toko")
    expect(phone.locator("[data-suggestions-said]").first).to_contain_text("saran")
    snap(phone, "saran", whole=False)
    axe(phone)
    fits(phone)
    finder.suggestions.get_by_role("option", name="Keripik singkong pedas").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Keripik singkong pedas")


def test_filters_narrow_in_place_and_every_state_has_its_address(shop, phone: Page, snap, axe, fits) -> None:
    finder = Finder(phone)
    phone.goto("/id/toko/")
    finder.shows(7)
    finder.open_filters()
    expect(phone.locator(".header")).to_have_attribute("inert", "")
    finder.choose("provinsi", "Jawa Barat")
    finder.at("/id/toko/?provinsi=32")
    finder.choose("provinsi", "Kota Bandung")
    finder.at("/id/toko/?provinsi=32&kabupaten=32.73")
    expect(phone.locator("#kabar-hasil")).to_have_text("5 karya")
    finder.choose("teknik", "Menganyam")
    finder.at("/id/toko/?provinsi=32&kabupaten=32.73&teknik=menganyam")
    expect(phone.get_by_label("Menganyam")).to_be_focused()
    snap(phone, "saringan", whole=False)
    axe(phone)
    fits(phone)
    phone.get_by_role("button", name="Tampilkan 3 karya").tap()
    expect(finder.sheet).not_to_have_attribute("open", "")
    snap(phone, "hasil")
    axe(phone)
    fits(phone)

    finder.take_away("Menganyam")
    finder.at("/id/toko/?provinsi=32&kabupaten=32.73")
    finder.shows(5)
    expect(phone.get_by_role("heading", level=1)).to_be_focused()
    phone.go_back()
    finder.at("&teknik=menganyam")
    finder.shows(3)
    phone.reload()
    finder.shows(3)
    expect(phone.locator(".listing__chips .chip--on")).to_have_count(3)
    phone.get_by_role("link", name="Hapus semua").tap()
    finder.at("/id/toko/")
    finder.shows(7)


def test_what_nothing_answers_shows_the_ways_out(shop, phone: Page, snap, axe, fits) -> None:
    finder = Finder(phone)
    phone.goto("/id/toko/?q=keripik&provinsi=33&harga_sampai=10000")
    finder.shows(0)
    snap(phone)
    axe(phone)
    fits(phone)
    for label in ("Jawa Tengah", "Sampai Rp10.000", "Anyaman"):
        expect(phone.locator(".listing__nothing").get_by_role("link", name=label)).to_be_visible()
    expect(phone.get_by_role("link", name="Cari “keripik” di seluruh situs")).to_be_visible()


def test_the_box_works_by_keyboard_alone(shop, desktop: Page, snap, axe) -> None:
    finder = Finder(desktop)
    desktop.goto("/id/toko/")
    finder.type_slowly("tas")
    finder.sees("Tas pandan")
    box = finder.box
    expect(box).to_have_attribute("role", "combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    assert box.get_attribute("aria-activedescendant") is None
    last = finder.suggestions.get_by_role("option").count() - 1
    for key, place in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("ArrowUp", 0),
        ("ArrowUp", last),
        ("Home", 0),
        ("End", last),
    ):
        box.press(key)
        expect(box).to_have_attribute("aria-activedescendant", f"cari-atas-saran-{place}")
        expect(finder.active).to_have_attribute("aria-selected", "true")
        expect(finder.suggestions.locator("[aria-selected=true]")).to_have_count(1)
    snap(desktop, "dipilih", whole=False)
    axe(desktop)
    box.press("Escape")
    expect(finder.suggestions).to_be_hidden()
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("tas")
    box.press("Escape")
    expect(box).to_have_value("")


def test_leaving_coming_back_and_going_by_keyboard_alone(shop, desktop: Page) -> None:
    finder = Finder(desktop)
    desktop.goto("/id/toko/")
    box = finder.box
    finder.type_slowly("tas")
    finder.sees("Tas pandan")
    box.press("Tab")
    expect(finder.suggestions).to_be_hidden()
    expect(box).not_to_be_focused()
    box.focus()
    box.press("ArrowDown")
    finder.sees("Tas pandan")
    box.press("ArrowDown")
    label = finder.active.locator(".suggestions__label").inner_text()
    box.press("Enter")
    expect(desktop.get_by_role("heading", level=1)).to_have_text(label)
    finder.type_slowly("jepara")
    finder.sees("Kabupaten Jepara")
    finder.box.press("Enter")
    finder.at("/id/toko/?q=jepara")


def test_a_late_answer_does_not_undo_a_newer_one(shop, desktop: Page) -> None:
    held = []

    def hold(route) -> None:
        if route.request.url.endswith("q=sam"):
            held.append(route)
        else:
            route.continue_()

    desktop.route("**/saran/**", hold)
    finder = Finder(desktop)
    desktop.goto("/id/toko/")
    with desktop.expect_request("**/saran/?q=sam"):
        finder.type_slowly("sam")
    finder.box.fill("kotak")
    finder.sees("Kotak jati ukir")
    for route in held:
        route.fulfill(body='<a role="option" href="/">Terlambat</a>', content_type="text/html")
    expect(finder.suggestions).not_to_contain_text("Terlambat")
    finder.sees("Kotak jati ukir")


def test_without_javascript_everything_is_a_form(shop, no_script: Page, snap, fits) -> None:
    finder = Finder(no_script)
    no_script.goto("/id/toko/")
    finder.box.fill("tas")
    finder.box.press("Enter")
    finder.at("/id/toko/?q=tas")
    finder.shows(3)
    finder.open_filters()
    finder.choose("provinsi", "Jawa Barat")
    no_script.get_by_role("button", name="Terapkan").click()
    finder.at("/id/toko/?q=tas&provinsi=32")
    finder.open_filters()
    finder.choose("bahan", "Pandan")
    snap(no_script, "saringan", whole=False)
    no_script.get_by_role("button", name="Terapkan").click()
    finder.at("/id/toko/?q=tas&provinsi=32&bahan=pandan")
    finder.shows(1)
    fits(no_script)
    no_script.locator("#urutan").select_option("termurah")
    no_script.get_by_role("button", name="Urutkan").click()
    finder.at("&bahan=pandan&urut=termurah")
    finder.take_away("Pandan")
    finder.shows(3)


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_whole_site_is_searched(shop, open_page, snap, axe, fits, device) -> None:
    page = open_page(device)
    page.goto("/id/cari/?q=foto")
    expect(page.get_by_role("heading", name="Kelas")).to_be_visible()
    expect(page.locator("mark", has_text="Foto").first).to_be_visible()
    snap(page)
    axe(page)
    fits(page)
    page.get_by_role("link", name="Foto produk dengan ponsel").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Foto produk dengan ponsel")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", [NARROWEST, DESKTOP], ids=["narrowest", "desktop"])
def test_listing_and_search_are_for_everybody(shop, open_page, snap, axe, fits, device, scheme) -> None:
    page = open_page(device, color_scheme=scheme)
    for path in (
        "/en/toko/kategori/anyaman/?provinsi=32&urut=bergilir",
        "/id/toko/?q=tas",
        "/en/cari/?q=bag",
    ):
        page.goto(path)
        snap(page)
        axe(page)
        fits(page)
