"""The listing and its categories, as a shopper sees them."""

import pytest
from django.urls import reverse

from iccn.money.rupiah import Rupiah
from store.search.services import reindex, seed_variants
from tests.factories.catalogue import make_category, make_picture, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop(artisan):
    anyaman = make_category()
    make_category("tas", "Tas", "Bags", under=anyaman)
    make_category("camilan", "Camilan", "Snacks")
    seed_variants()
    make_product(artisan, upc="A", category_slug="tas", pictures=(make_picture(),))
    make_product(artisan, upc="B", title="Keranjang rotan", title_en="", price=Rupiah(120_000), stock=2)
    make_product(artisan, upc="C", title="Keripik singkong", title_en="Cassava crisps", category_slug="camilan",
                 story="Renyah.", techniques=(), materials=("singkong",), price=Rupiah(15_000),
                 made_to_order=True)  # fmt: skip
    list(reindex())
    return artisan


def page(client, address: str = "/id/toko/") -> str:
    response = client.get(address)
    assert response.status_code == 200, response.headers.get("Location")
    return response.content.decode()


def test_the_shop_shows_every_product_with_price_maker_and_place(client, shop):
    html = page(client)
    for words in ("Tas pandan anyam", "Keranjang rotan", "Keripik singkong", "Rp250.000", "Sari · Bandung"):
        assert words in html
    assert "3 karya" in html
    assert "Sisa 2" in html
    assert "Sesuai pesanan" in html
    assert '<source type="image/avif"' in html
    assert '<link rel="canonical" href="http://localhost:8000/id/toko/">' in html
    assert "noindex" not in html


def test_the_english_shop_speaks_english_where_there_are_words(client, shop):
    html = page(client, "/en/toko/")
    assert "Woven pandan bag" in html
    assert "Keranjang rotan" in html  # no English title
    assert "Snacks" in html


def test_a_search_finds_and_keeps_the_words(client, shop):
    html = page(client, "/id/toko/?q=menganyam")
    assert "Tas pandan anyam" in html
    assert "Keripik" not in html.split('class="listing__results"')[1]
    assert 'value="menganyam"' in html
    assert '<meta name="robots" content="noindex, follow">' in html


def test_a_slip_shows_what_was_meant(client, shop):
    html = page(client, "/id/toko/?q=kerapik")
    assert "Tidak ada karya untuk kata itu. Ini hasil untuk" in html
    assert 'href="/id/toko/?q=keripik"' in html
    assert "Keripik singkong" in html


def test_what_was_never_made_is_said_kindly(client, shop):
    html = page(client, "/id/toko/?q=xylofon")
    assert "Belum ada karya yang cocok" in html


def test_a_category_shows_its_own_and_what_is_under_it(client, shop):
    html = page(client, "/id/toko/kategori/anyaman/")
    assert "Tas pandan anyam" in html
    assert "Keranjang rotan" in html
    assert "Keripik" not in html
    assert 'href="/id/toko/kategori/anyaman/tas/"' in html
    html = page(client, "/id/toko/kategori/anyaman/tas/")
    assert "Keranjang rotan" not in html
    assert '<link rel="canonical" href="http://localhost:8000/id/toko/kategori/anyaman/tas/">' in html


@pytest.mark.parametrize("path", ["tidak-ada", "tas", "anyaman/tas/tas", "camilan/tas"])
def test_a_category_that_is_not_there_is_not_found(client, shop, path):
    assert client.get(f"/id/toko/kategori/{path}/").status_code == 404


def test_the_address_of_a_form_leads_to_the_clean_one(client, shop):
    response = client.get("/id/toko/?q=tas&harga_dari=&harga_sampai=250.000&siap=&urut=sesuai&provinsi=32")
    assert response.status_code == 302
    assert response["Location"] == "/id/toko/?q=tas&provinsi=32&harga_sampai=250000"


def test_chips_take_filters_away_one_by_one(client, shop):
    html = page(client, "/id/toko/kategori/anyaman/?q=tas&provinsi=32&harga_sampai=250000")
    for address in (
        "/id/toko/?q=tas&amp;provinsi=32&amp;harga_sampai=250000",
        "/id/toko/kategori/anyaman/?provinsi=32&amp;harga_sampai=250000",
        "/id/toko/kategori/anyaman/?q=tas&amp;harga_sampai=250000",
        "/id/toko/kategori/anyaman/?q=tas&amp;provinsi=32",
    ):
        assert f'class="chip chip--on" href="{address}"' in html


def test_pages_are_numbered_and_keep_the_filters(client, shop, monkeypatch):
    for number in range(26):
        make_product(shop, upc=f"K{number}", title=f"Kipas {number}")
    list(reindex())
    html = page(client, "/id/toko/?provinsi=32")
    assert 'href="/id/toko/?provinsi=32&amp;halaman=2"' in html
    second = page(client, "/id/toko/?provinsi=32&halaman=2")
    assert second.count("<article") == 5
    past = page(client, "/id/toko/?halaman=99")
    assert past.count("<article") == 5
    assert '<link rel="canonical" href="http://localhost:8000/id/toko/?halaman=2">' in past


def test_an_empty_shop_says_so_kindly(client, db):
    assert "Belum ada karya yang cocok" in page(client)


def test_words_from_outside_are_never_html(client, shop):
    html = page(client, "/id/toko/?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")
    assert "<script>alert" not in html


def test_the_shop_is_reached_by_its_names(client):
    assert reverse("store:listing") == "/id/toko/"
    assert reverse("store:category", kwargs={"path": "anyaman/tas"}) == "/id/toko/kategori/anyaman/tas/"


def test_the_same_list_in_the_other_language_is_one_step_away(client, shop):
    html = page(client, "/id/toko/kategori/anyaman/?provinsi=32")
    assert 'hreflang="en" href="http://localhost:8000/en/toko/kategori/anyaman/?provinsi=32"' in html
