"""What Oscar is told about buying."""

import pytest
from oscar.core.loading import get_class

from store.catalogue.models import Product
from store.catalogue.services import pause_product
from store.partner.models import Partner, StockRecord
from tests.factories.catalogue import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def artisan(sari) -> Partner:
    return Partner.objects.get(code="sari")


def info(product: Product):
    fresh = Product.objects.get(pk=product.pk)
    return get_class("partner.strategy", "Selector")().strategy().fetch_for_product(fresh)


def may_buy(product: Product, pieces: int) -> bool:
    return info(product).availability.is_purchase_permitted(pieces)[0]


def test_finished_pieces_can_be_bought_while_they_last(artisan):
    product = make_product(artisan, stock=5)
    StockRecord.objects.update(num_allocated=3)
    assert (may_buy(product, 2), may_buy(product, 3)) == (True, False)
    assert info(product).price.incl_tax == 250_000


def test_what_is_made_to_order_can_always_be_ordered(artisan):
    assert may_buy(make_product(artisan, made_to_order=True), 10)


def test_what_is_paused_cannot_be_bought(artisan):
    product = make_product(artisan, made_to_order=True)
    pause_product(product=product, by="system:test")
    assert not may_buy(product, 1)


def test_what_has_no_stock_record_cannot_be_bought(artisan):
    product = make_product(artisan)
    StockRecord.objects.all().delete()
    assert not may_buy(product, 1)
