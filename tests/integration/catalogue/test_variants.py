"""A product with variants: a parent without stock, and children that can be bought."""

import pytest
from django.db import IntegrityError, transaction

from iccn.audit.models import Line
from iccn.money.rupiah import Rupiah
from store.catalogue import changes
from store.catalogue.choosing import Choice
from store.catalogue.details import VariantDetails
from store.catalogue.models import Product
from store.catalogue.refusals import (
    MadeToOrder,
    NoSuchVariant,
    NothingChosen,
    NotYourProduct,
    StockByVariant,
    WrongVariants,
)
from store.catalogue.services import pause_product, resume_product, set_stock, tell_of_artisan
from store.partner.models import Partner, StockRecord
from store.partner.strategy import Selector
from tests.factories.catalogue import VARIANTS, make_product, make_variants

pytestmark = pytest.mark.django_db


@pytest.fixture
def artisan(sari) -> Partner:
    return Partner.objects.get(code="sari")


@pytest.fixture
def bag(artisan) -> Product:
    make_variants(artisan, upc="ICS-1")
    return Product.objects.for_display().get(upc="ICS-1")


def test_publishing_makes_a_parent_without_stock_and_its_children(artisan, bag, bandung):
    assert (bag.is_parent, StockRecord.objects.filter(product=bag).count()) == (True, 0)
    assert [(one.upc, one.variant_words, int(one.price), one.pieces_left) for one in bag.variants] == [
        ("ICS-1-01", "Merah, M", 125_000, 3),
        ("ICS-1-02", "Merah, L", 140_000, 5),
        ("ICS-1-03", "Biru, M", 125_000, 4),
        ("ICS-1-04", "Biru, L", 125_000, 0),
        ("ICS-1-05", "Hijau, M", 110_000, 0),
    ]
    for one in bag.variants:
        assert (one.artisan, one.chapter, one.stock.partner) == (artisan, bandung, artisan)
        assert (one.weight_g, one.making_cost, one.making_days) == (400, Rupiah(60_000), 3)
        assert (one.title, one.name_shown) == ("Tas pandan anyam", f"Tas pandan anyam · {one.variant_words}")
        assert (one.categories.count(), one.images.count(), one.product_class) == (0, 0, None)
        one.clean()
    bag.clean()
    assert Line.objects.filter(verb="product.published").count() == 1


def test_publishing_again_gives_the_product_that_stands(artisan, bag):
    assert make_variants(artisan, upc="ICS-1", variants=VARIANTS[:1]) == bag
    assert (Product.objects.count(), StockRecord.objects.count()) == (6, 5)


@pytest.mark.parametrize(
    ("wrong", "number"),
    [
        ((VARIANTS[0], VARIANTS[0]), 2),
        ((VARIANTS[0], VariantDetails(options={"warna": "Biru"})), 2),
        ((VariantDetails(options={"panjang": "1 m"}),), 1),
        ((VariantDetails(options={"warna": "Biru"}, stock=-1),), 1),
        ((VariantDetails(options={"warna": "Biru"}, price=Rupiah(0)),), 1),
        (tuple(VariantDetails(options={"warna": f"Warna {n}"}) for n in range(31)), 31),
    ],
)
def test_wrong_variants_are_refused_and_nothing_is_made(artisan, wrong, number):
    with pytest.raises(WrongVariants) as refusal:
        make_variants(artisan, variants=wrong)
    assert refusal.value.facts["number"] == number
    assert not Product.objects.exists()
    assert not StockRecord.objects.exists()


def test_the_parent_tells_the_lowest_price_that_can_be_had(bag):
    assert (bag.price, bag.pieces_left, bag.is_sellable) == (Rupiah(125_000), 12, True)
    StockRecord.objects.update(num_in_stock=0)
    empty = Product.objects.for_display().get(pk=bag.pk)
    assert (empty.price, empty.pieces_left, empty.is_sellable) == (Rupiah(110_000), 0, False)


def test_a_parent_is_sellable_while_one_variant_is(bag, artisan):
    single = make_product(artisan)
    assert set(Product.objects.sellable()) == {bag, single}
    assert set(Product.objects.published()) == {bag, single}
    StockRecord.objects.exclude(product__variant_options={"warna": "Biru", "ukuran": "M"}).update(
        num_in_stock=0
    )
    assert list(Product.objects.sellable()) == [bag]
    StockRecord.objects.update(num_in_stock=0)
    assert not Product.objects.sellable().exists()


def test_made_to_order_holds_for_every_variant(artisan):
    make_variants(artisan, upc="ICS-2", made_to_order=True)
    bag = Product.objects.for_display().get(upc="ICS-2")
    assert (bag.pieces_left, bag.price) == (None, Rupiah(110_000))
    assert all(one.is_sellable and one.stock.num_in_stock is None for one in bag.variants)
    with pytest.raises(MadeToOrder):
        set_stock(product=bag.variants[0], pieces=1, by="system:test")


