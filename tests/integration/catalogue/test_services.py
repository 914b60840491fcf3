"""Publishing, pausing and counting products."""

import pytest
from django.db import IntegrityError, transaction

from iccn.audit.models import Line
from iccn.money.rupiah import Rupiah
from store.catalogue import changes
from store.catalogue.details import CertificateDetails
from store.catalogue.models import Product
from store.catalogue.refusals import (
    ArtisanWithoutChapter,
    IncompleteProduct,
    MadeToOrder,
    NotYourProduct,
    OtherProduct,
    StockBelowPromised,
    UnknownCategory,
)
from store.catalogue.services import add_stock, pause_product, publish_product, resume_product, set_stock
from store.partner.models import Partner, StockRecord
from tests.factories.catalogue import details_of, make_category, make_picture, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def artisan(sari) -> Partner:
    return Partner.objects.get(code="sari")


def test_publishing_makes_a_product_on_sale_with_its_provenance(artisan, bandung):
    category, picture = make_category(), make_picture()
    details = details_of(
        artisan, pictures=(picture,), certificates=(CertificateDetails(kind="sni", number="SNI 1"),)
    )

    product = publish_product(details=details, by="system:test", upc="ICS-1")

    assert product.chapter == bandung
    assert (product.artisan, product.is_public, product.slug) == (artisan, True, "tas-pandan-anyam")
    assert (product.materials, product.techniques) == (["daun pandan"], ["menganyam"])
    assert list(product.categories.all()) == [category]
    stock = StockRecord.objects.get()
    assert (stock.product, stock.partner, stock.rupiah) == (product, artisan, Rupiah(250_000))
    assert (stock.num_in_stock, stock.num_allocated, product.is_sellable) == (5, 0, True)
    assert [(one.picture, one.original.name) for one in product.images.all()] == [
        (picture, picture.file.name)
    ]
    assert [str(one) for one in product.certificates.all()] == ["SNI SNI 1"]
    assert Line.objects.get(verb="product.published").facts == {"upc": "ICS-1", "price": 250_000}


def test_publishing_the_same_code_again_gives_the_product_that_stands(artisan):
    first = make_product(artisan, upc="ICS-1")
    again = make_product(artisan, upc="ICS-1", title="Lain")
    assert again == first
    assert Product.objects.count() == StockRecord.objects.count() == 1
    assert again.title == "Tas pandan anyam"


def test_a_code_of_another_artisan_is_refused(artisan, bandung):
    make_product(artisan, upc="ICS-1")
    other = Partner.objects.create(name="Lain", code="lain")
    with pytest.raises(OtherProduct):
        make_product(other, upc="ICS-1")


def test_an_artisan_without_a_chapter_is_refused():
    make_category()
    with pytest.raises(ArtisanWithoutChapter):
        make_product(Partner.objects.create(name="Lain", code="lain"))
    assert not Product.objects.exists()


def test_an_unknown_category_is_refused(artisan):
    with pytest.raises(UnknownCategory):
        publish_product(details=details_of(artisan, category_slug="tidak-ada"), by="system:test", upc="ICS-1")
    assert not Product.objects.exists()


def test_an_incomplete_product_names_what_is_missing(artisan):
    with pytest.raises(IncompleteProduct) as refusal:
        make_product(artisan, title=" ", weight_g=0)
    assert refusal.value.facts == {"fields": "title, weight_g"}


def test_made_to_order_has_no_stock_and_is_sellable(artisan):
    product = make_product(artisan, made_to_order=True)
    assert (product.stock.num_in_stock, product.pieces_left, product.is_sellable) == (None, None, True)
    assert list(Product.objects.sellable()) == [product]


def test_the_artisan_pauses_and_resumes_her_own_product(artisan, sari):
    product = make_product(artisan)

    paused = pause_product(product=product, by=sari)
    assert (paused.is_public, paused.is_sellable) == (False, False)
    assert pause_product(product=product, by=sari).paused_at == paused.paused_at
    assert list(Product.objects.sellable()) == []
    assert list(Product.objects.published()) == [product]

    resumed = resume_product(product=product, by=sari)
    assert (resumed.is_public, resumed.paused_at) == (True, None)
    resume_product(product=product, by=sari)
    assert list(Line.objects.order_by("id").values_list("verb", flat=True)) == [
        "product.published",
        "product.paused",
        "product.resumed",
    ]


def test_a_stranger_may_neither_pause_nor_resume_nor_count(artisan, joko):
    product = make_product(artisan)
    for verb in (pause_product, resume_product):
        with pytest.raises(NotYourProduct):
            verb(product=product, by=joko)
    with pytest.raises(NotYourProduct):
        set_stock(product=product, pieces=1, by=joko)
    product.refresh_from_db()
    assert (product.paused_at, StockRecord.objects.get().num_in_stock) == (None, 5)


def test_counting_stock_never_goes_below_what_is_promised(artisan, sari):
    product = make_product(artisan)
    StockRecord.objects.update(num_allocated=3)

    with pytest.raises(StockBelowPromised) as refusal:
        set_stock(product=product, pieces=2, by=sari)
    assert refusal.value.facts == {"promised": 3, "product": product.pk}

    with pytest.raises(StockBelowPromised):
        add_stock(product=product, pieces=-3, by=sari)
    assert add_stock(product=product, pieces=2, by=sari).num_in_stock == 7
    assert set_stock(product=product, pieces=3, by=sari).net_stock_level == 0
    assert list(Product.objects.sellable()) == []


def test_stock_of_what_is_made_to_order_cannot_be_counted(artisan):
    with pytest.raises(MadeToOrder):
        set_stock(product=make_product(artisan, made_to_order=True), pieces=1, by="system:test")


@pytest.mark.parametrize(
    "change", [{"num_allocated": 6}, {"num_allocated": -1}, {"price": 0}, {"price": "10.50"}]
)
def test_the_table_itself_refuses_wrong_stock(artisan, change):
    make_product(artisan)
    with pytest.raises(IntegrityError), transaction.atomic():
        StockRecord.objects.update(**change)


@pytest.mark.parametrize("change", [{"weight_g": 0}, {"making_cost": -1}, {"published_at": None}])
def test_the_table_itself_refuses_a_wrong_product(artisan, change):
    make_product(artisan)
    with pytest.raises(IntegrityError), transaction.atomic():
        Product.objects.update(**change)


def test_products_are_found_by_chapter_and_artisan(artisan, bandung, jepara):
    product = make_product(artisan)
    assert list(Product.objects.from_chapter(bandung).by_artisan(artisan)) == [product]
    assert not Product.objects.from_chapter(jepara).exists()


def test_a_listener_hears_of_a_change_once_it_stands(
    artisan, sari, monkeypatch, django_capture_on_commit_callbacks
):
    heard = []
    monkeypatch.setattr("store.catalogue.changes._listeners", [])
    changes.listen(heard.append)
    changes.listen(changes._listeners[0])  # a second time changes nothing
    product = make_product(artisan)
    with django_capture_on_commit_callbacks(execute=True):
        pause_product(product=product, by=sari)
        assert heard == []
    assert heard == [(product.pk,)]
