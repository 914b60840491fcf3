"""Where a shopper waits: out of our own books, for whoever holds the signed address."""

from datetime import timedelta

import pytest
import requests
import time_machine
from django.utils import timezone

from store.payment.links import signature_of, waiting_path, way_on
from store.payment.models import Attempt
from store.payment.selectors import WORDS
from tests.factories.payment import make_attempt

pytestmark = pytest.mark.django_db


def text_of(client, attempt: Attempt, query: str = "") -> str:
    found = client.get(waiting_path(attempt) + query)
    assert found.status_code == 200
    return found.content.decode()


def test_a_shopper_sees_the_amount_the_number_the_end_and_the_way_on(client, order) -> None:
    attempt = make_attempt(order, instructions={"kind": "va", "bank": "bca", "number": "8812345"})
    page = text_of(client, attempt)
    for words in (
        "Menunggu pembayaran",
        "Rp268.000",
        "8812 345",
        'data-copy="8812345"',
        'data-copy="268000"',
        "data-until=",
        attempt.redirect_url,
        "noindex",
    ):
        assert words in page
    assert "style=" not in page
    assert page.count("<script") == page.count('<script src="')


@pytest.mark.parametrize(
    ("instructions", "shown"),
    [
        ({"kind": "bill", "biller": "70012", "key": "778"}, ("70012", "778")),
        ({"kind": "code", "store": "alfamart", "code": "C0DE"}, ("C0DE",)),
        ({"kind": "qr", "qr": "00020101"}, ("<svg",)),
    ],
)
def test_every_kind_of_instruction_is_shown(client, order, instructions, shown) -> None:
    page = text_of(client, make_attempt(order, instructions=instructions))
    assert all(part in page for part in shown)


@pytest.mark.parametrize("state", Attempt.State.values)
def test_every_state_has_words_for_the_shopper(client, order, state) -> None:
    trouble = "order_gone" if state == "refund_due" else ""
    attempt = make_attempt(order, state=state, trouble=trouble, paid_at=timezone.now())
    page = text_of(client, attempt)
    assert str(WORDS[Attempt.State(state)].title) in page
    done = {"paid", "partially_refunded", "charged_back", "refunded", "voided", "review", "authorized"}
    assert ("Bayar dengan cara lain" in page) is (state not in done)


def test_joko_with_a_guessed_address_is_refused(client, order, joko) -> None:
    attempt = make_attempt(order)
    client.force_login(joko)
    other = signature_of("ICS-2611-XXXXX-1")
    for signature in ("x", other, signature_of(attempt.provider_id)[:-1]):
        for page in ("", "keadaan/", "ganti/"):
            path = f"/id/toko/bayar/menunggu/{attempt.provider_id}/{signature}/{page}"
            call = client.post if page == "ganti/" else client.get
            assert call(path, {"method": "qris"}).status_code == 404
    assert client.get(f"/id/toko/bayar/menunggu/ICS-2611-XXXXX-1/{other}/").status_code == 404
    assert order.attempts.count() == 1


def test_what_the_gateway_says_on_the_way_back_is_not_believed(client, order) -> None:
    attempt = make_attempt(order)
    page = text_of(client, attempt, "?order_id=x&status_code=200&transaction_status=settlement")
    assert "Menunggu pembayaran" in page
    attempt.refresh_from_db()
    assert attempt.state == "pending"


def test_the_page_asks_whether_it_is_still_right(client, order) -> None:
    attempt = make_attempt(order)
    page = text_of(client, attempt)
    start = page.index('hx-get="') + len('hx-get="')
    ask = page[start : page.index('"', start)]
    assert client.get(ask).status_code == 204
    Attempt.objects.update(state="paid", paid_at=timezone.now())
    assert client.get(ask).headers["HX-Refresh"] == "true"
    assert "hx-get" not in text_of(client, attempt)


def test_the_page_notices_the_end_by_itself(client, order) -> None:
    attempt = make_attempt(order)
    ask = waiting_path(attempt, "state") + "?kini=pending-True--True"
    assert client.get(ask).status_code == 204
    with time_machine.travel(attempt.expires_at):
        assert client.get(ask).headers["HX-Refresh"] == "true"
        assert "Buka halaman pembayaran" not in text_of(client, attempt)


def test_another_way_leads_to_the_gateway(client, start, order, midtrans) -> None:
    first = start("qris")
    answer = client.post(waiting_path(first, "change"), {"method": "bca_va"})
    second = order.attempts.get(number=2)
    assert (answer.status_code, answer["Location"]) == (302, second.redirect_url)
    assert (second.method, midtrans.row(second.provider_id).channels) == ("bca_va", ["bca_va"])
    page = text_of(client, first)
    assert "Lihat pembayaran yang terbaru" in page
    assert second.provider_id in page
    assert "Bayar dengan cara lain" not in page


def test_a_refusal_is_said_on_the_page_and_costs_nothing(client, order, start, midtrans) -> None:
    attempt = make_attempt(order)
    midtrans.wire.faults.append(requests.ReadTimeout("x"))
    answer = client.post(waiting_path(attempt, "change"), {"method": "qris"}, follow=True)
    assert "Layanan pembayaran belum menjawab" in answer.content.decode()
    answer = client.post(waiting_path(attempt, "change"), {"method": "cowrie"}, follow=True)
    assert "Cara bayar itu tidak tersedia" in answer.content.decode()


def test_after_a_second_payment_the_page_shows_which_one_counts(client, order) -> None:
    second = make_attempt(order, state="refund_due", paid_at=timezone.now())
    first = make_attempt(order, state="paid", paid_at=timezone.now())
    page = text_of(client, second)
    assert "Uang Anda akan dikembalikan" in page
    assert first.provider_id in page


def test_the_way_on_is_the_gateway_or_else_our_page(order) -> None:
    attempt = make_attempt(order)
    assert way_on(attempt) == attempt.redirect_url
    attempt.redirect_url = ""
    assert way_on(attempt) == waiting_path(attempt)


def test_the_english_twin_speaks_english_addresses(client, order) -> None:
    attempt = make_attempt(order, language="en")
    assert waiting_path(attempt).startswith("/en/toko/bayar/menunggu/")
    text_of(client, attempt)


def test_the_page_takes_few_queries(client, order, django_assert_max_num_queries) -> None:
    attempt = make_attempt(order)
    text_of(client, attempt)
    with django_assert_max_num_queries(5):
        client.get(waiting_path(attempt))
    with django_assert_max_num_queries(4):
        client.get(waiting_path(attempt, "state"))


def test_a_recent_attempt_is_not_over(order) -> None:
    assert make_attempt(order).expires_at > timezone.now() + timedelta(hours=23)
