"""Four short steps over HTTP, back and forth, with nothing lost."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from iccn.money.rupiah import Rupiah
from iccn.regions.services import write_words
from store.basket.models import Basket
from store.catalogue.models import Product
from store.checkout.state import KEY
from store.order.models import Order
from store.partner.models import StockRecord
from store.payment.models import Attempt
from store.shipping.services import lay_example_tariffs
from tests.conftest import PASSWORD
from tests.factories.payment import make_product
from tests.factories.profit import lay_the_books

pytestmark = pytest.mark.django_db
CONTACT = {"name": "Tamu", "email": "tamu@contoh.example", "phone": "0812 3456 7891"}
ADDRESS = {
    "name": "Rahma",
    "phone": "0812-9999-0000",
    "street": "Jl. Mawar 12",
    "rt": "003",
    "rw": "",
    "note": "Cat hijau",
}


@pytest.fixture
def product(sari) -> Product:
    lay_example_tariffs()
    lay_the_books()
    return make_product()


@pytest.fixture
def shop(client, product):
    """A shopper with one bag in the basket."""
    client.post(reverse("basket:add", args=[product.pk]), {"quantity": 1})
    return client


def through(shop, village, *, until: str = "pay") -> None:
    shop.post("/id/toko/bayar/kontak/", CONTACT)
    if until == "address":
        return
    shop.post("/id/toko/bayar/alamat/", {**ADDRESS, "village_code": village.code})
    if until == "courier":
        return
    artisan = Product.objects.get().artisan_id
    shop.post("/id/toko/bayar/kurir/", {f"kurir-{artisan}": "jne:reg"})


def pay(shop, **typed: object):
    return shop.post("/id/toko/bayar/bayar/", {"method": "qris", "total": 267_500, **typed})


def said(answer) -> str:
    """The newest message of the page."""
    return [str(message) for message in answer.context["messages"]][-1]


def test_without_anything_to_buy_there_is_no_checkout(client) -> None:
    answer = client.get("/id/toko/bayar/kontak/", follow=True)
    assert answer.redirect_chain[-1][0] == "/id/toko/keranjang/"
    assert said(answer) == "Keranjang Anda kosong. Pilih dulu karya yang ingin Anda beli."


@pytest.mark.parametrize("step", ["alamat", "kurir", "bayar"])
def test_no_step_is_skipped(shop, step) -> None:
    assert shop.get(f"/id/toko/bayar/{step}/")["Location"] == "/id/toko/bayar/kontak/"
    assert shop.get("/id/toko/bayar/")["Location"] == "/id/toko/bayar/kontak/"


def test_each_step_leads_to_the_next(shop, village) -> None:
    assert shop.post("/id/toko/bayar/kontak/", CONTACT)["Location"] == "/id/toko/bayar/alamat/"
    answer = shop.post("/id/toko/bayar/alamat/", {**ADDRESS, "village_code": village.code})
    assert answer["Location"] == "/id/toko/bayar/kurir/"
    artisan = Product.objects.get().artisan_id
    answer = shop.post("/id/toko/bayar/kurir/", {f"kurir-{artisan}": "jne:reg"})
    assert answer["Location"] == "/id/toko/bayar/bayar/"
    assert shop.get("/id/toko/bayar/")["Location"] == "/id/toko/bayar/bayar/"


def test_what_was_typed_survives_every_error(shop) -> None:
    answer = shop.post("/id/toko/bayar/kontak/", {"name": "Tamu", "email": "tamu@", "phone": "12"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Tamu"' in page
    assert 'value="tamu@"' in page
    assert "Alamat surel ini belum lengkap." in page
    shop.post("/id/toko/bayar/kontak/", CONTACT)
    answer = shop.post("/id/toko/bayar/alamat/", {**ADDRESS, "place_words": "", "rt": "tiga"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Jl. Mawar 12"' in page
    assert "Isi RT dengan angka, misalnya 003." in page
    assert "Cari, lalu pilih satu desa atau kelurahan dari daftar." in page


def test_what_was_said_before_stands_in_the_form_again(shop, village) -> None:
    through(shop, village)
    assert 'value="tamu@contoh.example"' in shop.get("/id/toko/bayar/kontak/").content.decode()
    page = shop.get("/id/toko/bayar/alamat/").content.decode()
    assert 'value="Rahma"' in page
    assert f'value="{village.code}" checked' in page


def test_a_signed_in_shopper_finds_the_form_filled(shop, sari) -> None:
    shop.force_login(sari)
    page = shop.get("/id/toko/bayar/kontak/").content.decode()
    assert 'value="sari@contoh.example"' in page
    assert 'value="0812-3456-7890"' in page


def test_signing_in_at_the_first_step_comes_back_to_it(shop, joko) -> None:
    EmailAddress.objects.create(user=joko, email=joko.email, verified=True, primary=True)
    page = shop.get("/id/toko/bayar/kontak/").content.decode()
    way = re.search(r'href="([^"]*next=/id/toko/bayar/kontak/)"', page)
    answer = shop.post(way[1], {"login": joko.email, "password": PASSWORD}, follow=True)
    assert answer.redirect_chain[-1][0] == "/id/toko/bayar/kontak/"
    assert f'value="{joko.email}"' in answer.content.decode()


def test_places_are_looked_for_without_a_script(shop, village) -> None:
    shop.post("/id/toko/bayar/kontak/", CONTACT)
    write_words()
    answer = shop.post("/id/toko/bayar/alamat/", {**ADDRESS, "place_words": "cibadak bandung", "cari": "1"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Kota Bandung, Jawa Barat 40241" in page
    assert "Ada yang perlu diperbaiki" not in page
    assert 'value="Jl. Mawar 12"' in page
    found = shop.get("/id/toko/bayar/alamat/tempat/", {"place_words": "tidakada"}).content.decode()
    assert "Tidak ada tempat untuk “tidakada”." in found


def test_another_village_asks_for_the_courier_again(shop, village) -> None:
    through(shop, village)
    other = type(village).objects.create(
        code="32.73.10.1006", name="Nyengseret", district=village.district, postal_code="40242"
    )
    shop.post("/id/toko/bayar/alamat/", {**ADDRESS, "village_code": other.code})
    assert shop.get("/id/toko/bayar/bayar/")["Location"] == "/id/toko/bayar/kurir/"


def test_couriers_show_price_days_and_which_is_cheapest(shop, village) -> None:
    through(shop, village, until="courier")
    page = shop.get("/id/toko/bayar/kurir/").content.decode()
    for words in ("JNE REG", "Paling murah", "Paling cepat", "hari kerja", "Paket dari Sari", "0,5 kg"):
        assert words in page


def test_a_courier_that_is_not_offered_is_refused(shop, village) -> None:
    through(shop, village, until="courier")
    artisan = Product.objects.get().artisan_id
    answer = shop.post("/id/toko/bayar/kurir/", {f"kurir-{artisan}": "gratis:selalu"})
    assert said(answer) == "Pilih kurir untuk setiap paket, lalu lanjutkan."
    assert shop.session[KEY]["couriers"] == {}


def test_the_last_step_says_everything_once_more(shop, village) -> None:
    through(shop, village)
    page = shop.get("/id/toko/bayar/bayar/").content.decode()
    for words in (
        "Jl. Mawar 12", "Cibadak, Astanaanyar", "tamu@contoh.example", "JNE REG", "Rp17.500", "Bayar Rp267.500",
        "QRIS", "Siapa mendapat apa", "Simpul Bandung", "Rp200.000",
    ):  # fmt: skip
        assert words in page


def test_paying_places_the_order_and_leads_to_the_gateway(shop, village, midtrans) -> None:
    through(shop, village)
    answer = pay(shop)
    order, attempt = Order.objects.get(), Attempt.objects.get()
    assert answer["Location"] == attempt.redirect_url != ""
    assert (order.total, order.shipping, attempt.amount) == (Rupiah(267_500), Rupiah(17_500), Rupiah(267_500))
    assert KEY not in shop.session
    assert Basket.objects.get().status == Basket.SUBMITTED


def test_pressing_pay_twice_or_coming_back_finds_the_same_order(shop, village, midtrans) -> None:
    through(shop, village)
    pay(shop)
    order = Order.objects.get()
    assert pay(shop)["Location"] == order.get_absolute_url()
    assert shop.get("/id/toko/bayar/bayar/")["Location"] == order.get_absolute_url()
    assert (Order.objects.count(), Attempt.objects.count()) == (1, 1)


def test_a_price_that_changed_while_reading_is_said_before_paying(shop, village) -> None:
    through(shop, village)
    StockRecord.objects.update(price=260_000)
    answer = shop.post("/id/toko/bayar/bayar/", {"method": "qris", "total": 267_500}, follow=True)
    assert said(answer).startswith("Jumlahnya berubah dari Rp267.500 menjadi Rp277.500.")
    assert "Bayar Rp277.500" in answer.content.decode()
    assert not Order.objects.exists()


def test_whoever_is_too_late_is_told_before_anything_is_paid(shop, village) -> None:
    through(shop, village)
    StockRecord.objects.update(num_in_stock=0)
    answer = shop.post("/id/toko/bayar/bayar/", {"method": "qris", "total": 267_500}, follow=True)
    assert answer.redirect_chain[-1][0] == "/id/toko/keranjang/"
    assert said(answer).startswith("“Tas pandan anyam” baru saja habis dibeli orang lain.")
    assert not Order.objects.exists()
    assert not Attempt.objects.exists()


def test_a_way_to_pay_that_we_do_not_offer_is_refused(shop, village) -> None:
    through(shop, village)
    assert pay(shop, method="pulsa").status_code == 200
    assert not Order.objects.exists()


def test_when_the_gateway_is_silent_the_order_can_be_paid_from_its_page(shop, village, monkeypatch) -> None:
    from store.payment.gateways.midtrans import Midtrans
    from store.payment.gateways.port import Retryable

    def silent(*_args: object, **_kwargs: object) -> None:
        raise Retryable("timeout")

    monkeypatch.setattr(Midtrans, "start", silent)
    through(shop, village)
    order_url = pay(shop)["Location"]
    page = shop.get(order_url).content.decode()
    assert "Menunggu pembayaran" in page
    assert "Lanjut membayar" in page


def test_the_steps_cost_few_queries(shop, village, django_assert_max_num_queries) -> None:
    through(shop, village)
    for step, most in (("kontak", 14), ("alamat", 14), ("kurir", 18), ("bayar", 22)):
        shop.get(f"/id/toko/bayar/{step}/")
        with django_assert_max_num_queries(most):
            assert shop.get(f"/id/toko/bayar/{step}/").status_code == 200


def test_english_is_spoken_all_the_way(shop, village, midtrans) -> None:
    through(shop, village)
    assert "Who is ordering?" in shop.get("/en/toko/bayar/kontak/").content.decode()
    page = shop.get("/en/toko/bayar/bayar/").content.decode()
    assert "Pay Rp267.500" in page
    shop.post("/en/toko/bayar/bayar/", {"method": "qris", "total": 267_500})
    assert Order.objects.get().language == "en"
