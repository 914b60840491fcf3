"""The power is cut between a payment and the books: after the restart the order is paid, once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from django.conf import settings

from iccn.regions.models import Dataset
from iccn.regions.services import NAME, fingerprint
from store.catalogue.models import Product
from store.partner.models import Partner
from store.shipping.services import lay_example_tariffs
from tests.factories.catalogue import make_product
from tests.factories.profit import lay_the_books
from tests.journeys.own_server import OwnServer, free_port, until
from tests.journeys.shopper import Shopper

BOOKS = "SELECT kind, count(*) FROM ledger_entry GROUP BY kind ORDER BY kind"
STATES = (
    "SELECT a.state, o.status FROM payment_attempt a JOIN order_order o ON o.id = a.order_id ORDER BY a.id"
)
STOCK = "SELECT num_in_stock, num_allocated FROM partner_stockrecord"
NEWS = "SELECT outcome FROM payment_notification WHERE body->>'transaction_status' = 'settlement' ORDER BY id"
AT_THE_BANK = "SELECT status FROM simulator_simtransaction ORDER BY id"
SENT = "SELECT body FROM simulator_simdelivery WHERE body->>'transaction_status' = 'settlement' ORDER BY id"
AUDIT = "SELECT verb FROM audit_line WHERE verb = 'attempt.paid'"

BEGUN, PAID = ("started", "awaiting"), ("paid", "paid")


@pytest.fixture
def product(laid, sari) -> Product:
    lay_the_books()
    lay_example_tariffs()
    Dataset.objects.update_or_create(name=NAME, defaults={"fingerprint": fingerprint()})
    return make_product(Partner.objects.get(), stock=3)


@pytest.fixture
def own(product, tmp_path) -> Iterator[OwnServer]:
    """A site of its own with that product; its collected files are kept from one run to the next."""
    kept = Path(settings.VAR) / "journeys" / "static"
    kept.mkdir(parents=True, exist_ok=True)
    (tmp_path / "static").symlink_to(kept)
    site = OwnServer(tmp_path, free_port())
    site.copy_tables()
    try:
        site.start()
        yield site
    finally:
        site.end()


def test_killed_at_the_worst_moments_each_order_is_paid_once(own, product, village) -> None:
    killed_between_payment_and_webhook(own, product, village.code)
    killed_between_webhook_and_worker_with_its_database(own, product, village.code)
    assert (own.rows(STATES), own.rows(STOCK)) == ([PAID, PAID], [(1, 0)])
    assert (own.rows(BOOKS), own.rows(AUDIT)) == (entries_of(2), paid_lines(2))


def killed_between_payment_and_webhook(own: OwnServer, product: Product, village_code: str) -> None:
    buys_while_nobody_works(own, product, village_code)
    assert (own.rows(STATES), own.rows(STOCK)) == ([BEGUN], [(3, 1)])
    assert (own.rows(NEWS), own.rows(BOOKS)) == ([], [])
    own.kill()

    own.start()

    until(lambda: own.rows(STATES) == [PAID], "the payment, found again after the restart")
    until(lambda: all_dealt_with(own, 1), "the bank's news, dealt with")
    assert (own.rows(STOCK), own.rows(BOOKS), own.rows(AUDIT)) == ([(2, 0)], entries_of(1), paid_lines(1))


def killed_between_webhook_and_worker_with_its_database(
    own: OwnServer, product: Product, village_code: str
) -> None:
    """PostgreSQL is killed as well, and leaves its lock behind."""
    buys_while_nobody_works(own, product, village_code)
    (body,) = own.rows(SENT)[-1]
    told = requests.post(f"{own.site}/webhook/midtrans/", json=body, timeout=30)
    assert (told.status_code, own.rows(NEWS)[-1]) == (200, ("",))
    assert (own.rows(STATES), own.rows(STOCK), own.rows(BOOKS)) == ([PAID, BEGUN], [(2, 1)], entries_of(1))
    own.kill()
    own.kill_database()

    own.start()

    until(lambda: own.rows(STATES) == [PAID, PAID], "the payment, worked on after the restart")
    until(lambda: all_dealt_with(own, 2), "the bank's news, dealt with")
    assert (own.rows(STOCK), own.rows(BOOKS), own.rows(AUDIT)) == ([(1, 0)], entries_of(2), paid_lines(2))


def all_dealt_with(own: OwnServer, news: int) -> bool:
    return len(own.rows(NEWS)) == news and all(outcome for (outcome,) in own.rows(NEWS))


def entries_of(orders: int) -> list[tuple[object, ...]]:
    return [("paid", orders), ("settled", orders)]


def paid_lines(orders: int) -> list[tuple[object, ...]]:
    return [("attempt.paid",)] * orders


def buys_while_nobody_works(own: OwnServer, product: Product, village_code: str) -> None:
    """Everything a shopper does, up to the payment at the bank; nothing is done behind the scenes."""
    shopper = Shopper(own.site)
    shopper.puts_in_basket(product.pk, product.get_absolute_url())
    gateway = shopper.presses_pay(shopper.goes_through(village_code)).headers["Location"]
    own.freeze_worker()
    shopper.pays_at_the_gateway(gateway)
    assert own.rows(AT_THE_BANK)[-1] == ("settlement",)
