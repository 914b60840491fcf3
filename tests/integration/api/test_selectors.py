"""What pages get of the store."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import translation

from iccn.money.rupiah import Rupiah
from store.api.selectors import artisan_cards, chapter_money, product_cards, public_money
from store.catalogue.models import Product
from store.catalogue.services import pause_product
from store.partner.models import Partner
from store.search.services import reindex
from tests.factories.catalogue import make_category, make_picture, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    cache.clear()
    with translation.override("id"):
        yield


@pytest.fixture
def artisan(sari) -> Partner:
    return Partner.objects.get(code="sari")


@pytest.fixture
def three(artisan) -> list[int]:
    anyaman = make_category()
    make_category("tas", "Tas", under=anyaman)
    products = [
        make_product(artisan, title="Satu", category_slug="tas", pictures=(make_picture(),)),
        make_product(artisan, title="Dua"),
        make_product(artisan, title="Tiga", category_slug="camilan"),
    ]
    list(reindex())
    return [one.pk for one in products]


def titles(**which: object) -> list[str]:
    return [card.title for card in product_cards(**which)]


def test_the_newest_products_come_first(three):
    assert titles() == ["Tiga", "Dua", "Satu"]
    assert titles(newest=2) == ["Tiga", "Dua"]


def test_chosen_products_come_in_the_order_of_choice_without_those_not_on_sale(three):
    assert titles(ids=[three[1], three[0], 999_999]) == ["Dua", "Satu"]
    assert titles(ids=[]) == []
    pause_product(product=Product.objects.get(pk=three[0]), by="system:test")
    list(reindex())
    assert titles(ids=three) == ["Dua", "Tiga"]


def test_products_of_a_chapter_and_of_a_category_with_what_is_under_it(three, bandung, jepara):
    assert titles(chapter=bandung) == ["Tiga", "Dua", "Satu"]
    assert titles(chapter=jepara) == []
    assert titles(category="anyaman") == ["Dua", "Satu"]
    assert titles(category="tas") == ["Satu"]
    assert titles(category="tidak-ada") == []


def test_a_card_holds_plain_values(three):
    card = product_cards(ids=[three[0]])[0]
    assert (card.price, card.amount, card.maker, card.place) == (
        "Rp250.000",
        Rupiah(250_000),
        "Sari",
        "Bandung",
    )
    assert card.url == f"/id/toko/produk/satu_{three[0]}/"
    assert "<picture>" in card.picture
    assert not card.sold_out


def test_cards_are_one_query(three, django_assert_num_queries):
    with django_assert_num_queries(1):
        product_cards(ids=three)


def test_only_artisans_who_agreed_are_shown(three, artisan, bandung):
    (card,) = artisan_cards(bandung)
    assert (card.name, card.role, card.place, card.products) == ("Sari", "anyaman", "Astanaanyar, Bandung", 3)
    assert card.url == "/id/toko/perajin/sari/"
    artisan.is_public = False
    artisan.save()
    assert artisan_cards(bandung) == []


def test_a_chapter_without_sales_has_no_money_and_neither_has_the_public_page(bandung):
    money = chapter_money(bandung)
    assert (money.pending, money.available, money.paid, money.total) == (Rupiah(0),) * 4
    assert (public_money().chapters, public_money().orders) == (Rupiah(0), 0)
