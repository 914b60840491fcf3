"""The page of a product with variants: one address, one picker, each variant with its price and stock."""

import json
import re

import pytest

from store.catalogue.details import VariantDetails
from store.catalogue.models import Product
from store.catalogue.services import pause_product, set_stock
from store.partner.models import StockRecord
from store.search.engines.port import ProductQuery
from store.search.models import ProductDocument
from store.search.selectors import find_products
from store.search.services import reindex
from tests.factories.catalogue import make_picture, make_variants
from tests.factories.checkout import placed

pytestmark = pytest.mark.django_db


@pytest.fixture
def bag(artisan) -> Product:
    made = make_variants(artisan, upc="ICS-7", pictures=(make_picture("Depan"), make_picture("Dalam")))
    list(reindex())
    return Product.objects.for_display().get(pk=made.pk)


def html_of(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def values_of(html: str) -> dict[str, tuple[bool, str]]:
    """Each value with whether it is chosen and what is said of it."""
    pattern = r'<input type="radio"[^>]*value="([^"]*)" required( checked)?>.*?data-state>([^<]*)<'
    return {value: (bool(on), state) for value, on, state in re.findall(pattern, html, re.DOTALL)}


def test_nothing_is_chosen_at_first_and_the_lowest_price_is_told(client, bag):
    html = html_of(client, bag.get_absolute_url())
    assert "Mulai" not in html
    assert '<span class="price__from">mulai</span> <span class="price__now">Rp125.000</span>' in html
    assert "Pilih warna dan ukuran untuk melihat stoknya." in html
    assert values_of(html) == {
        "Merah": (False, ""),
        "Biru": (False, ""),
        "Hijau": (False, "habis"),
        "M": (False, ""),
        "L": (False, ""),
    }
    assert "Tas pandan anyam, mulai Rp125.000" in html
    assert "picker.js" in html


def test_the_address_chooses_a_variant_by_its_number_or_its_options(client, bag):
    for said in ("varian=02", "warna=Merah&ukuran=L"):
        html = html_of(client, f"{bag.get_absolute_url()}?{said}")
        assert '<p class="price price--large"><span class="price__now">Rp140.000</span></p>' in html
        assert "Merah, L: Siap kirim, tersedia 5 buah." in html
        assert 'max="5"' in html
        assert values_of(html)["Merah"] == values_of(html)["L"] == (True, "")
        assert "Rp112.000" in html  # the artisan's four fifths of it
        assert (
            f'href="{bag.get_absolute_url().replace("/id/", "/en/")}?varian=02"' in html
        )  # the other language
        assert 'content="Tas pandan anyam · Merah, L, Rp140.000"' in html
        assert f'<link rel="canonical" href="http://localhost:8000{bag.get_absolute_url()}">' in html


def test_what_is_sold_out_or_not_made_is_said(client, bag):
    html = html_of(client, f"{bag.get_absolute_url()}?varian=04")
    assert "Biru, L: Stok habis." in html
    assert values_of(html)["L"] == (True, "habis")
    html = html_of(client, f"{bag.get_absolute_url()}?warna=Hijau&ukuran=L")
    assert "Hijau, L tidak tersedia. Pilih gabungan lain." in html
    assert values_of(html) | {"M": (False, "habis"), "L": (True, "tidak ada")} == values_of(html)


def test_nonsense_in_the_address_chooses_nothing(client, bag):
    html = html_of(client, f"{bag.get_absolute_url()}?varian=%3Cscript%3E&warna=Ungu&ukuran=L")
    assert values_of(html)["L"] == (True, "")
    assert "Pilih warna untuk melihat stoknya." in html
    assert "Ungu" not in html


def test_every_variant_stands_in_a_table_with_its_address(client, bag):
    html = html_of(client, bag.get_absolute_url())
    assert "Harga dan stok tiap pilihan" in html
    assert f'<a href="{bag.get_absolute_url()}?varian=02">Merah, L</a>' in html
    assert html.count("?varian=0") >= 10


def test_linked_data_tells_a_group_with_each_variants_offer(client, bag):
    html = html_of(client, bag.get_absolute_url())
    facts = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])[
        0
    ]
    assert (facts["@type"], facts["productGroupID"]) == ("ProductGroup", "ICS-7")
    assert facts["variesBy"] == ["https://schema.org/color", "https://schema.org/size"]
    assert "offers" not in facts
    second, fourth = facts["hasVariant"][1], facts["hasVariant"][3]
    assert (second["sku"], second["color"], second["size"]) == ("ICS-7-02", "Merah", "L")
    assert second["offers"]["price"] == 140_000
    assert second["offers"]["url"].endswith("?varian=02")
    assert second["offers"]["availability"] == "https://schema.org/InStock"
    assert fourth["offers"]["availability"] == "https://schema.org/OutOfStock"


