"""The basket over HTTP: what goes in, what is said, and whose it is."""

import pytest
from django.urls import reverse

from store.basket.models import Basket, Line
from store.catalogue.models import Product
from store.partner.models import Partner, StockRecord
from store.search.models import Companion, ProductDocument
from tests.conftest import PASSWORD
from tests.factories.many_products import make_many
from tests.factories.payment import make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def product(sari) -> Product:
    return make_product()


def put(client, product, quantity: object = 1):
    return client.post(reverse("basket:add", args=[product.pk]), {"quantity": quantity}, follow=True)


def said(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def in_baskets() -> list[tuple[int, int]]:
    return list(Line.objects.values_list("product", "quantity"))


def test_an_empty_basket_shows_the_way_on(client) -> None:
    page = client.get("/id/toko/keranjang/").content.decode()
    assert "Keranjang Anda masih kosong" in page
    assert not Basket.objects.exists()


def test_what_is_put_in_is_there_with_its_maker_and_its_sum(client, product) -> None:
    page = put(client, product, 2).content.decode()
    assert "“Tas pandan anyam” ada di keranjang." in page
    assert "Paket dari Sari" in page
    assert "Rp500.000" in page
    assert 'href="/id/toko/bayar/"' in page
    assert in_baskets() == [(product.pk, 2)]


def test_the_header_counts_the_pieces(client, product) -> None:
    put(client, product, 3)
    assert 'id="jumlah-keranjang"' in client.get("/id/toko/").content.decode()


def test_a_visitor_without_a_basket_costs_no_query_for_it(client, product, django_assert_num_queries) -> None:
    from django.test import RequestFactory

    from iccn.config.context import basket_count

    request = RequestFactory().get("/id/")
    with django_assert_num_queries(0):
        assert basket_count(request) == 0
    put(client, product, 2)
    request.COOKIES = {name: morsel.value for name, morsel in client.cookies.items()}
    with django_assert_num_queries(1):
        assert basket_count(request) == 2
    request.COOKIES = {"oscar_open_basket": "1:forged"}
    with django_assert_num_queries(0):
        assert basket_count(request) == 0


def test_no_more_goes_in_than_there_is(client, product) -> None:
    put(client, product, 4)
    assert said(put(client, product, 2)) == [
        "“Tas pandan anyam” tinggal 5 buah. Keranjang Anda kami isi paling banyak sejumlah itu."
    ]
    assert in_baskets() == [(product.pk, 4)]


def test_nobody_takes_a_hundred_of_what_is_made_to_order(client, product) -> None:
    Product.objects.update(is_made_to_order=True)
    StockRecord.objects.update(num_in_stock=None, num_allocated=None)
    assert said(put(client, product, 100))[0].startswith("Paling banyak 50 buah untuk satu barang.")
    assert "Dibuat setelah Anda memesan, sekitar 3 hari." in put(client, product, 2).content.decode()


def test_what_is_paused_does_not_go_in(client, product) -> None:
    Product.objects.update(is_public=False, paused_at=product.published_at)
    assert "sedang tidak dijual" in said(put(client, product))[0]
    assert in_baskets() == []


def test_quantities_change_and_none_takes_the_line_out(client, product) -> None:
    put(client, product, 1)
    line = Line.objects.get()
    client.post(reverse("basket:update", args=[line.pk]), {"quantity": 3})
    assert in_baskets() == [(product.pk, 3)]
    for nonsense in ("", "x", "99999", "-1"):
        client.post(reverse("basket:update", args=[line.pk]), {"quantity": nonsense})
    assert in_baskets() == [(product.pk, 3)]
    assert (
        "tinggal 5 buah"
        in said(client.post(reverse("basket:update", args=[line.pk]), {"quantity": 9}, follow=True))[0]
    )
    client.post(reverse("basket:update", args=[line.pk]), {"quantity": 0})
    assert in_baskets() == []


def test_a_line_is_taken_out_and_can_be_found_again(client, product) -> None:
    put(client, product)
    answer = client.post(reverse("basket:remove", args=[Line.objects.get().pk]), follow=True)
    assert product.get_absolute_url() in said(answer)[0]
    assert in_baskets() == []


def test_nobody_reaches_into_anothers_basket(client, product, joko) -> None:
    put(client, product, 2)
    line = Line.objects.get()
    client.cookies.clear()
    client.force_login(joko)
    for name in ("update", "remove"):
        assert client.post(reverse(f"basket:{name}", args=[line.pk]), {"quantity": 1}).status_code == 404
        assert client.get(reverse(f"basket:{name}", args=[line.pk])).status_code == 405
    assert in_baskets() == [(product.pk, 2)]


def test_a_guests_basket_goes_along_when_they_sign_in(client, product, joko) -> None:
    put(client, product, 2)
    client.login(email=joko.email, password=PASSWORD)
    answer = client.get("/id/toko/keranjang/")
    assert "Rp500.000" in answer.content.decode()
    assert said(answer) == ["2 barang yang Anda pilih sebelum masuk sudah ada di keranjang akun Anda."]
    assert said(client.get("/id/toko/keranjang/")) == []
    assert Basket.objects.get(owner=joko).num_items == 2


def test_it_is_told_in_english_too(client, product, joko) -> None:
    put(client, product)
    client.login(email=joko.email, password=PASSWORD)
    told = said(client.get("/en/toko/keranjang/"))
    assert told == ["The 1 item you chose before signing in is now in your account's basket."]


def test_two_open_baskets_of_one_person_become_one(client, product, joko) -> None:
    client.login(email=joko.email, password=PASSWORD)
    put(client, product, 2)
    second = Basket.objects.create(owner=joko)
    client.get("/id/toko/keranjang/")
    second.refresh_from_db()
    assert second.status == Basket.MERGED
    assert in_baskets() == [(product.pk, 2)]
    assert Basket.open.get(owner=joko).num_items == 2


def test_what_has_changed_since_is_said(client, product) -> None:
    put(client, product, 3)
    StockRecord.objects.update(price=275_000)
    page = client.get("/id/toko/keranjang/").content.decode()
    assert "Harganya berubah dari Rp250.000 menjadi Rp275.000 sejak Anda memasukkannya." in page
    StockRecord.objects.update(num_in_stock=2)
    page = client.get("/id/toko/keranjang/").content.decode()
    assert "Tinggal 2 buah. Kurangi jumlahnya untuk melanjutkan." in page
    assert 'href="/id/toko/bayar/"' not in page
    StockRecord.objects.update(num_in_stock=0)
    assert "Stok habis." in client.get("/id/toko/keranjang/").content.decode()
    Product.objects.update(is_public=False)
    assert "Sedang tidak dijual." in client.get("/id/toko/keranjang/").content.decode()


def test_the_basket_is_read_in_english(client, product) -> None:
    put(client, product)
    page = client.get("/en/toko/keranjang/").content.decode()
    assert "Parcel from Sari" in page
    assert "Woven pandan bag" in page


def test_oscars_own_pages_are_not_there(client) -> None:
    for path in ("/id/basket/", "/id/toko/keranjang/add/1/", "/id/toko/keranjang/saved/", "/id/checkout/"):
        assert client.get(path).status_code == 404


def test_the_basket_costs_few_queries_however_full_it_is(client, sari, django_assert_max_num_queries) -> None:
    make_many(Partner.objects.get(code="sari"), 12)
    for product in Product.objects.filter(is_public=True)[:10]:
        put(client, product)
    client.get("/id/toko/keranjang/")
    with django_assert_max_num_queries(14):
        client.get("/id/toko/keranjang/")


def test_the_basket_shows_what_others_bought_with_it(client, sari) -> None:
    make_many(Partner.objects.get(code="sari"), 3)
    mine, other, third = ProductDocument.objects.order_by("pk")
    Companion.objects.create(product=mine, other=other, buyers=2, place=1)
    Companion.objects.create(product=other, other=third, buyers=2, place=1)
    put(client, Product.objects.get(pk=mine.pk))
    html = client.get("/id/toko/keranjang/").content.decode()
    assert "Sering dibeli bersama" in html
    assert other.title in html
    assert third.title not in html
    ProductDocument.objects.filter(pk=other.pk).update(is_available=False)
    assert "Sering dibeli bersama" not in client.get("/id/toko/keranjang/").content.decode()
