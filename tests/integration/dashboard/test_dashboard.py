"""Oscar's dashboard: for store staff alone, and nowhere else on the site."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.urls import URLPattern, get_resolver, reverse
from django.utils import translation

from iccn.accounts import roles
from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from store.catalogue.models import Category, Product
from store.partner.models import Partner, StockRecord
from store.search.models import ProductDocument
from store.search.services import reindex
from tests.conftest import person
from tests.factories.catalogue import make_picture, make_product, make_variants

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    cache.clear()
    with translation.override("id"):
        yield


@pytest.fixture
def tari(db):
    """Store staff."""
    sync_roles()
    return person("Tari", roles.STORE_STAFF, is_staff=True)


@pytest.fixture
def product(sari) -> Product:
    product = make_product(Partner.objects.get(code="sari"), pictures=(make_picture(),))
    list(reindex())
    return product


def patterns(found, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in found:
        if isinstance(one, URLPattern):
            yield prefix + str(one.pattern), one
        else:
            yield from patterns(one.url_patterns, prefix + str(one.pattern))


def desk_addresses() -> list[str]:
    return [
        reverse("dashboard:index"),
        reverse("dashboard:catalogue-product-list"),
        reverse("dashboard:catalogue-category-list"),
        reverse("dashboard:order-list"),
        reverse("dashboard:order-stats"),
        reverse("dashboard:partner-list"),
        reverse("dashboard:reports-index"),
    ]


def test_store_staff_open_every_page_of_the_desk(client, tari, product):
    client.force_login(tari)
    category = Category.objects.get()
    pages = [
        *desk_addresses(),
        reverse("dashboard:catalogue-product", args=[product.pk]),
        reverse("dashboard:catalogue-category-detail-list", args=[category.pk]),
        reverse("dashboard:catalogue-category-create"),
        reverse("dashboard:catalogue-category-update", args=[category.pk]),
    ]
    for address in pages:
        assert address.startswith("/kelola/toko/")
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("who", ["joko", "sari", "bagus", "wulan", "ratna", "dewi"])
def test_everybody_else_is_refused(client, request, product, who):
    sync_roles()
    client.force_login(request.getfixturevalue(who))
    for address in [*desk_addresses(), reverse("dashboard:catalogue-product", args=[product.pk])]:
        assert client.get(address).status_code == 403, address
        assert client.post(address).status_code == 403, address


def test_a_vendor_with_oscars_own_permission_sees_nothing_either(client, sari, product):
    from django.contrib.auth.models import Permission

    sari.user_permissions.add(Permission.objects.get(codename="dashboard_access"))
    client.force_login(sari)
    for address in desk_addresses():
        assert client.get(address).status_code == 403


def test_a_guest_is_sent_to_log_in(client, db):
    response = client.get("/kelola/toko/")
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


def test_what_would_write_past_a_service_is_closed_even_for_store_staff(client, tari, product):
    client.force_login(tari)
    for name, args in (
        ("catalogue-product-delete", [product.pk]),
        ("catalogue-product-create", []),
        ("catalogue-category-delete", [Category.objects.get().pk]),
        ("partner-create", []),
        ("users-index", []),
        ("order-list", []),
    ):
        assert client.post(reverse(f"dashboard:{name}", args=args)).status_code == 403, name
    assert Product.objects.count() == 1


def test_staff_count_stock_and_pause_through_the_services(client, tari, product):
    client.force_login(tari)
    address = reverse("dashboard:catalogue-product", args=[product.pk])

    client.post(address, {"act": "stock", "thing": product.pk, "pieces": "9"})
    assert StockRecord.objects.get().num_in_stock == 9
    client.post(address, {"act": "pause"})
    assert not Product.objects.get().is_public
    assert "Jual lagi" in client.get(address).content.decode()
    client.post(address, {"act": "resume"})
    assert Product.objects.get().is_public
    assert set(Line.objects.filter(actor=f"user:{tari.pk}").values_list("verb", flat=True)) == {
        "stock.counted",
        "product.paused",
        "product.resumed",
    }


def test_a_refusal_is_told_and_nothing_changes(client, tari, product):
    client.force_login(tari)
    StockRecord.objects.update(num_allocated=4)
    address = reverse("dashboard:catalogue-product", args=[product.pk])
    response = client.post(address, {"act": "stock", "thing": product.pk, "pieces": "2"}, follow=True)
    assert "4 buah sudah dijanjikan" in response.content.decode()
    response = client.post(address, {"act": "stock", "thing": product.pk, "pieces": "-1"})
    assert response.status_code == 200
    assert StockRecord.objects.get().num_in_stock == 5


def test_staff_count_the_stock_of_one_variant(client, tari, product):
    bag = make_variants(product.artisan, upc="ICS-7")
    first, second = Product.objects.filter(parent=bag).order_by("upc")[:2]
    client.force_login(tari)
    address = reverse("dashboard:catalogue-product", args=[bag.pk])
    page = client.get(address).content.decode()
    assert "Merah, M" in page
    assert 'aria-label="Simpan stok Merah, L"' in page

    client.post(address, {"act": "stock", "thing": second.pk, "pieces": "11"})
    client.post(address, {"act": "stock", "thing": product.pk, "pieces": "99"})

    stock = dict(StockRecord.objects.values_list("partner_sku", "num_in_stock"))
    assert (stock["ICS-7-01"], stock["ICS-7-02"], stock[product.upc]) == (3, 11, 5)
    assert client.get(reverse("dashboard:catalogue-product", args=[first.pk])).status_code == 404
    client.post(address, {"act": "pause"})
    assert not Product.objects.filter(parent=bag, is_public=True).exists()
    assert client.get(reverse("dashboard:catalogue-product-list")).status_code == 200


def test_a_renamed_category_is_found_by_its_new_name(
    client, tari, product, django_capture_on_commit_callbacks
):
    client.force_login(tari)
    category = Category.objects.get()
    fields = {
        "name": "Gerabah",
        "name_en": "Pottery",
        "slug": "gerabah",
        "is_public": "on",
        "treebeard_position": "first-child",
    }
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("dashboard:catalogue-category-update", args=[category.pk]), fields)
    assert response.status_code == 302
    assert Category.objects.get().name_en == "Pottery"
    assert "'gerabah'" in ProductDocument.objects.get().words
    assert Line.objects.filter(verb="category.changed").count() == 1


def test_a_new_category_is_put_under_the_one_it_was_asked_from(client, tari, product):
    client.force_login(tari)
    parent = Category.objects.get()
    form = client.get(reverse("dashboard:catalogue-category-create-child", args=[parent.pk])).context["form"]
    assert form.initial["treebeard_ref_node"] == parent.pk
    form.initial.pop("_ref_node_id")
    client.post(
        reverse("dashboard:catalogue-category-create"),
        {"name": "Tas", "slug": "tas", "is_public": "on", **form.initial},
    )
    parent.refresh_from_db()
    assert [one.slug for one in parent.get_children()] == ["tas"]


def test_no_stock_oscar_page_is_reachable_outside_the_desk():
    stock = [
        address
        for address, pattern in patterns(get_resolver().url_patterns)
        if "kelola/" not in address and pattern.callback.__module__.startswith("oscar.")
    ]
    views = [
        address
        for address, pattern in patterns(get_resolver().url_patterns)
        if "kelola/" not in address
        and getattr(pattern.callback, "view_class", type).__module__.startswith("oscar.")
    ]
    assert (stock, views) == ([], [])
