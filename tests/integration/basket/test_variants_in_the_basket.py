"""A variant goes into the basket, never its product; what was chosen survives a refusal."""

import pytest
from django.urls import reverse

from store.basket import services
from store.basket.models import Basket, Line
from store.catalogue.models import Product
from store.catalogue.refusals import NothingChosen
from store.partner.models import Partner
from store.partner.strategy import Selector
from tests.factories.catalogue import make_picture, make_product, make_variants

pytestmark = pytest.mark.django_db


@pytest.fixture
def bag(sari) -> Product:
    made = make_variants(Partner.objects.get(code="sari"), upc="ICS-7", pictures=(make_picture(),))
    return Product.objects.for_display().get(pk=made.pk)


def put(client, product, **chosen: object):
    return client.post(reverse("basket:add", args=[product.pk]), {"quantity": 1, **chosen}, follow=True)


def said(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def in_baskets() -> list[tuple[str, int]]:
    return list(Line.objects.values_list("product__upc", "quantity"))


def test_the_chosen_variant_goes_in_with_its_name_and_price(client, bag) -> None:
    answer = put(client, bag, warna="Merah", ukuran="L", quantity=2)
    assert said(answer) == ["“Tas pandan anyam · Merah, L” ada di keranjang."]
    page = answer.content.decode()
    assert "Tas pandan anyam · Merah, L" in page
    assert "Rp280.000" in page
    assert f'href="{bag.get_absolute_url()}?varian=02"' in page
    assert 'alt="Tas pandan"' in page or "<img" in page
    assert in_baskets() == [("ICS-7-02", 2)]


def test_two_variants_are_two_lines_and_one_twice_is_one(client, bag) -> None:
    put(client, bag, varian="01")
    put(client, bag, varian="02")
    put(client, bag, warna="Merah", ukuran="M")
    assert sorted(in_baskets()) == [("ICS-7-01", 2), ("ICS-7-02", 1)]


def test_who_has_chosen_nothing_is_told_what_to_choose(client, bag) -> None:
    answer = put(client, bag)
    assert said(answer) == ["Anda belum memilih warna dan ukuran. Pilih dulu, lalu masukkan ke keranjang."]
    assert answer.redirect_chain == [(bag.get_absolute_url(), 302)]
    assert in_baskets() == []


def test_half_a_choice_survives(client, bag) -> None:
    answer = put(client, bag, warna="Biru")
    assert said(answer) == ["Anda belum memilih ukuran. Pilih dulu, lalu masukkan ke keranjang."]
    assert answer.redirect_chain == [(f"{bag.get_absolute_url()}?warna=Biru", 302)]
    assert 'value="Biru" required checked' in answer.content.decode()


def test_a_combination_that_is_not_made_is_refused_and_survives(client, bag) -> None:
    answer = put(client, bag, warna="Hijau", ukuran="L")
    assert said(answer)[0].startswith("“Tas pandan anyam” tidak tersedia dalam Hijau, L.")
    assert 'value="Hijau" required checked' in answer.content.decode()
    assert in_baskets() == []


def test_a_sold_out_variant_is_refused_though_others_are_there(client, bag) -> None:
    answer = put(client, bag, varian="04")
    assert "Tas pandan anyam · Biru, L" in said(answer)[0]
    assert answer.redirect_chain == [(f"{bag.get_absolute_url()}?varian=04", 302)]
    assert in_baskets() == []


def test_no_more_goes_in_than_there_is_of_the_variant(client, bag) -> None:
    answer = put(client, bag, varian="01", quantity=4)
    assert said(answer)[0].startswith("“Tas pandan anyam · Merah, M” tinggal 3 buah.")
    assert in_baskets() == []


def test_a_variant_cannot_be_put_in_past_its_product(client, bag) -> None:
    assert client.post(reverse("basket:add", args=[bag.variants[0].pk])).status_code == 404


def test_the_service_itself_refuses_the_product(bag) -> None:
    basket = Basket.objects.create()
    basket.strategy = Selector().strategy()
    with pytest.raises(NothingChosen):
        services.add(basket=basket, product=bag, quantity=1)
    assert in_baskets() == []


def test_a_line_that_is_taken_out_leads_back_to_its_variant(client, bag) -> None:
    put(client, bag, varian="02")
    answer = client.post(reverse("basket:remove", args=[Line.objects.get().pk]), follow=True)
    assert f"{bag.get_absolute_url()}?varian=02" in said(answer)[0]


def test_it_is_told_in_english(client, bag) -> None:
    put(client, bag, varian="02")
    assert "Woven pandan bag · Merah, L" in client.get("/en/toko/keranjang/").content.decode()


def test_a_basket_of_variants_costs_as_many_queries_whatever_is_in_it(
    client, bag, django_assert_max_num_queries
) -> None:
    artisan = Partner.objects.get(code="sari")
    put(client, make_product(artisan, pictures=(make_picture(),)))
    for number in ("01", "02", "03"):
        put(client, bag, varian=number)
    put(client, make_variants(artisan, pictures=(make_picture(),)), varian="01")
    client.get("/id/toko/keranjang/")
    with django_assert_max_num_queries(15):
        client.get("/id/toko/keranjang/")
