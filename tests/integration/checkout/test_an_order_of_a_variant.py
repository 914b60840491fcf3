"""From publishing to a paid order with one variant: its stock alone moves, and everybody reads which one it was."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from iccn.money.rupiah import Rupiah
from iccn.notices.models import Notice
from store.basket.models import Basket
from store.catalogue.models import Product
from store.order.models import Order
from store.order.parcels import confirm_parcel
from store.order.placing import place_order
from store.order.services import mark_paid, release
from store.partner.models import Partner, StockRecord
from store.partner.strategy import Selector
from store.payment.purchase import items_of
from store.profit.models import LineShare
from store.profit.services import post_paid
from tests.factories.catalogue import make_picture, make_product, make_variants
from tests.factories.checkout import placed, wanted_for
from tests.factories.payment import make_attempt
from tests.factories.profit import lay_the_books

pytestmark = pytest.mark.django_db


@pytest.fixture
def bag(sari) -> Product:
    artisan = Partner.objects.get(code="sari")
    make_product(artisan, upc="LAIN")
    made = make_variants(artisan, upc="ICS-7", pictures=(make_picture(),))
    return Product.objects.for_display().get(pk=made.pk)


def stock() -> dict[str, tuple[int, int]]:
    """Pieces in stock and promised, by code."""
    rows = StockRecord.objects.values_list("partner_sku", "num_in_stock", "num_allocated")
    return {sku: (there, promised) for sku, there, promised in rows}


BEFORE = {
    "LAIN": (5, 0),
    "ICS-7-01": (3, 0),
    "ICS-7-02": (5, 0),
    "ICS-7-03": (4, 0),
    "ICS-7-04": (0, 0),
    "ICS-7-05": (0, 0),
}


def ordered(client, bag, village) -> Order:
    lay_the_books()
    client.post(reverse("basket:add", args=[bag.pk]), {"warna": "Merah", "ukuran": "L", "quantity": 2})
    basket = Basket.objects.get()
    basket.strategy = Selector().strategy()
    until = timezone.now() + timedelta(minutes=15)
    return place_order(basket=basket, wanted=wanted_for(basket, village.code), until=until)


def test_the_stock_of_the_chosen_variant_moves_and_no_other(client, bag, village, sari) -> None:
    assert stock() == BEFORE
    order = ordered(client, bag, village)
    assert stock() == {**BEFORE, "ICS-7-02": (5, 2)}
    line = order.lines.get()
    assert (line.title, line.upc, line.partner_sku) == (
        "Tas pandan anyam · Merah, L",
        "ICS-7-02",
        "ICS-7-02",
    )
    assert (order.goods, order.shipping) == (Rupiah(280_000), Rupiah(18_000))

    attempt = make_attempt(order, state="paid", amount=Rupiah(298_000), paid_at=timezone.now())
    mark_paid(order=order, attempt=attempt)
    post_paid(order=order, attempt=attempt)

    assert stock() == {**BEFORE, "ICS-7-02": (3, 0)}
    share = LineShare.objects.get()
    assert (share.price, share.artisan) == (Rupiah(280_000), Rupiah(224_000))
    assert not Product.objects.filter(is_public=False).exists()
    told = {notice.kind: notice.text for notice in Notice.objects.all()}
    assert "2 × Tas pandan anyam · Merah, L" in told["order_paid"]
    assert "2 × Tas pandan anyam · Merah, L" in told["parcel_to_make"]


def test_what_is_let_go_is_free_for_that_variant(client, bag, village) -> None:
    release(order=ordered(client, bag, village))
    assert stock() == BEFORE


def test_the_books_keep_the_making_cost_of_a_cheap_variant(bag, village) -> None:
    """Rp110.000 at four fifths is Rp88.000; making it costs Rp95.000, which the artisan gets."""
    lay_the_books()
    Product.objects.filter(upc="ICS-7-05").update(making_cost=95_000)
    StockRecord.objects.filter(partner_sku="ICS-7-05").update(num_in_stock=1)
    order = placed(Product.objects.get(upc="ICS-7-05"), village.code)
    attempt = make_attempt(order, state="paid", amount=Rupiah(128_000), paid_at=timezone.now())
    mark_paid(order=order, attempt=attempt)
    post_paid(order=order, attempt=attempt)
    assert LineShare.objects.get().artisan == Rupiah(95_000)


def test_everybody_reads_which_variant_it_is(client, bag, village, sari) -> None:
    order = ordered(client, bag, village)
    assert items_of(order, order.total)[0].name == "Tas pandan anyam · Merah, L"
    page = client.get(order.get_absolute_url()).content.decode()
    assert "Tas pandan anyam · Merah, L" in page
    assert "<img" in page
    with translation.override("en"):
        assert order.lines.get().name_shown == "Woven pandan bag · Merah, L"
    mark_paid(order=order, attempt=make_attempt(order))
    confirm_parcel(parcel=order.parcels.get(), by=sari)
    client.force_login(sari)
    assert "2 × Tas pandan anyam · Merah, L" in client.get("/id/perajin/pesanan/").content.decode()


def test_the_checkout_names_and_weighs_the_variant(client, bag, village) -> None:
    from store.checkout.receipt import parts_of_basket
    from store.checkout.selectors import Due, contents_of, parcels_of
    from store.shipping.services import lay_example_tariffs

    lay_example_tariffs()
    client.post(reverse("basket:add", args=[bag.pk]), {"varian": "02", "quantity": 2})
    basket = Basket.objects.get()
    basket.strategy = Selector().strategy()
    (parcel,) = parcels_of(basket, village.code)
    assert parcel.items[0]["title"] == "Tas pandan anyam · Merah, L"
    contents = contents_of(parcel.lines)
    assert (contents.grams, contents.volume_cm3, contents.value) == (800, 18_000, Rupiah(280_000))
    due = Due([parcel], {parcel.artisan.pk: parcel.quotes[0].key})
    parts = {part["kind"]: part["amount"] for part in parts_of_basket(due)}
    assert parts["artisan"] == Rupiah(224_000)
