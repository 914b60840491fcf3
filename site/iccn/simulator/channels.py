"""The ways to pay on the pretended page, and what each shows the payer."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from iccn.simulator.models import SimTransaction

ACCOUNTS: Final = {f"{bank}_va": bank for bank in ("bca", "bni", "bri", "cimb", "danamon", "bsi")}
COUNTERS: Final = ("indomaret", "alfamart")
TYPES: Final = {
    "permata_va": "bank_transfer",
    "echannel": "echannel",
    "other_qris": "qris",
    "gopay": "gopay",
    "shopeepay": "shopeepay",
    "credit_card": "credit_card",
} | dict.fromkeys(COUNTERS, "cstore")
NAMES: Final = {
    "other_qris": "QRIS",
    "gopay": "GoPay",
    "shopeepay": "ShopeePay",
    "permata_va": "Virtual account Permata",
    "echannel": "Mandiri Bill",
    "credit_card": _("Kartu kredit atau debit"),
    "indomaret": "Indomaret",
    "alfamart": "Alfamart",
} | {channel: f"Virtual account {bank.upper()}" for channel, bank in ACCOUNTS.items()}
# The gateway gives money back by itself only for these.
REFUNDABLE: Final = frozenset({"credit_card", "gopay", "qris", "shopeepay"})


def payment_type_of(channel: str) -> str:
    return TYPES.get(channel, "bank_transfer")


def picked(channel: str, row: SimTransaction) -> dict[str, Any]:
    """The fields that an answer gets by its way to pay. Numbers come out of the token, so that they stay the same."""
    digits = str(int(row.token.replace("-", ""), 16)).zfill(30)
    if bank := ACCOUNTS.get(channel):
        return {"va_numbers": [{"bank": bank, "va_number": f"88{digits[:14]}"}]}
    if channel in COUNTERS:
        return {"store": channel, "payment_code": digits[:12]}
    return {
        "permata_va": {"permata_va_number": f"85{digits[:14]}"},
        "echannel": {"biller_code": "70012", "bill_key": digits[:12]},
        "other_qris": {"acquirer": "gopay", "issuer": "gopay", "transaction_type": "off-us"},
        "credit_card": {"masked_card": "48111111-1114", "bank": "bni", "card_type": "credit", "eci": "05"},
    }.get(channel, {})


def qr_words(row: SimTransaction) -> str:
    """What the page's QR code holds; no real wallet takes it for money."""
    return f"SIMULATOR/QRIS/{row.order_id}/{row.gross_amount}"
