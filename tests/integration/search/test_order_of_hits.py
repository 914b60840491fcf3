"""The order of what is found: one declared rule (`store.search.scoring`)."""

import pytest

from store.partner.models import Partner
from store.search.engines.port import ProductQuery, Sort
from store.search.models import ProductDocument
from store.search.selectors import find_products
from store.search.services import reindex, seed_variants
from tests.factories.catalogue import make_product

pytestmark = pytest.mark.django_db


def found(words: str) -> str:
    """The codes of what is found, in order."""
    results = find_products(ProductQuery(words=words, sort=Sort.RELEVANCE))
    upcs = dict(ProductDocument.objects.values_list("product_id", "upc"))
    return "".join(upcs[hit.product] for hit in results.hits)


def test_a_better_place_wins_and_what_was_typed_counts_more_than_a_synonym(artisan: Partner) -> None:
    seed_variants()
    for upc, title, story in (
        ("R", "Dompet", "Untuk keripik."),
        ("S", "Kripik", "Enak."),
        ("T", "Keripik", "Enak."),
    ):
        make_product(artisan, upc=upc, title=title, title_en="", story=story, techniques=(), materials=())
    make_product(
        artisan, upc="N", title="Bumbu", title_en="", story="Enak.", techniques=(), materials=("keripik",)
    )
    list(reindex())
    assert found("keripik") == "TSNR"  # 1.0 · 0.5 · 0.2 · 0.05
    assert found("kripik") == "STNR"


def test_words_side_by_side_in_the_title_come_first(artisan: Partner) -> None:
    for upc, title in (("1", "Batik tulis"), ("2", "Batik halus yang tulis"), ("3", "Batik cap")):
        make_product(artisan, upc=upc, title=title, title_en="", story="tulis", techniques=(), materials=())
    list(reindex())
    assert found("batik tulis") == "123"


def test_of_equals_the_one_that_sells_comes_first_then_the_newer(artisan: Partner) -> None:
    for upc in "XYZ":
        make_product(artisan, upc=upc, title="Tikar", title_en="", story="Rapi.", techniques=(), materials=())
    list(reindex())
    ProductDocument.objects.filter(upc="X").update(sold=3)
    assert found("tikar") == "XZY"
