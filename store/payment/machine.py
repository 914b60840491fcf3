"""The states of a payment attempt and the moves between them.

One attempt is one order id at the gateway. Shoppers may try several cards or accounts under one id, so a refused
attempt can still be paid; and money may arrive for an attempt that we had given up. What is not in the table does
not happen: it is logged and left alone. Worked examples: docs/rules/payment-states.md.
"""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where an attempt stands; the label is what staff read."""

    CREATED = "created", _("Disiapkan")
    STARTED = "started", _("Menunggu pembeli")
    PENDING = "pending", _("Menunggu pembayaran")
    AUTHORIZED = "authorized", _("Dana ditahan")
    REVIEW = "review", _("Perlu diperiksa")
    PAID = "paid", _("Lunas")
    FAILED = "failed", _("Gagal")
    EXPIRED = "expired", _("Kedaluwarsa")
    CANCELLED = "cancelled", _("Dibatalkan")
    REFUND_DUE = "refund_due", _("Dana harus dikembalikan")
    PARTIALLY_REFUNDED = "partially_refunded", _("Dikembalikan sebagian")
    REFUNDED = "refunded", _("Dikembalikan")
    VOIDED = "voided", _("Dibatalkan setelah dibayar")
    CHARGED_BACK = "charged_back", _("Ditarik kembali oleh bank")


class Event(models.TextChoices):
    """What may happen to an attempt: told by the gateway, or (the last two) found by us."""

    START = "start", _("dimulai")
    WAIT = "wait", _("menunggu pembayaran")
    AUTHORIZE = "authorize", _("dana ditahan")
    CHALLENGE = "challenge", _("perlu diperiksa")
    PAY = "pay", _("dibayar")
    DENY = "deny", _("ditolak")
    EXPIRE = "expire", _("kedaluwarsa")
    CANCEL = "cancel", _("dibatalkan")
    REFUND_PART = "refund_part", _("dikembalikan sebagian")
    REFUND = "refund", _("dikembalikan")
    CHARGE_BACK = "charge_back", _("ditarik kembali oleh bank")
    PAY_IN_VAIN = "pay_in_vain", _("dibayar, tetapi tidak dapat dipakai")
    DISAGREE = "disagree", _("jumlah atau penerima tidak cocok")


# Money that arrives is never ignored: it pays the order, waits to go back, or waits for a person.
_ARRIVALS: Final = {
    Event.CHALLENGE: State.REVIEW,
    Event.PAY: State.PAID,
    Event.PAY_IN_VAIN: State.REFUND_DUE,
    Event.DISAGREE: State.REVIEW,
}
_ENDS: Final = {
    Event.DENY: State.FAILED,
    Event.EXPIRE: State.EXPIRED,
    Event.CANCEL: State.CANCELLED,
}
_OPEN: Final = {
    **_ARRIVALS,
    **_ENDS,
    Event.WAIT: State.PENDING,
    Event.AUTHORIZE: State.AUTHORIZED,
}

_ROWS: Final[dict[State, dict[Event, State]]] = {
    State.CREATED: {Event.START: State.STARTED, **_OPEN},
    State.STARTED: _OPEN,
    State.PENDING: {**_ARRIVALS, **_ENDS, Event.AUTHORIZE: State.AUTHORIZED},
    State.AUTHORIZED: {**_ARRIVALS, Event.CANCEL: State.CANCELLED},
    State.REVIEW: {
        Event.PAY: State.PAID,
        Event.PAY_IN_VAIN: State.REFUND_DUE,
        Event.DENY: State.FAILED,
        Event.CANCEL: State.CANCELLED,
    },
    State.FAILED: {
        **_ARRIVALS,
        Event.WAIT: State.PENDING,
        Event.AUTHORIZE: State.AUTHORIZED,
        Event.EXPIRE: State.EXPIRED,
        Event.CANCEL: State.CANCELLED,
    },
    State.EXPIRED: _ARRIVALS,
    State.CANCELLED: _ARRIVALS,
    State.PAID: {
        Event.CANCEL: State.VOIDED,
        Event.REFUND_PART: State.PARTIALLY_REFUNDED,
        Event.REFUND: State.REFUNDED,
        Event.CHARGE_BACK: State.CHARGED_BACK,
    },
    State.PARTIALLY_REFUNDED: {
        Event.REFUND: State.REFUNDED,
        Event.CHARGE_BACK: State.CHARGED_BACK,
    },
    State.REFUND_DUE: {
        Event.CANCEL: State.VOIDED,
        Event.REFUND: State.REFUNDED,
        Event.CHARGE_BACK: State.CHARGED_BACK,
    },
    State.REFUNDED: {},
    State.VOIDED: {},
    State.CHARGED_BACK: {},
}

MOVES: Final[dict[tuple[State, Event], State]] = {
    (state, event): target for state, row in _ROWS.items() for event, target in row.items()
}

# The shopper can still pay; the order's stock is held.
LIVE: Final = frozenset({State.CREATED, State.STARTED, State.PENDING, State.AUTHORIZED, State.REVIEW})
# The order stands on this attempt's money: at most one of an order's attempts.
KEPT: Final = frozenset({State.PAID, State.PARTIALLY_REFUNDED, State.CHARGED_BACK})
# The gateway has been paid, now or once.
MONEY_CAME: Final = KEPT | {State.REFUND_DUE, State.REFUNDED, State.VOIDED}


def after(state: str, event: Event) -> State | None:
    """The state that an event leads to, or None when the table has no such move."""
    return MOVES.get((State(state), event))
