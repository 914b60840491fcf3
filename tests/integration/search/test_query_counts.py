"""However many products there are, a page asks the database the same few questions."""

import pytest

from store.catalogue.models import Product
from store.search.models import Companion, ProductDocument
from store.search.services import reindex, seed_variants
from tests.factories.catalogue import make_picture, make_product
from tests.factories.many_products import make_many

pytestmark = pytest.mark.django_db

LISTINGS = (
    "/id/toko/",
    "/id/toko/?halaman=3",
    "/id/toko/?provinsi=32&harga_dari=100000&siap=siap&urut=termurah",
    "/id/toko/?q=tas+pandan",
    "/id/toko/kategori/anyaman/",
    "/id/toko/kategori/anyaman/tikar/",
    "/en/toko/kategori/anyaman/tas/?q=motif",
    "/id/toko/?q=tikat+pandan",
    "/id/toko/?q=tikar+marmer",
)


@pytest.mark.parametrize("total", [150, 2_000])
def test_listing_and_category_ask_at_most_six_queries(client, artisan, django_assert_max_num_queries, total):
    seed_variants()
    make_many(artisan, total)
    assert ProductDocument.objects.count() == total
    for address in LISTINGS:
        with django_assert_max_num_queries(6):
            response = client.get(address)
        assert response.status_code == 200
        assert b"<article" in response.content


def test_a_product_page_asks_at_most_twelve_queries(client, artisan, django_assert_max_num_queries):
    for upc in ("A", "B", "C"):
        make_product(artisan, upc=upc, pictures=(make_picture(), make_picture()))
    list(reindex())
    product = Product.objects.get(upc="B")
    other = ProductDocument.objects.get(upc="C")
    Companion.objects.create(product_id=product.pk, other=other, buyers=2, place=1)
    client.get(product.get_absolute_url())  # the first visitor has the pictures made
    for url in (product.get_absolute_url(), product.passport_url(), "/id/toko/perajin/sari/"):
        with django_assert_max_num_queries(12):
            assert client.get(url).status_code == 200
