"""A shopper asks for something under another name; a curator sees it, teaches the search, and the shopper finds it."""

import re

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from store.partner.models import Partner
from store.search.models import Variant
from store.search.services import reindex
from tests.factories.catalogue import make_product


@pytest.fixture
def shop(sari) -> None:
    artisan = Partner.objects.get(code="sari")
    for title, story in (
        ("Keripik singkong daun jeruk", "Renyah."),
        ("Keripik pisang", "Manis."),
        ("Tas pandan", "Kuat."),
    ):
        make_product(artisan, title=title, story=story, materials=(), techniques=())
    Variant.objects.create(word="kripik", means="keripik")
    list(reindex())
    cache.clear()


def test_a_curator_teaches_the_search_a_word(
    laid, shop, wulan, phone, desktop, signed_in, snap, axe, fits
) -> None:
    phone.goto("/id/toko/?q=opak+singkong")
    expect(
        phone.get_by_role("link", name="Keripik singkong daun jeruk").first
    ).to_be_visible()  # some of the words
    phone.goto("/id/toko/?q=opak")
    expect(phone.get_by_text("Belum ada karya yang cocok")).to_be_visible()

    signed_in(desktop, wulan)
    desktop.goto("/kelola/kata-pencarian/tanpa-hasil/")
    expect(desktop.get_by_role("link", name="opak singkong", exact=True)).to_be_visible()
    snap(desktop, "tanpa-hasil")
    desktop.get_by_role("row", name=re.compile("^opak Indonesia|^opak id")).get_by_role(
        "link", name="Tambah padanan"
    ).click()
    desktop.get_by_role("textbox", name="Kata lain").fill("keripik")
    snap(desktop, "padanan")
    desktop.get_by_role("button", name=re.compile("Simpan|Save")).first.click()
    desktop.goto("/kelola/kata-pencarian/coba/?q=opak")
    expect(desktop.get_by_text("Menemukan 2 produk")).to_be_visible()
    snap(desktop, "coba")

    phone.goto("/id/toko/?q=opak+singkong")
    expect(phone.get_by_role("heading", name="Mungkin juga Anda cari")).to_be_visible()
    expect(phone.get_by_role("link", name="Keripik pisang").first).to_be_visible()
    fits(phone)
    axe(phone)
    snap(phone, "mirip")
