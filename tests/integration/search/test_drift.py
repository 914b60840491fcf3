"""A document that no longer says what its product says is found at night and made anew."""

from io import StringIO

import pytest
from django.core.management import call_command

from store.catalogue.models import Product
from store.search import tasks
from store.search.drift import BATCH, Drift, mend, total
from store.search.models import ProductDocument
from store.search.services import reindex
from tests.factories.catalogue import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def goods(artisan) -> list[Product]:
    made = [make_product(artisan, upc=upc, title=f"Tas {upc}") for upc in ("A", "B", "C", "D")]
    list(reindex())
    return made


def rows() -> list[tuple[str, str]]:
    return list(ProductDocument.objects.order_by("upc").values_list("upc", "title"))


def test_where_nothing_differs_nothing_is_made_anew(goods, django_assert_max_num_queries) -> None:
    before = list(ProductDocument.objects.order_by("pk").values_list("pk", "updated_at"))
    with django_assert_max_num_queries(16):
        assert total(list(mend())) == Drift(4)
    assert list(ProductDocument.objects.order_by("pk").values_list("pk", "updated_at")) == before
    assert BATCH == 200


def test_what_lacks_differs_or_has_no_product_is_mended(goods) -> None:
    one, two, three, four = goods
    ProductDocument.objects.filter(pk=one.pk).delete()
    Product.objects.filter(pk=two.pk).update(title="Tas baru")
    Product.objects.filter(pk=three.pk).update(published_at=None, is_public=False)
    untouched = ProductDocument.objects.get(pk=four.pk).updated_at
    assert total(list(mend())) == Drift(3, lacking=(one.pk,), different=(two.pk,), surplus=(three.pk,))
    assert rows() == [("A", "Tas A"), ("B", "Tas baru"), ("D", "Tas D")]
    assert ProductDocument.objects.get(pk=four.pk).updated_at == untouched
    assert total(list(mend())) == Drift(3)


def test_a_turn_of_the_rotation_is_no_drift(goods) -> None:
    ProductDocument.objects.update(turn=7)
    assert total(list(mend())) == Drift(4)


def test_the_round_says_how_many_it_mended(goods) -> None:
    Product.objects.filter(pk=goods[0].pk).update(title="Tas lain")
    assert (tasks.mend_documents.call(), tasks.mend_documents.call()) == (1, 0)


def test_the_command_says_what_it_found(goods) -> None:
    Product.objects.filter(pk=goods[0].pk).update(title="Tas lain")
    first, second = StringIO(), StringIO()
    call_command("check_search", verbosity=0, stdout=first)
    call_command("check_search", verbosity=0, stdout=second)
    assert first.getvalue().splitlines() == [
        "4 products looked at.",
        f"different: 1 mended (products {goods[0].pk})",
        "Elasticsearch: no Elasticsearch is set",
    ]
    assert "Every document is in step with its product." in second.getvalue()
