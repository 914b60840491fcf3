"""Refunds before and after arrival, before and after payout; netting; what a chapter then sees."""

from types import SimpleNamespace

import pytest

from iccn.audit.models import Line
from iccn.ledger.entry import NewEntry
from iccn.ledger.refusals import LedgerConflict
from iccn.ledger.services import post
from iccn.money.rupiah import ZERO, Rupiah
from store.profit import services
from store.profit.models import LineRefund
from store.profit.refusals import NotPaidYet, RefundTooHigh, UnknownRefund
from store.profit.sale import Asked
from store.profit.selectors import ChapterMoney, money_of_chapter
from tests.factories.profit import DAY, attempt_for, booked, line, sale

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_books")]
ORDER = SimpleNamespace(number="ICS-1")
ATTEMPT = attempt_for(sale())
ALL = Asked(1, Rupiah(250_000))


def refund(*asked: Asked, number: int = 1, order: SimpleNamespace = ORDER):
    return services.post_refund(order=order, number=number, asked=asked or (ALL,), by="user:1", on=DAY)


@pytest.fixture
def _arrived(_books) -> None:
    services.book_sale(sale=sale())
    services.post_settled(attempt=ATTEMPT)
    services.post_delivered(order=ORDER)


@pytest.fixture
def _paid_out(_arrived) -> None:
    move("released", "rel", {"2200:bandung": 28_874, "2210:bandung": -28_874})
    move("payout", "po", {"2100:sari": 200_000, "2210:bandung": 28_874, "1100": -228_874})


def move(kind: str, key: str, legs: dict[str, int]) -> None:
    post(
        entry=NewEntry(
            kind, key, {code: Rupiah(one) for code, one in legs.items()}, DAY, "user:1", approved_by="user:2"
        )
    )


def test_before_arrival_the_deposit_is_given_back_and_nothing_is_left_to_deliver() -> None:
    services.book_sale(sale=sale())
    entry = refund(Asked(1, Rupiah(250_000), Rupiah(18_000)))
    assert entry.idempotency_key == "rf:ICS-1:1"
    assert booked() == {"1110": 268_000, "2500": -268_000}
    services.post_refund_paid(order=ORDER, number=1, on=DAY)
    assert services.post_delivered(order=ORDER) == []
    assert booked() == {"1110": 268_000, "1100": -268_000}
    assert Line.objects.get(verb="refund.booked").facts == {"order": "ICS-1", "number": 1}


def test_half_given_back_before_arrival_leaves_half_of_each_part() -> None:
    services.book_sale(sale=sale())
    refund(Asked(1, Rupiah(125_000)))
    services.post_delivered(order=ORDER)
    assert booked() == {
        "1110": 268_000,
        "2500": -125_000,
        "2100:sari": -100_000,
        "2400": -18_000,
        "4100": -25_000,
        "5300": 24_062,
        "2200:bandung": -14_437,
        "2300": -9_625,
    }


@pytest.mark.usefixtures("_arrived")
def test_before_payout_each_party_gives_back_what_still_waits_for_them() -> None:
    refund()
    assert booked() == {"1100": 266_124, "5100": 1_876, "2400": -18_000, "2500": -250_000}


@pytest.mark.usefixtures("_paid_out")
def test_after_payout_it_stays_owed_as_in_the_book_of_rules(bandung) -> None:
    entry = refund()
    legs = {leg.account.code: int(leg.amount) for leg in entry.postings.select_related("account")}
    assert legs == {
        "4100": 50_000,
        "1200:sari": 200_000,
        "1210:bandung": 28_874,
        "2300": 19_250,
        "5300": -48_124,
        "2500": -250_000,
    }
    assert money_of_chapter(bandung) == ChapterMoney(
        pending=ZERO, available=ZERO, paid=Rupiah(28_874), total=ZERO
    )


@pytest.mark.usefixtures("_paid_out")
def test_what_is_owed_is_netted_by_the_next_sales_and_never_more_than_that(bandung) -> None:
    refund()
    for number in (2, 3):
        services.book_sale(
            sale=sale(f"ICS-{number}", line(number, price=Rupiah(150_000), shipping=ZERO), fee=ZERO)
        )
    kinds = [one.idempotency_key for one in services.post_delivered(order=SimpleNamespace(number="ICS-2"))]
    assert kinds == ["dlv:ICS-2", "alc:ICS-2", "net:ICS-2"]
    held = booked()
    assert (held["1200:sari"], held["1210:bandung"]) == (80_000, 10_874)
    assert "2100:sari" not in held
    assert "2200:bandung" not in held
    services.post_delivered(order=SimpleNamespace(number="ICS-3"))
    held = booked()
    assert (held["2100:sari"], held["2200:bandung"]) == (-40_000, -7_126)
    assert "1200:sari" not in held
    assert money_of_chapter(bandung).total == Rupiah(36_000)


@pytest.mark.usefixtures("_arrived")
def test_shipping_given_back_after_arrival_is_the_stores_loss() -> None:
    refund(Asked(1, ZERO, Rupiah(18_000)))
    held = booked()
    assert (held["2400"], held["4100"], held["2500"], held["2100:sari"]) == (
        -18_000,
        -32_000,
        -18_000,
        -200_000,
    )


def test_one_refund_over_a_parcel_that_arrived_and_one_that_did_not() -> None:
    services.book_sale(
        sale=sale(
            "ICS-1",
            line(1, parcel="a", shipping=ZERO),
            line(2, parcel="b", artisan="dayu", chapter="jepara", shipping=ZERO),
            fee=ZERO,
        )
    )
    services.post_delivered(order=ORDER, parcel="a")
    refund(Asked(1, Rupiah(250_000)), Asked(2, Rupiah(50_000)))
    held = booked()
    assert held == {"1110": 500_000, "2900": -200_000, "2500": -300_000}


@pytest.mark.usefixtures("_arrived")
def test_the_same_refund_again_is_one_entry_and_another_under_its_number_a_conflict() -> None:
    first = refund(Asked(1, Rupiah(1_000)))
    before = booked()
    assert refund(Asked(1, Rupiah(1_000))) == first
    with pytest.raises(LedgerConflict, match="rf:ICS-1:1"):
        refund(Asked(1, Rupiah(1_001)))
    assert booked() == before
    assert LineRefund.objects.count() == 1


@pytest.mark.usefixtures("_arrived")
def test_no_more_is_given_back_than_is_left() -> None:
    refund(Asked(1, Rupiah(100_000)))
    before = booked()
    wrong = (
        [Asked(1, Rupiah(150_001))],
        [Asked(1, ZERO)],
        [Asked(99, Rupiah(1))],
        [Asked(1, Rupiah(100_000)), Asked(1, Rupiah(100_000))],
        [],
    )
    for asked in wrong:
        with pytest.raises(RefundTooHigh):
            services.post_refund(order=ORDER, number=2, asked=asked, by="user:1")
    assert booked() == before
    refund(Asked(1, Rupiah(150_000)), number=2)
    assert booked() == {"1100": 266_124, "5100": 1_876, "2400": -18_000, "2500": -250_000}


def test_only_what_was_booked_is_paid_back() -> None:
    with pytest.raises(NotPaidYet):
        refund()
    services.book_sale(sale=sale())
    with pytest.raises(UnknownRefund, match="1"):
        services.post_refund_paid(order=ORDER, number=1)
    refund(Asked(1, Rupiah(1_000)))
    first = services.post_refund_paid(order=ORDER, number=1)
    assert services.post_refund_paid(order=ORDER, number=1) == first
    assert booked() == {"1110": 268_000, "1100": -1_000, "2900": -267_000}
