"""A guest buys: in Indonesian on a phone, in English, and without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from iccn.ledger.models import Entry
from iccn.money.rupiah import Rupiah
from iccn.notices.models import Notice
from iccn.regions.services import write_words
from store.catalogue.models import Product
from store.order.models import Order
from store.order.parcels import confirm_parcel, hand_over_parcel, pack_parcel
from store.payment.models import Attempt
from store.shipping.services import lay_example_tariffs
from tests.factories.payment import make_product
from tests.factories.profit import booked, lay_the_books
from tests.pages.bank import Bank
from tests.pages.shopper import Shopper

TITLES = {"id": "Tas pandan anyam", "en": "Woven pandan bag"}
TITLE = TITLES["id"]


@pytest.fixture
def shop(laid, sari) -> Product:
    """One bag of Sari's in the store, with couriers, fees, split and places that can be found."""
    lay_example_tariffs()
    lay_the_books()
    write_words()
    return make_product()


def buy(shopper: Shopper, words: str = "menganyam", method: str = "QRIS") -> None:
    """From the search to the gateway's page."""
    shopper.find(words, TITLES[shopper.language])
    shopper.put_in_basket()
    shopper.go_to_pay()
    shopper.say_who("Tamu", "tamu@contoh.example", "0812 3456 7891")
    shopper.say_where("cibadak bandung", "Cibadak, Astanaanyar", "Jl. Mawar 12")
    shopper.choose_courier("JNE REG")
    shopper.pay_by(method)


def pay(page: Page) -> None:
    bank = Bank(page)
    bank.choose()
    bank.pay()
    bank.back_to_shop()


def send(order: Order, sari) -> None:
    parcel = order.parcels.get()
    confirm_parcel(parcel=parcel, by=sari)
    pack_parcel(parcel=parcel, by=sari)
    hand_over_parcel(parcel=parcel, waybill="JP12345678", by=sari)


def paid_once(order: Order) -> None:
    """One order, one attempt, its pieces gone once, one set of entries."""
    attempt = Attempt.objects.get()
    assert (attempt.state, attempt.amount, order.status) == ("paid", order.total, "paid")
    stock = order.lines.get().product.stockrecords.get()
    assert (stock.num_in_stock, stock.num_allocated) == (4, 0)
    assert Entry.objects.filter(kind=Entry.Kind.PAID).count() == 1


def test_a_guest_buys_on_a_phone_in_indonesian(shop, sari, phone: Page, snap, axe, fits) -> None:
    shopper = Shopper(phone)
    buy(shopper)
    snap(phone, "bank")
    pay(phone)
    expect(phone.get_by_text("Pembayaran diterima")).to_be_visible()
    snap(phone, "menunggu")
    shopper.sees_order()
    shopper.stands("Diproses")
    expect(phone.get_by_role("heading", name="Siapa mendapat apa dari belanja ini")).to_be_visible()
    snap(phone, "pesanan")
    axe(phone)
    fits(phone)
    order = Order.objects.get()
    paid_once(order)
    send(order, sari)
    phone.reload()
    shopper.stands("Dikirim")
    expect(phone.get_by_text("JP12345678")).to_be_visible()
    shopper.receive()
    shopper.stands("Selesai")
    snap(phone, "selesai")
    assert booked()["2100:sari"] == -200_000
    kinds = list(Notice.objects.filter(channel="email").order_by("pk").values_list("kind", flat=True))
    assert kinds == ["order_placed", "order_paid", "parcel_to_make", "parcel_sent", "parcel_received"]


def test_a_guest_buys_in_english(shop, phone: Page, snap, axe, fits) -> None:
    shopper = Shopper(phone, "en")
    buy(shopper, "woven", "BCA")
    pay(phone)
    expect(phone.get_by_text("Payment received")).to_be_visible()
    shopper.sees_order()
    shopper.stands("In progress")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Order ICS-")
    snap(phone, "order")
    axe(phone)
    fits(phone)
    order = Order.objects.get()
    paid_once(order)
    assert (order.language, order.total) == ("en", Rupiah(267_500))
    assert Notice.objects.filter(kind="order_paid", channel="email").get().language == "en"


def test_a_guest_buys_without_javascript(shop, sari, no_script: Page, snap) -> None:
    shopper = Shopper(no_script, scripted=False)
    buy(shopper)
    pay(no_script)
    shopper.sees_order()
    shopper.stands("Diproses")
    order = Order.objects.get()
    paid_once(order)
    send(order, sari)
    no_script.reload()
    shopper.receive()
    shopper.stands("Selesai")
    snap(no_script, "selesai")
    assert order.parcels.get().state == "delivered"
    assert booked()["2100:sari"] == -200_000


def test_every_step_can_be_read_by_everyone(shop, phone: Page, watch, snap, axe, fits) -> None:
    watch.forgive("422")
    shopper = Shopper(phone)
    shopper.find("anyaman", TITLE)
    shopper.put_in_basket()

    def look(name: str) -> None:
        snap(phone, name)
        axe(phone)
        fits(phone)

    look("keranjang")
    shopper.go_to_pay()
    look("kontak")
    shopper.say_who("Tamu", "tamu@", "12")
    expect(phone.get_by_role("alert")).to_be_visible()
    look("kontak-salah")
    shopper.say_who("Tamu", "tamu@contoh.example", "0812 3456 7891")
    look("alamat")
    shopper.say_where("cibadak bandung", "Cibadak, Astanaanyar", "Jl. Mawar 12")
    look("kurir")
    shopper.choose_courier("JNE REG")
    look("bayar")
