"""What curators put in front: it shows from its day to its day, to everyone, and nobody else puts it there."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation

from content.blocks.streams import lesson_blocks
from content.blocks.writing import body
from content.home.models import HomePage
from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from iccn.config.tasks import publish_scheduled
from store.api.selectors import collection_shelf, maker_shelf
from store.catalogue.services import pause_product
from store.partner.models import Partner
from store.promotion.details import PromotionDetails
from store.promotion.models import Collection, FeaturedMaker
from store.promotion.refusals import EmptyCollection, MakerDoesNotAgree
from store.promotion.services import feature_maker, publish_collection
from store.search.services import reindex
from tests.factories.catalogue import make_category, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def artisan(sari) -> Partner:
    return Partner.objects.get(code="sari")


@pytest.fixture
def products(artisan) -> list[int]:
    make_category()
    made = [make_product(artisan, upc=upc, title=title).pk for upc, title in (("A", "Tas"), ("B", "Topi"))]
    list(reindex())
    return made


@pytest.fixture
def gifts(products) -> Collection:
    details = PromotionDetails(
        title="Kado", title_en="Gifts", text="Untuk dibagi.", products=(products[1], products[0])
    )
    return publish_collection(slug="kado", kind="season", details=details, by="system:test")


@pytest.fixture
def featured(artisan, products) -> FeaturedMaker:
    details = PromotionDetails(title="Sari menganyam", text="Rapat dan rata.")
    return feature_maker(artisan=artisan, details=details, by="system:test")


def test_a_collection_shows_its_products_in_the_curators_order(client, gifts) -> None:
    page = client.get("/id/toko/koleksi/kado/").content.decode()
    assert page.index("Topi") < page.index("Tas")
    assert "Untuk dibagi." in page
    assert "Gifts" in client.get("/en/toko/koleksi/kado/").content.decode()
    listed = client.get("/id/toko/koleksi/").content.decode()
    assert "Kado" in listed
    assert "Musim" in listed
    assert Line.objects.filter(verb="promotion.published").count() == 1


def test_publishing_again_changes_nothing_and_an_empty_one_is_refused(gifts, products) -> None:
    again = PromotionDetails(title="Lain", products=(products[0],))
    assert publish_collection(slug="kado", kind="collection", details=again, by="system:test") == gifts
    assert Collection.objects.get().title == "Kado"
    with pytest.raises(EmptyCollection):
        publish_collection(
            slug="baru", kind="season", details=PromotionDetails(title="Baru"), by="system:test"
        )
    assert Collection.objects.count() == 1


@pytest.mark.parametrize(
    ("change", "shows"),
    [
        ({}, True),
        ({"live": False}, False),
        ({"go_live_at": timedelta(hours=1)}, False),
        ({"go_live_at": timedelta(hours=-1)}, True),
        ({"expire_at": timedelta(hours=-1)}, False),
        ({"expire_at": timedelta(hours=1)}, True),
    ],
)
def test_it_shows_from_its_day_to_its_day_even_when_the_clock_is_late(client, gifts, change, shows) -> None:
    moved = {
        name: timezone.now() + one if isinstance(one, timedelta) else one for name, one in change.items()
    }
    Collection.objects.update(**moved)
    gifts.refresh_from_db()
    assert gifts.is_showing is shows
    assert client.get("/id/toko/koleksi/kado/").status_code == (200 if shows else 404)
    assert (collection_shelf(gifts) is not None) is shows


def test_the_clock_ends_what_is_over(gifts) -> None:
    Collection.objects.update(expire_at=timezone.now() - timedelta(minutes=1))
    publish_scheduled.enqueue()
    gifts.refresh_from_db()
    assert (gifts.live, gifts.expired) == (False, True)


def test_what_is_not_on_sale_is_left_out_and_an_empty_shelf_vanishes(client, gifts, products) -> None:
    for upc in ("A", "B"):
        product = gifts.items.get(product__upc=upc).product
        pause_product(product=product, by="system:test")
    list(reindex())
    assert collection_shelf(gifts) is None
    assert "sedang habis" in client.get("/id/toko/koleksi/kado/").content.decode()


def test_a_maker_is_put_in_front_only_while_she_agrees(client, artisan, featured) -> None:
    shelf = maker_shelf(featured)
    assert shelf is not None
    assert (shelf.name, [card.title for card in shelf.cards]) == (artisan.name, ["Topi", "Tas"])
    assert "Sari menganyam" in client.get("/id/toko/koleksi/").content.decode()
    artisan.is_public = False
    artisan.save()
    featured.refresh_from_db()
    assert maker_shelf(featured) is None
    assert "Sari menganyam" not in client.get("/id/toko/koleksi/").content.decode()
    with pytest.raises(ValidationError, match="belum setuju"):
        featured.clean()


def test_a_maker_who_does_not_agree_is_refused_and_one_in_front_stays(artisan, products) -> None:
    Partner.objects.update(is_public=False)
    artisan.refresh_from_db()
    details = PromotionDetails(title="Sari")
    with pytest.raises(MakerDoesNotAgree):
        feature_maker(artisan=artisan, details=details, by="system:test")
    assert not FeaturedMaker.objects.exists()
    Partner.objects.update(is_public=True)
    artisan.refresh_from_db()
    first = feature_maker(artisan=artisan, details=details, by="system:test")
    assert feature_maker(artisan=artisan, details=details, by="system:test") == first


def test_pages_cost_few_queries(client, gifts, featured, django_assert_max_num_queries) -> None:
    for path in ("/id/toko/koleksi/", "/id/toko/koleksi/kado/"):
        client.get(path)
        with django_assert_max_num_queries(8):
            client.get(path)


def test_nothing_promoted_says_so(client, db) -> None:
    page = client.get("/id/toko/koleksi/").content.decode()
    assert "Belum ada koleksi" in page
    assert client.get("/id/toko/koleksi/kado/").status_code == 404


def test_an_editor_places_them_on_a_page_and_they_vanish_by_themselves(client, gifts, featured) -> None:
    call_command("lay_pages")
    home = HomePage.objects.get(locale__language_code="id")
    home.body = body([{"collection": {"collection": gifts}}, {"maker": {"maker": featured}}])
    home.save_revision().publish()
    page = client.get("/id/").content.decode()
    assert "Lihat seluruh koleksi" in page
    assert "Semua karya" in page
    Collection.objects.update(expire_at=timezone.now() - timedelta(minutes=1))
    FeaturedMaker.objects.all().delete()
    page = client.get("/id/").content.decode()
    assert "Lihat seluruh koleksi" not in page
    assert "Sari menganyam" not in page


def test_lessons_sell_nothing() -> None:
    assert not {"products", "collection", "maker"} & {name for name, _block in lesson_blocks()}


@pytest.mark.parametrize("name", ["joko", "sari", "bagus", "dewi"])
def test_nobody_but_curators_puts_things_in_front(client, gifts, request, name) -> None:
    sync_roles()
    client.force_login(request.getfixturevalue(name))
    for path in ("wagtailsnippets_promotion_collection:add", "wagtailsnippets_promotion_featuredmaker:add"):
        assert client.get(reverse(path)).status_code in {302, 403}


def test_a_curator_writes_previews_and_chooses(client, gifts, featured, wulan, products) -> None:
    sync_roles()
    client.force_login(wulan)
    with translation.override("id"):
        listed = client.get(reverse("wagtailsnippets_promotion_collection:list")).content.decode()
        assert "Kado" in listed
        edit = reverse("wagtailsnippets_promotion_collection:edit", args=[gifts.pk])
        assert client.get(edit).status_code == 200
        chosen = client.get(reverse("product_chooser:choose")).content.decode()
        assert "Tas" in chosen
        assert "Sari" in client.get(reverse("maker_chooser:choose")).content.decode()
    for one, words in ((gifts, {"id": "Kado", "en": "Gifts"}), (featured, {"id": "Sari menganyam"})):
        for mode, expected in words.items():
            preview = one.make_preview_request(preview_mode=mode)
            assert expected in preview.content.decode()
