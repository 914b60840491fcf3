"""Money that came for an order that could not take it: it is in the books, and owed to whoever paid."""

from datetime import date

from django.db import transaction

from iccn.ledger import chart
from iccn.ledger.models import Entry
from iccn.ledger.services import post
from iccn.money.rupiah import Rupiah
from store.profit.orders import PaidAttempt, day_of
from store.profit.shares import fact


@transaction.atomic
def post_unkept(*, attempt: PaidAttempt, on: date | None = None) -> Entry:
    """The gateway holds it; we owe it back. Nothing is frozen, nothing is shared out."""
    amount = Rupiah.of(attempt.amount)
    return post(
        entry=fact(
            Entry.Kind.PAID,
            f"pay:{attempt.gateway}:{attempt.provider_id}",
            {chart.CLEARING: amount, chart.REFUND_PAYABLE: -amount},
            order=attempt.order,
            on=on or day_of(attempt.paid_at),
        )
    )