def test_a_flavour_is_told_as_a_property_of_its_own(client, artisan):
    snack = make_variants(artisan, variants=(VariantDetails(options={"rasa": "Pedas"}, stock=1),))
    html = html_of(client, snack.get_absolute_url())
    facts = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])[
        0
    ]
    assert facts["variesBy"] == []
    assert facts["hasVariant"][0]["additionalProperty"] == [
        {"@type": "PropertyValue", "name": "Rasa", "value": "Pedas"}
    ]


def test_a_variants_own_address_and_tag_lead_to_its_product(client, bag):
    child = bag.variants[1]
    answer = client.get(f"/id/toko/produk/{child.slug}_{child.pk}/")
    assert (answer.status_code, answer["Location"]) == (301, f"{bag.get_absolute_url()}?varian=02")
    answer = client.get("/id/toko/paspor/ICS-7-02/")
    assert (answer.status_code, answer["Location"]) == (301, bag.passport_url())
    assert client.get("/id/toko/paspor/ICS-7-02/qr.svg").status_code == 404
    assert client.get("/id/toko/paspor/ICS-9-02/").status_code == 404


def test_facts_and_passport_tell_what_it_is_made_in(client, bag):
    for url in (bag.get_absolute_url(), bag.passport_url()):
        html = html_of(client, url)
        assert "<dt>Pilihan warna</dt><dd>Merah, Biru, Hijau</dd>" in html
        assert "<dt>Pilihan ukuran</dt><dd>M, L</dd>" in html


def test_without_a_piece_left_or_while_it_is_paused_nothing_can_be_put_in(client, bag):
    for one in bag.variants:
        set_stock(product=one, pieces=0, by="system:test")
    html = html_of(client, bag.get_absolute_url())
    assert "Stok habis." in html
    assert "Masukkan ke keranjang" not in html
    pause_product(product=bag, by="system:test")
    assert "Sedang tidak dijual." in html_of(client, bag.get_absolute_url())


def test_one_price_for_all_is_told_without_from(client, bag):
    StockRecord.objects.update(price=125_000)
    html = html_of(client, bag.get_absolute_url())
    assert 'class="price__from"' not in html
    assert "Tas pandan anyam, Rp125.000" in html


def test_the_english_page_has_english_words(client, bag):
    html = html_of(client, bag.get_absolute_url().replace("/id/", "/en/"))
    for words in ("Colour", "Size", "Choose a colour and size to see what is left.", "sold out"):
        assert words in html, words


def test_the_page_asks_at_most_twelve_queries_with_thirty_variants(
    client, artisan, django_assert_max_num_queries
):
    many = tuple(VariantDetails(options={"warna": f"Warna {n}"}, stock=n) for n in range(30))
    bag = make_variants(artisan, upc="B", pictures=(make_picture(), make_picture()), variants=many)
    make_variants(artisan, upc="C")
    list(reindex())
    client.get(bag.get_absolute_url())  # the first visitor has the pictures made
    for url in (bag.get_absolute_url(), f"{bag.get_absolute_url()}?varian=17", bag.passport_url()):
        with django_assert_max_num_queries(12):
            assert client.get(url).status_code == 200


def test_the_document_tells_each_variant_and_the_cheapest_that_is_there(bag):
    found = ProductDocument.objects.get()
    assert (found.product_id, int(found.price), found.is_from_price) == (bag.pk, 125_000, True)
    assert (found.is_available, found.pieces_left) == (True, 12)
    assert found.variants[1] == {
        "options": {"warna": "Merah", "ukuran": "L"},
        "price": 140_000,
        "is_available": True,
    }
    assert [one["is_available"] for one in found.variants] == [True, True, True, False, False]


def test_the_document_follows_an_order_of_a_variant(bag, village, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        placed(Product.objects.get(upc="ICS-7-02"), village.code, quantity=5)
    found = ProductDocument.objects.get()
    assert (found.pieces_left, [one["is_available"] for one in found.variants][1]) == (7, False)


def test_products_are_found_by_options_of_one_variant_and_by_their_words(bag):
    def found(**asked: object) -> list[int]:
        return [hit.product for hit in find_products(ProductQuery(with_facets=False, **asked)).hits]

    assert found(options=(("warna", ("Merah",)), ("ukuran", ("L",)))) == [bag.pk]
    assert found(options=(("warna", ("Biru",)), ("ukuran", ("L",)))) == []
    assert found(words="tas biru") == [bag.pk]


def test_the_card_says_from(client, bag):
    assert '<span class="price__from">mulai</span> <span class="price__now">Rp125.000</span>' in html_of(
        client, "/id/toko/"
    )
