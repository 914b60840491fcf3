"""What the search box offers while somebody types."""

import re

import pytest
from django.core.cache import cache

from iccn.money.rupiah import Rupiah
from store.partner.models import Partner
from store.search.completion import complete
from store.search.services import reindex, seed_variants
from store.search.tasks import count_words
from tests.factories.catalogue import make_category, make_product

pytestmark = pytest.mark.django_db

HERE = "/id/toko/saran/"


@pytest.fixture
def shop(artisan):
    anyaman = make_category()
    make_category("tas", "Tas", "Bags", under=anyaman)
    make_category("keripik", "Keripik", "Crisps")
    seed_variants()
    make_product(artisan, upc="A", category_slug="tas")
    make_product(artisan, upc="B", title="Keripik singkong pedas", title_en="Spicy cassava crisps",
                 category_slug="keripik", story="Renyah.", techniques=(), materials=("singkong",),
                 price=Rupiah(15_000))  # fmt: skip
    list(reindex())
    count_words.func()
    return artisan


def said(text: str) -> dict[str, list[str]]:
    found = complete(text)
    return {
        "products": [one.title for one in found.products],
        "categories": [one.label for one in found.categories],
        "makers": [one.label for one in found.makers],
        "places": [one.label for one in found.places],
        "terms": [one.label for one in found.terms],
    }


def test_a_word_begun_offers_products_and_categories(shop):
    expected = {
        "products": ["Keripik singkong pedas"],
        "categories": ["Keripik"],
        "makers": [],
        "places": [],
        "terms": [],
    }
    for typed in ("ke", "ker", "krip", "kripik", "KRIPIK"):
        assert said(typed) == expected, typed
    assert said("kripik singkong ped")["products"] == ["Keripik singkong pedas"]


def test_makers_and_places_are_offered_and_lead_to_their_pages(shop):
    found = complete("sar")
    assert [(one.label, one.url) for one in found.makers] == [("Sari", "/id/toko/perajin/sari/")]
    found = complete("band")
    assert [(one.label, one.url) for one in found.places] == [
        ("Kota Bandung", "/id/toko/?provinsi=32&kabupaten=32.73")
    ]
    assert complete("jawa barat").places[0].url == "/id/toko/?provinsi=32"


def test_a_place_after_other_words_narrows_their_search(shop):
    [place] = complete("kripik bandung").places
    assert (place.label, place.url) == (
        "“kripik” di Kota Bandung",
        "/id/toko/?q=kripik&provinsi=32&kabupaten=32.73",
    )


def test_a_slip_offers_what_was_meant(shop):
    found = complete("kerapik")
    assert [one.title for one in found.products] == ["Keripik singkong pedas"]
    assert [(one.label, one.url) for one in found.terms] == [("keripik", "/id/toko/?q=keripik")]


@pytest.mark.parametrize("typed", ["", "k", " ", "…", "%", "'", "\\", "x" * 120, "()", "a&b|c!"])
def test_too_little_and_nonsense_offer_nothing(shop, typed):
    assert complete(typed).count == 0


def test_an_artisan_who_did_not_agree_is_not_offered(shop):
    Partner.objects.update(is_public=False)
    list(reindex())
    cache.clear()
    assert complete("sari").makers == []


def test_it_asks_at_most_four_queries_and_one_when_the_guide_is_known(
    shop, client, django_assert_num_queries
):
    cache.clear()
    with django_assert_num_queries(4):
        client.get(f"{HERE}?q=krip")
    with django_assert_num_queries(1):
        client.get(f"{HERE}?q=kripi")


def test_the_answer_is_a_piece_of_a_page_that_may_be_kept_a_minute(shop, client):
    response = client.get(f"{HERE}?q=kripik")
    html = response.content.decode()
    assert response["Cache-Control"] == "public, max-age=60"
    assert "<html" not in html
    assert re.findall(r'role="group" aria-label="(\w+)"', html) == ["Karya", "Kategori", "Cari"]
    assert html.count('role="option"') == 4
    assert "Rp15.000" in html
    assert "2 saran." in html
    assert 'href="/id/toko/?q=kripik"' in html
    assert 'href="/id/cari/?q=kripik"' in html


def test_the_english_box_speaks_english(shop, client):
    html = client.get("/en/toko/saran/?q=cris").content.decode()
    assert "Spicy cassava crisps" in html
    assert "Search the store for “cris”" in html


def test_what_people_typed_is_never_html(shop, client):
    html = client.get(f"{HERE}?q=%3Cscript%3Ealert(1)%3C/script%3E").content.decode()
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_nothing_typed_gets_nothing(shop, client):
    assert client.get(HERE).content.decode().strip() == ""
