"""The ways to pay that the shop offers, and for how long each may be paid."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Our reservation outlives the gateway's own end, so that a payment of the last second still finds its goods.
GRACE: Final = timedelta(minutes=10)
_MOMENT: Final = timedelta(minutes=15)
_DAY: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Method:
    """One way to pay. `code` is the fee table's name; `channel` the gateway's."""

    code: str
    channel: str
    label: str | Promise
    note: str | Promise
    icon: str
    payable_for: timedelta
    refundable: bool  # through the gateway; else finance sends the money by hand


_VA_NOTE = _("Transfer dari ATM, m-banking, atau internet banking. Bayar dalam 24 jam.")
_WALLET_NOTE = _("Bayar dalam 15 menit.")
_COUNTER_NOTE = _("Tunjukkan kode bayar di kasir. Bayar dalam 24 jam.")

# The ways most people pay come first: pages show the first four, and the others behind one press.
METHODS: Final[Mapping[str, Method]] = {
    method.code: method
    for method in (
        Method(
            "qris",
            "other_qris",
            "QRIS",
            _("Pindai dari aplikasi bank atau dompet digital apa pun. Bayar dalam 15 menit."),
            "qr-code",
            _MOMENT,
            refundable=True,
        ),
        Method("bca_va", "bca_va", _("Virtual account BCA"), _VA_NOTE, "landmark", _DAY, refundable=False),
        Method("gopay", "gopay", "GoPay", _WALLET_NOTE, "smartphone", _MOMENT, refundable=True),
        Method(
            "credit_card",
            "credit_card",
            _("Kartu kredit atau debit"),
            _("Visa, Mastercard, JCB. Bayar dalam 15 menit."),
            "credit-card",
            _MOMENT,
            refundable=True,
        ),
        Method("bni_va", "bni_va", _("Virtual account BNI"), _VA_NOTE, "landmark", _DAY, refundable=False),
        Method("bri_va", "bri_va", _("Virtual account BRI"), _VA_NOTE, "landmark", _DAY, refundable=False),
        Method("echannel", "echannel", _("Mandiri Bill"), _VA_NOTE, "landmark", _DAY, refundable=False),
        Method(
            "permata_va",
            "permata_va",
            _("Virtual account Permata"),
            _VA_NOTE,
            "landmark",
            _DAY,
            refundable=False,
        ),
        Method(
            "cimb_va",
            "cimb_va",
            _("Virtual account CIMB Niaga"),
            _VA_NOTE,
            "landmark",
            _DAY,
            refundable=False,
        ),
        Method("shopeepay", "shopeepay", "ShopeePay", _WALLET_NOTE, "smartphone", _MOMENT, refundable=True),
        Method("indomaret", "indomaret", "Indomaret", _COUNTER_NOTE, "store", _DAY, refundable=False),
        Method("alfamart", "alfamart", "Alfamart", _COUNTER_NOTE, "store", _DAY, refundable=False),
    )
}
DEFAULT: Final = "qris"
