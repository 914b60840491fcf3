"""Every chapter is seen once before any is seen twice; documents keep their turn until the next night."""

from datetime import date

import pytest

from store.partner.models import Partner
from store.search import tasks
from store.search.models import ProductDocument
from store.search.rotation import Offer, turns
from store.search.services import index_product, reindex
from store.search.turns import rotate
from tests.factories.catalogue import make_product
from tests.factories.many_products import make_many

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 27)


def test_documents_get_the_turns_of_the_rule_and_a_second_run_changes_nothing(artisan) -> None:
    make_many(artisan, 150)
    changed = [product for batch in rotate(day=DAY) for product in batch]
    rows = list(ProductDocument.objects.values_list("product", "chapter_slug", "is_available", "turn"))
    wanted = turns(DAY, [Offer(*row[:3]) for row in rows])
    assert {product: turn for product, *_rest, turn in rows} == wanted
    assert len(changed) == 150
    assert list(rotate(day=DAY)) == []


def test_the_listing_shows_every_chapter_before_any_twice(client, artisan) -> None:
    make_many(artisan, 300)
    list(rotate(day=DAY))
    slugs = list(
        ProductDocument.objects.filter(is_available=True)
        .order_by("turn")
        .values_list("chapter_slug", flat=True)
    )
    chapters = set(slugs)
    assert len(chapters) == 34
    assert set(slugs[:34]) == chapters


def test_a_new_product_stands_in_front_until_the_next_night(artisan) -> None:
    make_many(artisan, 20)
    tasks.rotate.call()
    new = make_product(artisan, upc="BARU", title="Tas baru")
    index_product(product=new)
    assert ProductDocument.objects.order_by("turn").first().product_id == new.pk
    list(reindex())
    assert ProductDocument.objects.filter(turn=0).count() == 1  # made anew, the others keep their turn
    tasks.rotate.call()
    assert not ProductDocument.objects.filter(turn=0).exists()
    assert Partner.objects.filter(code="sari").exists()
