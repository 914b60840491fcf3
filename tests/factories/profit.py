"""Sales as plain values: the example of docs/rules/profit.md unless a test says otherwise."""

from datetime import date
from types import SimpleNamespace

from iccn.ledger import selectors
from iccn.ledger.policy import lay_example_policy
from iccn.ledger.services import open_standard_accounts
from iccn.money.rupiah import Rupiah
from store.pricing.services import lay_example_fees
from store.profit.sale import Sale, SoldLine

DAY = date(2026, 11, 20)


def lay_the_books() -> None:
    open_standard_accounts()
    lay_example_policy()
    lay_example_fees()


def line(number: int = 1, **changes: object) -> SoldLine:
    fields = {
        "line": number,
        "parcel": "",
        "artisan": "sari",
        "chapter": "bandung",
        "price": Rupiah(250_000),
        "share_basis_points": 8_000,
        "shipping": Rupiah(18_000),
    }
    return SoldLine(**{**fields, **changes})


def sale(number: str = "ICS-1", *lines: SoldLine, **changes: object) -> Sale:
    fields = {
        "number": number,
        "gateway": "midtrans",
        "transaction": f"{number}-1",
        "method": "qris",
        "paid_on": DAY,
        "lines": lines or (line(),),
    }
    return Sale(**{**fields, **changes})


def attempt_for(sold: Sale, **changes: object) -> SimpleNamespace:
    """The attempt that paid a sale, with what profit reads of it."""
    fields = {
        "order": SimpleNamespace(number=sold.number),
        "gateway": sold.gateway,
        "provider_id": sold.transaction,
        "method": sold.method,
        "amount": sold.amount,
        "paid_at": None,
        "settled_at": None,
    }
    return SimpleNamespace(**{**fields, **changes})


def booked() -> dict[str, int]:
    """Every account that holds something; a credit is negative. Checks the books on the way."""
    lines = selectors.trial_balance()
    assert sum(one.debit.amount for one in lines) == sum(one.credit.amount for one in lines)
    assert selectors.drift() == []
    held = {one.code: int(one.debit - one.credit) for one in lines}
    return {code: amount for code, amount in held.items() if amount}