def test_the_shop_sells_a_variant_and_never_the_parent(bag):
    strategy = Selector().strategy()
    red, blue_l = bag.variants[0], bag.variants[3]
    assert strategy.fetch_for_product(red).availability.is_available_to_buy
    assert strategy.fetch_for_product(red).price.incl_tax == 125_000
    assert not strategy.fetch_for_product(blue_l).availability.is_available_to_buy
    assert not strategy.fetch_for_product(bag).availability.is_available_to_buy
    assert strategy.fetch_for_parent(bag).availability.is_available_to_buy


def test_stock_is_counted_for_one_variant_alone(
    bag, sari, joko, monkeypatch, django_capture_on_commit_callbacks
):
    heard: list[tuple[int, ...]] = []
    monkeypatch.setattr("store.catalogue.changes._listeners", [])
    changes.listen(heard.append)
    with django_capture_on_commit_callbacks(execute=True):
        set_stock(product=bag.variants[0], pieces=9, by=sari)
    assert heard == [(bag.pk,)]
    assert list(StockRecord.objects.order_by("partner_sku").values_list("num_in_stock", flat=True)) == [
        9, 5, 4, 0, 0,
    ]  # fmt: skip
    with pytest.raises(StockByVariant):
        set_stock(product=bag, pieces=9, by=sari)
    with pytest.raises(NotYourProduct):
        set_stock(product=bag.variants[0], pieces=1, by=joko)


def test_pausing_takes_every_variant_off_the_shelf(bag, sari):
    pause_product(product=bag.variants[1], by=sari)
    assert not Product.objects.filter(is_public=True).exists()
    assert not Product.objects.sellable().exists()
    held = Product.objects.get(pk=bag.variants[0].pk)
    assert not Selector().strategy().fetch_for_product(held).availability.is_available_to_buy
    resume_product(product=bag, by=sari)
    assert not Product.objects.filter(is_public=False).exists()


def test_the_table_itself_keeps_variants_to_one_hand(bag, jepara):
    child = bag.variants[0]
    for change in (
        {"chapter": jepara},
        {"variant_options": {}},
        {"parent": None},
        {"variant_options": bag.variants[1].variant_options},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Product.objects.filter(pk=child.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        Product.objects.filter(pk=bag.pk).update(variant_options={"warna": "Merah"})
    Product.objects.filter(pk=bag.pk).update(chapter=jepara)
    assert set(Product.objects.values_list("chapter", flat=True)) == {jepara.pk}


def test_of_an_artisan_whole_products_are_told(bag, artisan, monkeypatch, django_capture_on_commit_callbacks):
    heard: list[tuple[int, ...]] = []
    monkeypatch.setattr("store.catalogue.changes._listeners", [])
    changes.listen(heard.append)
    with django_capture_on_commit_callbacks(execute=True):
        tell_of_artisan(artisan=artisan)
    assert heard == [(bag.pk,)]


def test_a_variant_leads_to_its_products_page(bag):
    child = bag.variants[1]
    assert child.get_absolute_url() == f"{bag.get_absolute_url()}?varian=02"
    assert child.shown_images == bag.shown_images == []


def test_a_choice_is_read_from_a_number_or_from_options(bag):
    assert Choice.read(bag, {"varian": "02"}).thing.variant_words == "Merah, L"
    assert Choice.read(bag, {"warna": "Merah", "ukuran": "L"}).thing.upc == "ICS-1-02"
    begun = Choice.read(bag, {"warna": "Merah", "ukuran": "XXL", "lain": "x"})
    assert (begun.options, begun.missing, begun.variant) == ({"warna": "Merah"}, ["ukuran"], None)
    assert begun.address == f"{bag.get_absolute_url()}?warna=Merah"
    with pytest.raises(NothingChosen) as refusal:
        _ = begun.thing
    assert str(refusal.value) == "Anda belum memilih ukuran. Pilih dulu, lalu masukkan ke keranjang."
    with pytest.raises(NothingChosen) as refusal:
        _ = Choice.read(bag, {"varian": "77"}).thing
    assert refusal.value.facts == {"names": "warna dan ukuran"}
    with pytest.raises(NoSuchVariant) as refusal_of_none:
        _ = Choice.read(bag, {"warna": "Hijau", "ukuran": "L"}).thing
    assert refusal_of_none.value.facts["words"] == "Hijau, L"


def test_what_is_sold_in_one_way_needs_no_choice(artisan):
    product = make_product(artisan)
    choice = Choice.read(product, {"varian": "01", "warna": "Merah"})
    assert (choice.thing, choice.address, product.variants) == (product, product.get_absolute_url(), [])


def test_variants_cost_the_same_few_queries_however_many(artisan, django_assert_num_queries):
    many = tuple(VariantDetails(options={"warna": f"Warna {n}"}, stock=n) for n in range(30))
    make_variants(artisan, upc="ICS-3", variants=many)
    with django_assert_num_queries(4):
        found = Product.objects.with_variants().get(upc="ICS-3")
        prices = [(one.price, one.pieces_left, one.get_absolute_url()) for one in found.variants]
    assert len(prices) == 30
