"""What an artisan does once something is sold: she confirms and says her stock by link, and prints the label."""

import re

import pytest
from playwright.sync_api import Page, expect

from iccn.notices.models import Notice
from store.catalogue.models import Product
from store.links.models import OneTimeLink
from store.order.models import Parcel
from store.partner.models import Partner
from tests.factories.catalogue import make_product
from tests.factories.checkout import placed
from tests.factories.paper import pages_of
from tests.factories.parcels import pay
from tests.factories.profit import lay_the_books


def path_in(kind: str) -> str:
    text = Notice.objects.filter(kind=kind, channel="whatsapp").latest("pk").text
    return re.search(r"/(?:id|en)/t/[\w-]+/", text)[0]


@pytest.fixture
def parcel(laid, sari, village) -> Parcel:
    """Two of four bags are sold: few are left."""
    lay_the_books()
    bag = make_product(Partner.objects.get(code="sari"), upc="TST-1", stock=4)
    return pay(placed(bag, village.code, quantity=2))


def test_an_order_is_confirmed_and_the_stock_is_said_by_link(
    parcel, no_script: Page, snap, axe, fits, watch
) -> None:
    watch.forgive("422")
    path = path_in("parcel_to_make")
    no_script.goto(path)
    expect(no_script.get_by_role("heading", level=1)).to_have_text(f"Pesanan {parcel.order.number}")
    snap(no_script, "konfirmasi")
    fits(no_script)
    assert OneTimeLink.objects.filter(used_at=None).count() == 2
    no_script.get_by_role("button", name="Konfirmasi pesanan").click()
    expect(no_script.get_by_text("Jawaban Anda sudah kami terima.")).to_be_visible()
    parcel.refresh_from_db()
    assert parcel.state == "confirmed"

    no_script.goto(path_in("stock_to_say"))
    box = no_script.get_by_label("Stok sekarang")
    expect(box).to_have_value("2")
    box.fill("-1")
    no_script.get_by_role("button", name="Simpan stok").click()
    expect(no_script.get_by_text("Stok tidak dapat kurang dari 0.").first).to_be_visible()
    expect(box).to_have_value("-1")
    snap(no_script, "stok-salah")
    box.fill("12")
    no_script.get_by_role("button", name="Simpan stok").click()
    expect(no_script.get_by_text("Jawaban Anda sudah kami terima.")).to_be_visible()
    assert Product.objects.get().pieces_left == 12
    fits(no_script)


def test_a_label_is_printed_and_stock_is_kept_on_a_phone(
    parcel, sari, signed_in, phone: Page, snap, axe, fits
) -> None:
    page = signed_in(phone, sari)
    for language in ("id", "en"):
        for path in ("pesanan/", f"pesanan/{parcel.pk}/", "produk/"):
            page.goto(f"/{language}/perajin/{path}")
            snap(page, f"{language}-{path.split('/')[0]}-{len(path)}")
            axe(page)
            fits(page)
        page.goto(f"/{language}{path_in('stock_to_say')[3:]}")
        axe(page)
        page.goto(f"/{language}{path_in('parcel_to_make')[3:]}")
        axe(page)
    label = page.request.get(f"/id/perajin/pesanan/{parcel.pk}/label/")
    assert label.headers["content-type"] == "application/pdf"
    assert pages_of(label.body()) == 1

    page.goto("/id/perajin/produk/")
    page.get_by_role("button", name="Tambah 1: Stok sekarang").click()
    expect(page.get_by_role("spinbutton", name="Stok sekarang")).to_have_value("3")
