"""From a basket to an order: all or nothing, once, at the price that was shown."""

from datetime import timedelta

import pytest
from django.utils import timezone

from iccn.audit.models import Line as AuditLine
from iccn.money.rupiah import Rupiah
from iccn.notices.models import Notice
from store.basket.models import Basket
from store.catalogue.models import Product
from store.order.models import Order, Parcel, ShippingAddress
from store.order.placing import place_order
from store.order.refusals import EmptyBasket, NoCourier, NotSold, SoldOut, TotalChanged, UnknownPlace
from store.partner.models import StockRecord
from tests.factories.checkout import make_basket, placed, quote, to_village, wanted_for
from tests.factories.payment import make_product
from tests.integration.payment.test_all_at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
SOON = timezone.now() + timedelta(minutes=15)


@pytest.fixture
def product(sari) -> Product:
    return make_product()


def nothing_moved() -> bool:
    stock = StockRecord.objects.values_list("num_allocated", flat=True).get()
    made = Order.objects.exists() or Parcel.objects.exists() or ShippingAddress.objects.exists()
    return not made and not stock and not Notice.objects.exists()


def test_an_order_stands_with_its_parcel_its_address_and_its_goods_held(product, village) -> None:
    basket = make_basket(product, quantity=2)
    wanted = wanted_for(basket, village.code, total=Rupiah(518_000))
    order = place_order(basket=basket, wanted=wanted, until=SOON)
    parcel, line = order.parcels.get(), order.lines.get()
    assert (order.status, order.total, order.goods, order.shipping) == (
        "awaiting", Rupiah(518_000), Rupiah(500_000), Rupiah(18_000),
    )  # fmt: skip
    assert (order.shopper.name, order.shopper.email, order.shopper.phone) == (
        "Tamu", "tamu@contoh.example", "+6281234567891",
    )  # fmt: skip
    assert order.shipping_address.lines == [
        "Jl. Mawar 12", "RT 003", "Cibadak, Astanaanyar", "Kota Bandung", "Jawa Barat 40241",
    ]  # fmt: skip
    assert (parcel.carrier, parcel.cost, parcel.state, parcel.origin) == (
        "JNE REG", Rupiah(18_000), "waiting", "Kota Bandung",
    )  # fmt: skip
    assert (line.parcel, line.chapter, line.num_allocated, line.price) == (
        parcel, product.chapter, 2, Rupiah(500_000),
    )  # fmt: skip
    assert (product.stockrecords.get().num_allocated, order.reserved_until) == (2, SOON)
    assert Basket.objects.get().status == Basket.SUBMITTED
    assert AuditLine.objects.filter(verb="order.placed").count() == 1
    assert list(Notice.objects.values_list("kind", "address")) == [("order_placed", "tamu@contoh.example")]


def test_a_form_that_is_sent_twice_gives_one_order(product, village) -> None:
    basket = make_basket(product)
    wanted = wanted_for(basket, village.code)
    first = place_order(basket=basket, wanted=wanted, until=SOON)
    assert place_order(basket=basket, wanted=wanted, until=SOON) == first
    assert (Order.objects.count(), product.stockrecords.get().num_allocated) == (1, 1)


def test_a_form_that_is_sent_twice_at_the_same_moment_gives_one_order(product, village) -> None:
    basket = make_basket(product)
    wanted = wanted_for(basket, village.code)
    numbers = at_once(4, lambda _: place_order(basket=basket, wanted=wanted, until=SOON).number)
    assert (len(set(numbers)), Order.objects.count(), product.stockrecords.get().num_allocated) == (1, 1, 1)


def test_another_total_than_the_one_shown_is_refused(product, village) -> None:
    basket = make_basket(product)
    StockRecord.objects.update(price=260_000)
    wanted = wanted_for(basket, village.code, total=Rupiah(268_000))
    with pytest.raises(TotalChanged, match=r"dari Rp268\.000 menjadi Rp278\.000"):
        place_order(basket=basket, wanted=wanted, until=SOON)
    assert nothing_moved()


def test_what_is_gone_paused_or_empty_is_refused_and_nothing_moves(product, village) -> None:
    basket = make_basket(product, quantity=3)
    wanted = wanted_for(basket, village.code)
    StockRecord.objects.update(num_in_stock=2)
    with pytest.raises(SoldOut, match="Tas pandan anyam"):
        place_order(basket=basket, wanted=wanted, until=SOON)
    Product.objects.update(is_public=False)
    with pytest.raises(NotSold):
        place_order(basket=basket, wanted=wanted, until=SOON)
    with pytest.raises(EmptyBasket):
        place_order(basket=make_basket(), wanted=wanted, until=SOON)
    assert nothing_moved()


def test_a_parcel_without_a_courier_or_a_place_is_refused_and_nothing_moves(product, village) -> None:
    basket = make_basket(product)
    with pytest.raises(NoCourier, match="Sari"):
        place_order(basket=basket, wanted=wanted_for(basket, village.code, choices={}), until=SOON)
    with pytest.raises(UnknownPlace):
        place_order(basket=basket, wanted=wanted_for(basket, "99.99.99.9999"), until=SOON)
    assert nothing_moved()
    assert Basket.objects.get().status == Basket.OPEN


def test_of_ten_shoppers_with_the_last_piece_in_their_baskets_one_gets_it(product, village) -> None:
    StockRecord.objects.update(num_in_stock=1)
    baskets = [make_basket(product) for _ in range(10)]

    def try_it(number: int) -> str:
        try:
            place_order(basket=baskets[number], wanted=wanted_for(baskets[number], village.code), until=SOON)
        except SoldOut:
            return "sold out"
        return "placed"

    assert sorted(at_once(10, try_it)) == ["placed"] + ["sold out"] * 9
    assert (Order.objects.count(), product.stockrecords.get().num_allocated) == (1, 1)


def test_only_its_own_signature_opens_an_order(product, village) -> None:
    order = placed(product, village.code)
    assert order.is_signed_by(order.signature)
    assert not order.is_signed_by(order.signature[:-1])
    assert order.get_absolute_url() == f"/id/toko/pesanan/{order.number}/{order.signature}/"


def test_an_order_in_english_is_written_to_in_english(product, village) -> None:
    order = placed(
        product, village.code, language="en", destination=to_village(village.code, rw="005", rt="")
    )
    assert order.get_absolute_url().startswith("/en/toko/pesanan/")
    assert order.shipping_address.line2 == "RW 005"
    assert Notice.objects.get().subject == f"Order {order.number} is noted: please complete the payment"


def test_couriers_are_named_on_the_order(product, village, sari) -> None:
    order = placed(
        product, village.code, choices={product.artisan_id: quote(20_000, service="yes", service_name="YES")}
    )
    assert (order.shipping_method, order.shipping_code) == ("JNE YES", "jne:yes")
