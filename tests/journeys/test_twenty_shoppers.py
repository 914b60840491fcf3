"""Twenty shoppers, one piece: over HTTP, against the running server, each with a connection of their own."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest
import requests

from iccn.ledger.models import Entry
from iccn.simulator.models import SimTransaction
from store.basket.models import Basket
from store.catalogue.models import Product
from store.order.models import Order
from store.partner.models import Partner, StockRecord
from store.payment.models import Attempt, Notification
from store.shipping.services import lay_example_tariffs
from tests.factories.catalogue import make_product
from tests.factories.payment import audited
from tests.factories.profit import booked, lay_the_books
from tests.journeys.shopper import Shopper, words_of

S, T = TypeVar("S"), TypeVar("T")
SHOPPERS = 20
TOO_LATE = "“Tas pandan anyam” baru saja habis dibeli orang lain. Belum ada uang yang terpotong."
NOTHING_PAID: dict[str, int] = {}
PAID_ONCE = ["attempt.created", "attempt.started", "attempt.pending", "attempt.paid"]


@pytest.fixture
def enter(server) -> Iterator[Callable[[], Shopper]]:
    """Lets a shopper in; in the end all leave, since the server keeps a thread for whoever stays."""
    inside: list[Shopper] = []

    def one() -> Shopper:
        inside.append(Shopper(server))
        return inside[-1]

    yield one
    for shopper in inside:
        shopper.session.close()


@pytest.fixture
def last_piece(laid, sari) -> Product:
    lay_the_books()
    lay_example_tariffs()
    return make_product(Partner.objects.get(), stock=1)


def at_once(shoppers: list[S], work: Callable[[S], T]) -> list[T]:
    """All of them in the same moment: nobody begins before everybody stands ready."""
    ready = Barrier(len(shoppers))

    def alone(one: S) -> T:
        ready.wait(timeout=30)
        return work(one)

    with ThreadPoolExecutor(len(shoppers)) as pool:
        return list(pool.map(alone, shoppers))


def to_the_till(shopper: Shopper, product: Product, village_code: str) -> tuple[Shopper, str]:
    shopper.puts_in_basket(product.pk, product.get_absolute_url())
    return shopper, shopper.goes_through(village_code)


def stock() -> tuple[int | None, int | None]:
    record = StockRecord.objects.get()
    return record.num_in_stock, record.num_allocated


def test_twenty_shoppers_press_pay_for_the_last_piece_and_one_gets_it(enter, last_piece, village) -> None:
    ready = [to_the_till(enter(), last_piece, village.code) for _ in range(SHOPPERS)]
    pages = {id(shopper): page for shopper, page in ready}

    led = at_once(
        [shopper for shopper, _page in ready],
        lambda one: (one, one.presses_pay(pages[id(one)]).headers["Location"]),
    )

    order, attempt = Order.objects.get(), Attempt.objects.get()
    paying = [shopper for shopper, where in led if where == attempt.redirect_url]
    late = [shopper for shopper, where in led if where == "/id/toko/keranjang/"]
    assert (len(paying), len(late)) == (1, SHOPPERS - 1)
    assert (attempt.order, attempt.number, SimTransaction.objects.count()) == (order, 1, 1)
    assert (stock(), booked()) == ((1, 1), NOTHING_PAID)
    assert Basket.objects.filter(status=Basket.SUBMITTED).count() == 1

    for shopper in late:
        page = words_of(shopper.get("/id/toko/keranjang/").text)
        assert TOO_LATE in page
        assert "Hapus dari keranjang untuk melanjutkan." in page

    paying[0].pays_at_the_gateway(attempt.redirect_url)
    order.refresh_from_db()
    attempt.refresh_from_db()
    assert (order.status, attempt.state) == (Order.State.PAID, Attempt.State.PAID)
    assert (stock(), Attempt.objects.count(), Order.objects.count()) == ((0, 0), 1, 1)
    assert sum(amount for code, amount in booked().items() if amount > 0) == int(order.total)


def test_the_same_news_ten_times_and_a_late_pending_write_one_set_of_entries(
    server, enter, last_piece, village
) -> None:
    shopper, page = to_the_till(enter(), last_piece, village.code)
    gateway = shopper.presses_pay(page).headers["Location"]
    shopper.pays_at_the_gateway(gateway)
    attempt = Attempt.objects.get()
    before = books(attempt)
    settlement = SimTransaction.objects.get().deliveries.order_by("pk").last()

    def told(_one: object) -> int:
        answer = requests.post(f"{server}/webhook/midtrans/", json=settlement.body, timeout=30)
        return answer.status_code

    assert settlement.body["transaction_status"] == "settlement"
    assert at_once(list(range(10)), told) == [200] * 10
    shopper.acts(gateway, "late_pending")

    pending = SimTransaction.objects.get().deliveries.order_by("pk").last()
    assert (pending.body["transaction_status"], pending.answer) == ("pending", 200)
    assert books(attempt) == before
    assert before[:3] == (Attempt.State.PAID, Order.State.PAID, PAID_ONCE)
    assert Notification.objects.get(body__transaction_status="settlement").repeats >= 10


def books(attempt: Attempt) -> tuple[object, ...]:
    """Everything that one payment may move."""
    attempt.refresh_from_db()
    entries = list(Entry.objects.order_by("pk").values_list("pk", "kind"))
    return attempt.state, Order.objects.get().status, audited(attempt), booked(), entries, stock()
