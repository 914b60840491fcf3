"""Whatever the gateway says of two attempts, in whatever order and however often: one payment, right books."""

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from iccn.ledger.models import Entry
from iccn.money.rupiah import Rupiah
from store.checkout.settlement import settle_reading
from store.payment.machine import MONEY_CAME, Event
from store.payment.models import Attempt
from tests.factories.payment import make_attempt
from tests.factories.profit import booked
from tests.integration.payment.test_settlement import paid_reading

pytestmark = pytest.mark.django_db
TOLD = [event for event in Event if event not in {Event.START, Event.DISAGREE, Event.PAY_IN_VAIN}]
WORDS = st.tuples(
    st.integers(0, 1), st.sampled_from(TOLD), st.sampled_from([268_000, 268_000, 268_000, 1]), st.booleans()
)


class Undo(Exception):  # noqa: N818
    pass


def tell(attempt: Attempt, event: Event, amount: int, is_settled: bool) -> None:
    reading = paid_reading(attempt, event=event, amount=Rupiah(amount))
    changes = {} if is_settled else {"settled_at": None}
    settle_reading(
        attempt_id=attempt.pk, reading=paid_reading(attempt, event=event, amount=reading.amount, **changes)
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=st.lists(WORDS, max_size=14))
def test_books_and_attempts_agree_after_any_history(order, told) -> None:
    with suppress(Undo), transaction.atomic():
        attempts = [make_attempt(order, method="qris"), make_attempt(order, method="qris")]
        for which, event, amount, is_settled in told:
            tell(attempts[which], event, amount, is_settled)
        check()
        raise Undo


def check() -> None:
    attempts = list(Attempt.objects.all())
    came = [attempt for attempt in attempts if attempt.state in MONEY_CAME]
    paid = Entry.objects.filter(kind="paid")
    assert {entry.idempotency_key for entry in paid} == {f"pay:midtrans:{one.provider_id}" for one in came}
    assert sum(attempt.was_kept for attempt in attempts) <= 1
    held = booked()  # checks that the books balance
    assert held.get("2900", 0) in {0, -268_000}
    assert held.get("2900", 0) + held.get("2500", 0) == -268_000 * len(came)
