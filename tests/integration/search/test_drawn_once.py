"""Cards and filters that were drawn lately are drawn again as soon as anything in them changes."""

import pytest
from django.core.cache import cache
from django.utils import translation

from iccn.money.rupiah import Rupiah
from store.search.drawn import name_of
from store.search.models import ProductDocument
from store.search.services import reindex
from tests.factories.catalogue import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def goods(artisan):
    for upc in ("A", "B"):
        make_product(artisan, upc=upc, title=f"Tas {upc}", title_en=f"Bag {upc}")
    list(reindex())


def html(client, address: str = "/id/toko/") -> str:
    return client.get(address).content.decode()


def test_the_second_visitor_gets_what_was_drawn_for_the_first(client, goods) -> None:
    first = html(client)
    kept = [key for key in cache._cache if "product_grid" in key or "listing_filters" in key]
    assert len(kept) == 2
    assert html(client).count("product-card__title") == first.count("product-card__title") == 2


def test_a_new_price_a_last_piece_and_another_language_are_seen_at_once(client, goods) -> None:
    assert html(client).count('price__now">Rp250.000') == 2
    ProductDocument.objects.filter(upc="A").update(price=Rupiah(99_000))
    assert "Rp99.000" in html(client)
    ProductDocument.objects.filter(upc="A").update(is_available=False, pieces_left=0)
    assert "Stok habis" in html(client)
    assert "Bag A" in html(client, "/en/toko/")
    assert "Tas A" in html(client)


def test_a_filter_that_is_chosen_is_checked(client, goods) -> None:
    assert 'value="32" checked' not in html(client)
    assert "checked" in html(client, "/id/toko/?provinsi=32").split('value="32"')[1][:40]


def test_names_hang_on_every_value_and_on_the_language() -> None:
    assert name_of(1, "a") == name_of(1, "a") != name_of(1, "b")
    with translation.override("en"):
        english = name_of(1, "a")
    assert english != name_of(1, "a")
