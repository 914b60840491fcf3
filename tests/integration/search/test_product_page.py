"""The pages of one thing: product, passport, maker."""

import json
import re
from datetime import date

import pytest

from iccn.money.rupiah import Rupiah
from store.catalogue.details import CertificateDetails
from store.catalogue.services import pause_product, set_stock
from store.search.models import Companion, ProductDocument
from store.search.services import reindex
from tests.factories.catalogue import make_picture, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def bag(artisan):
    product = make_product(
        artisan,
        upc="ICS-7",
        title="Tas </script> pandan",
        pictures=(make_picture("Depan"), make_picture("Dalam")),
        certificates=(CertificateDetails(kind="sni", number="SNI 12", valid_until=date(2030, 5, 1)),),
        why_selected="Anyamannya rapat.",
        why_selected_en="Tightly woven.",
    )
    make_product(artisan, upc="ICS-8", title="Topi", price=Rupiah(90_000))
    list(reindex())
    return product


def html_of(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_tells_price_parts_story_maker_and_proof(client, bag):
    html = html_of(client, bag.get_absolute_url())
    for words in (
        "Rp250.000", "Siap kirim, tersedia 5 buah.", "Dianyam di teras rumah.", "Anyamannya rapat.", "daun pandan",
        "30 × 12 × 25 cm", "400 g", "SNI 12", "1 Mei 2030", "Simpul Bandung", 'href="/id/toko/perajin/sari/"',
        "Siapa mendapat apa dari harga ini", "Rp200.000", 'href="/id/toko/paspor/ICS-7/"',
        "Karya lain dari Simpul Bandung",
    ):  # fmt: skip
        assert words in html, words
    assert html.count('class="gallery__slide"') == 2


def test_the_english_page_uses_english_words(client, bag):
    html = html_of(client, bag.get_absolute_url().replace("/id/", "/en/"))
    assert "Woven on the porch." in html
    assert "Tightly woven." in html


def test_linked_data_is_whole_and_cannot_close_its_script(client, bag):
    html = html_of(client, bag.get_absolute_url())
    facts = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])
    product, way = facts
    assert product["name"] == "Tas </script> pandan"
    assert product["offers"]["price"] == 250_000
    assert product["offers"]["availability"] == "https://schema.org/InStock"
    assert [one["name"] for one in way["itemListElement"]] == ["Toko", "Anyaman", "Tas </script> pandan"]
    assert way["itemListElement"][1]["item"] == "http://localhost:8000/id/toko/kategori/anyaman/"
    assert all(one.startswith("http") for one in product["image"])


def test_a_wrong_slug_leads_to_the_right_address(client, bag):
    response = client.get(f"/id/toko/produk/lain_{bag.pk}/")
    assert (response.status_code, response["Location"]) == (301, bag.get_absolute_url())


def test_what_was_never_published_is_not_found(client, bag):
    assert client.get("/id/toko/produk/x_999999/").status_code == 404
    bag.published_at, bag.is_public = None, False
    bag.save()
    for url in (bag.get_absolute_url(), bag.passport_url(), f"{bag.passport_url()}qr.svg"):
        assert client.get(url).status_code == 404


def test_what_is_paused_keeps_its_page_and_passport_but_is_not_sold(client, bag):
    pause_product(product=bag, by="system:test")
    html = html_of(client, bag.get_absolute_url())
    assert "Sedang tidak dijual." in html
    assert "Masukkan ke keranjang" not in html
    assert "noindex" in html
    assert "Paspor asal-usul" in html_of(client, bag.passport_url())


def test_stock_is_told_in_words(client, bag):
    set_stock(product=bag, pieces=1, by="system:test")
    assert "Siap kirim, tinggal 1 buah." in html_of(client, bag.get_absolute_url())
    set_stock(product=bag, pieces=0, by="system:test")
    html = html_of(client, bag.get_absolute_url())
    assert "Stok habis." in html
    assert "Masukkan ke keranjang" not in html
    set_stock(product=bag, pieces=50, by="system:test")
    assert "Siap kirim.</p>" in html_of(client, bag.get_absolute_url())


def test_made_to_order_says_how_long_it_takes(client, artisan):
    product = make_product(artisan, made_to_order=True, making_days=9)
    list(reindex())
    assert "Dibuat setelah Anda memesan, sekitar 9 hari." in html_of(client, product.get_absolute_url())


def test_the_passport_tells_the_origin_and_its_code_leads_back(client, bag):
    html = html_of(client, bag.passport_url())
    for words in (
        "Paspor asal-usul",
        "ICS-7",
        "Sari",
        "Simpul Bandung",
        "Jawa Barat",
        "daun pandan",
        "Anyamannya rapat.",
    ):
        assert words in html
    code = client.get(f"{bag.passport_url()}qr.svg")
    assert code["Content-Type"] == "image/svg+xml"
    assert code.content.startswith(b"<svg")


def test_the_makers_page_shows_her_work_only_when_she_agreed(client, bag, artisan):
    html = html_of(client, "/id/toko/perajin/sari/")
    assert "Topi" in html
    assert "Astanaanyar, Bandung" in html
    artisan.is_public = False
    artisan.save()
    assert client.get("/id/toko/perajin/sari/").status_code == 404
    html = html_of(client, bag.get_absolute_url())
    assert "/perajin/sari/" not in html
    assert ">Sari<" not in html
    assert "Sari" not in html_of(client, bag.passport_url())


def test_what_others_bought_with_it_is_shown_once_and_not_among_the_neighbours_too(client, bag):
    hat = ProductDocument.objects.get(upc="ICS-8")
    html = html_of(client, bag.get_absolute_url())
    assert "Sering dibeli bersama" not in html
    Companion.objects.create(product_id=bag.pk, other=hat, buyers=3, place=1)
    html = html_of(client, bag.get_absolute_url())
    assert "Sering dibeli bersama" in html
    assert "Karya lain dari Simpul Bandung" not in html  # its only other product is shown already
    assert html.count(f'_{hat.pk}/">Topi</a>') == 1


def test_sold_out_neighbours_are_not_recommended(client, bag):
    ProductDocument.objects.filter(upc="ICS-8").update(is_available=False)
    assert "Karya lain dari" not in html_of(client, bag.get_absolute_url())
