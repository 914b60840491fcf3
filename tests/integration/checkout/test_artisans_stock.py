"""An artisan's products: counted by a step or a number, paused, found; nobody else's at all."""

import pytest

from iccn.audit.models import Line as AuditLine
from iccn.notices.models import Notice
from tests.factories.catalogue import make_product, make_variants
from tests.factories.checkout import placed

pytestmark = pytest.mark.django_db
LIST = "/id/perajin/produk/"


@pytest.fixture
def bag(artisan):
    return make_product(artisan, upc="TST-1", stock=5)


def left(product) -> int:
    return product.stockrecords.get().num_in_stock


def test_stock_changes_by_one_step_or_by_a_number_and_is_audited(room, bag, sari) -> None:
    address = f"{LIST}{bag.pk}/"
    assert room.post(address, {"tambah": bag.pk, "dari": "tampil=dijual"})["Location"] == (
        f"{LIST}?tampil=dijual#produk-{bag.pk}"
    )
    assert left(bag) == 6
    room.post(address, {"kurang": bag.pk})
    room.post(address, {"kurang": bag.pk})
    assert left(bag) == 4
    room.post(address, {"save": "1", f"stok-{bag.pk}": "12"})
    assert left(bag) == 12
    lines = AuditLine.objects.filter(verb="stock.counted", actor=f"user:{sari.pk}").order_by("pk")
    assert [one.facts for one in lines] == [
        {"before": 5, "after": 6}, {"before": 6, "after": 5}, {"before": 5, "after": 4}, {"before": 4, "after": 12}
    ]  # fmt: skip


def test_below_what_is_promised_is_refused_and_what_was_typed_survives(room, bag, village) -> None:
    placed(bag, village.code, quantity=4)
    answer = room.post(f"{LIST}{bag.pk}/", {"save": "1", f"stok-{bag.pk}": "3"})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "4 buah sudah dijanjikan kepada pembeli. Tulis jumlah stok 4 atau lebih." in text
    assert f'name="stok-{bag.pk}" value="3"' in text
    room.post(f"{LIST}{bag.pk}/", {"kurang": bag.pk})
    assert (
        "4 buah sudah dijanjikan"
        in room.post(f"{LIST}{bag.pk}/", {"kurang": bag.pk}, follow=True).content.decode()
    )
    assert left(bag) == 4


@pytest.mark.parametrize("typed", ["", "dua", "-1", "1.5"])
def test_what_is_no_number_is_explained(room, bag, typed) -> None:
    answer = room.post(f"{LIST}{bag.pk}/", {"save": "1", f"stok-{bag.pk}": typed})
    assert (answer.status_code, left(bag)) == (422, 5)
    assert 'aria-invalid="true"' in answer.content.decode()


def test_each_variant_is_counted_by_itself(room, artisan) -> None:
    product = make_variants(artisan, upc="TST-8")
    first, second = product.variants[:2]
    room.post(f"{LIST}{product.pk}/", {"tambah": second.pk})
    assert [left(one) for one in (first, second)] == [3, 6]
    typed = {f"stok-{one.pk}": "9" for one in product.variants}
    room.post(f"{LIST}{product.pk}/", {"save": "1", **typed})
    assert {left(one) for one in product.variants} == {9}
    assert room.post(f"{LIST}{product.pk}/", {"tambah": product.pk}).status_code == 404


def test_a_product_is_paused_and_sold_again(room, bag) -> None:
    room.post(f"{LIST}{bag.pk}/", {"pause": "1"})
    bag.refresh_from_db()
    assert not bag.is_public
    assert "Jual lagi" in room.get(f"{LIST}?tampil=dijeda").content.decode()
    room.post(f"{LIST}{bag.pk}/", {"resume": "1"})
    bag.refresh_from_db()
    assert bag.is_public


def test_what_is_low_stands_first_and_is_found(room, artisan, bag) -> None:
    few = make_product(artisan, upc="TST-2", title="Tikar mendong", stock=2)
    mat = make_product(artisan, upc="TST-3", title="Anyaman pesanan", made_to_order=True)
    assert [row["product"] for row in room.get(LIST).context["rows"]] == [few, mat, bag]
    page = room.get(f"{LIST}?tampil=hampir-habis")
    assert [row["product"] for row in page.context["rows"]] == [few]
    assert [tab["count"] for tab in page.context["tabs"]] == [3, 3, 1, 0]
    assert [row["product"] for row in room.get(f"{LIST}?q=tst-1").context["rows"]] == [bag]
    assert "Tidak ada produk di sini" in room.get(f"{LIST}?q=xyzzy").content.decode()
    assert "Dibuat saat dipesan" in room.get(f"{LIST}{mat.pk}/").content.decode()


def test_a_link_to_say_the_stock_is_sent(room, bag) -> None:
    room.post(f"{LIST}{bag.pk}/", {"send_link": "1"})
    assert Notice.objects.filter(kind="stock_to_say", channel="whatsapp").count() == 1
    for _ in range(3):
        answer = room.post(f"{LIST}{bag.pk}/", {"send_link": "1"}, follow=True)
    assert "Terlalu banyak tautan" in answer.content.decode()


def test_nobody_else_reaches_her_products(client, bag, joko, bagus, wulan, budi) -> None:
    for user, status in ((joko, 403), (bagus, 403), (wulan, 403), (budi, 404)):
        client.force_login(user)
        for asked in (
            {"pause": "1"},
            {"tambah": bag.pk},
            {"save": "1", f"stok-{bag.pk}": "1"},
            {"send_link": "1"},
        ):
            assert client.post(f"{LIST}{bag.pk}/", asked).status_code == status
        assert client.get(f"{LIST}{bag.pk}/").status_code == status
        assert bag.title not in client.get(LIST).content.decode()
    client.logout()
    assert client.get(LIST)["Location"] == f"/id/akun/login/?next={LIST}"
    bag.refresh_from_db()
    assert (left(bag), bag.is_public) == (5, True)


def test_the_list_takes_few_queries(room, artisan, django_assert_max_num_queries, monkeypatch) -> None:
    for number in range(6):
        make_variants(artisan, upc=f"TST-{number}")
    with django_assert_max_num_queries(12):
        room.get(LIST)
    monkeypatch.setattr("store.checkout.artisan.stock.views.PER_PAGE", 2)
    assert "?page=2" in room.get(LIST).content.decode()
