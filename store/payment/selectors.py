"""Reads about attempts: what is due, and what the waiting page shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from store.order.models import Order
from store.payment import rules
from store.payment.machine import KEPT, LIVE, State
from store.payment.methods import DEFAULT, GRACE, METHODS, Method
from store.payment.models import Attempt, Notification

MOST_TRIES: Final = 60


def attempt_named(provider_id: str) -> Attempt | None:
    return Attempt.objects.select_related("order").filter(provider_id=provider_id).first()


def is_known(provider_id: str) -> bool:
    return Attempt.objects.filter(provider_id=provider_id).exists()


def to_ask_about(now: datetime) -> QuerySet[Attempt]:
    """Attempts whose turn has come to ask the gateway, the longest waiting first."""
    return Attempt.objects.filter(poll_at__lte=now).order_by("poll_at")


def unfinished() -> QuerySet[Attempt]:
    """Attempts of which news may still come: all of them are asked about when the worker starts."""
    return Attempt.objects.filter(poll_at__isnull=False).order_by("poll_at")


def over(now: datetime) -> QuerySet[Attempt]:
    """Attempts whose time, with its grace, is over, and which nobody has ended yet."""
    open_states = (LIVE | {State.FAILED}) - {State.REVIEW, State.AUTHORIZED}
    return Attempt.objects.filter(state__in=sorted(open_states), expires_at__lte=now - GRACE)


def to_remind(now: datetime) -> list[Attempt]:
    """Attempts that can still be paid and end soon; orders that are paid otherwise are left out."""
    kept = Attempt.objects.filter(order=OuterRef("order"), state__in=sorted(KEPT))
    waiting = Attempt.objects.filter(
        ~Exists(kept),
        state__in=[State.STARTED, State.PENDING],
        reminded_at=None,
        expires_at__gt=now,
        expires_at__lte=now + rules.REMIND_BEFORE,
    ).select_related("order__user")
    return [
        attempt
        for attempt in waiting
        if rules.reminder_is_due(created_at=attempt.created_at, expires_at=attempt.expires_at, now=now)
    ]


def _unpaid() -> Any:
    """Orders that wait for money while no attempt lives, was kept, or can still be tried until its time is up."""
    paying = Attempt.objects.filter(order=OuterRef("pk"), state__in=sorted(LIVE | KEPT | {State.FAILED}))
    return Order.objects.filter(~Exists(paying), status=Order.State.AWAITING).order_by("pk")


def lapsed(now: datetime) -> Any:
    """Unpaid orders whose goods are held past their time, with no attempt behind them."""
    return _unpaid().filter(reserved_until__lte=now)


def unpaid_since(moment: datetime) -> Any:
    """Unpaid orders placed before, which nobody is paying."""
    return _unpaid().filter(date_placed__lte=moment)


def unheard() -> QuerySet[Notification]:
    """Notifications that were kept and not dealt with: their task was lost. One that never works is left to staff."""
    return Notification.objects.filter(processed_at=None, tries__lt=MOST_TRIES).order_by("pk")


# --- the waiting page -------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Words:
    """What a shopper is told of a state. `kind` is the alert's."""

    title: str | Promise
    text: str | Promise
    kind: str = "info"


WAITING: Final = Words(
    _("Menunggu pembayaran"),
    _("Halaman ini memperbarui diri begitu pembayaran Anda kami terima."),
)
WORDS: Final[dict[State, Words]] = {
    State.CREATED: Words(
        _("Menyiapkan halaman pembayaran"),
        _("Sebentar lagi Anda dapat membayar. Halaman ini memperbarui diri."),
    ),
    State.STARTED: WAITING,
    State.PENDING: WAITING,
    State.AUTHORIZED: Words(_("Dana ditahan oleh bank"), _("Kami menunggu kabar dari bank Anda.")),
    State.REVIEW: Words(
        _("Pembayaran sedang diperiksa"),
        _("Mohon jangan membayar lagi. Kami mengabari Anda begitu selesai."),
        "warning",
    ),
    State.PAID: Words(
        _("Pembayaran diterima"), _("Terima kasih! Perajin segera menyiapkan pesanan Anda."), "success"
    ),
    State.FAILED: Words(
        _("Pembayaran belum berhasil"),
        _("Tidak ada pembayaran yang kami terima. Coba lagi atau pilih cara lain."),
        "danger",
    ),
    State.EXPIRED: Words(
        _("Waktu bayar habis"),
        _("Bila Anda masih menginginkannya, pilih cara bayar di bawah untuk mencoba lagi."),
        "warning",
    ),
    State.CANCELLED: Words(
        _("Cara bayar ini dibatalkan"), _("Pilih cara bayar di bawah untuk mencoba lagi."), "warning"
    ),
    State.REFUND_DUE: Words(
        _("Uang Anda akan dikembalikan"),
        _(
            "Pesanan ini sudah dibayar atau tidak dapat dipenuhi lagi. Kami menghubungi Anda untuk mengembalikannya."
        ),
        "warning",
    ),
    State.PARTIALLY_REFUNDED: Words(_("Sebagian uang dikembalikan"), _("Rinciannya ada di halaman pesanan.")),
    State.REFUNDED: Words(_("Uang dikembalikan"), _("Uang untuk pembayaran ini sudah dikembalikan.")),
    State.VOIDED: Words(_("Pembayaran dibatalkan"), _("Uang untuk pembayaran ini dikembalikan oleh bank.")),
    State.CHARGED_BACK: Words(
        _("Pembayaran ditarik kembali oleh bank"), _("Kami menghubungi Anda tentang pesanan ini."), "warning"
    ),
}


@dataclass(frozen=True, slots=True)
class WaitingPage:
    """What the shopper sees of one attempt, out of our own books alone."""

    attempt: Attempt
    method: Method
    words: Words
    can_pay: bool  # here and now, by this attempt
    can_change: bool  # by another way
    is_paid: bool
    watches: bool  # the page asks again by itself
    newer: Attempt | None
    methods: tuple[Method, ...]

    @property
    def version(self) -> str:
        """Differs when the page would."""
        shown = (
            self.attempt.state,
            self.can_pay,
            self.attempt.instructions.get("kind", ""),
            self.newer is None,
        )
        return "-".join(str(part) for part in shown)


def waiting_page(attempt: Attempt, now: datetime) -> WaitingPage:
    """Two queries."""
    others = list(attempt.order.attempts.order_by("-pk"))
    paid = [other for other in others if other.was_kept]
    can_pay = (
        bool(attempt.token)
        and attempt.expires_at > now
        and attempt.state in {State.STARTED, State.PENDING, State.FAILED}
    )
    newest = others[0]
    return WaitingPage(
        attempt=attempt,
        method=METHODS[attempt.method],
        words=WORDS[State(attempt.state)],
        can_pay=can_pay and not paid,
        can_change=not paid and newest == attempt and attempt.state not in {State.REVIEW, State.AUTHORIZED},
        is_paid=attempt.state in KEPT,
        watches=attempt.state in LIVE,
        newer=(paid or [newest])[0] if newest != attempt and attempt.state not in KEPT else None,
        methods=in_order(attempt.method),
    )


def in_order(first: str = DEFAULT) -> tuple[Method, ...]:
    """All ways to pay, the given one first."""
    return tuple(sorted(METHODS.values(), key=lambda method: method.code != first))


def in_fours(number: str) -> str:
    """A long number as people read it aloud: `8812 3456 78`."""
    return " ".join(number[place : place + 4] for place in range(0, len(number), 4))
