"""The states of orders and parcels, the moves between them, and the words people read."""

from collections.abc import Iterable
from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class OrderState(models.TextChoices):
    """What is kept of an order; what a shopper reads is derived (`public_status`)."""

    AWAITING = "awaiting", _("Menunggu pembayaran")
    PAID = "paid", _("Dibayar")
    CANCELLED = "cancelled", _("Dibatalkan")


class OrderMove(models.TextChoices):
    PAY = "pay", _("dibayar")
    CANCEL = "cancel", _("dibatalkan")


ORDER_MOVES: Final[dict[tuple[OrderState, OrderMove], OrderState]] = {
    (OrderState.AWAITING, OrderMove.PAY): OrderState.PAID,
    (OrderState.AWAITING, OrderMove.CANCEL): OrderState.CANCELLED,
    # Money that comes after the end brings the order back, as long as its goods are still there.
    (OrderState.CANCELLED, OrderMove.PAY): OrderState.PAID,
}


class ParcelState(models.TextChoices):
    WAITING = "waiting", _("Menunggu perajin")
    CONFIRMED = "confirmed", _("Disiapkan")
    PACKED = "packed", _("Dikemas")
    HANDED_OVER = "handed_over", _("Dikirim")
    DELIVERED = "delivered", _("Diterima")
    RETURNED = "returned", _("Dikembalikan")
    LOST = "lost", _("Hilang")


class ParcelMove(models.TextChoices):
    CONFIRM = "confirm", _("dikonfirmasi")
    PACK = "pack", _("dikemas")
    HAND_OVER = "hand_over", _("diserahkan ke kurir")
    DELIVER = "deliver", _("diterima")
    RETURN = "return", _("dikembalikan")
    LOSE = "lose", _("hilang")


PARCEL_MOVES: Final[dict[tuple[ParcelState, ParcelMove], ParcelState]] = {
    (ParcelState.WAITING, ParcelMove.CONFIRM): ParcelState.CONFIRMED,
    (ParcelState.CONFIRMED, ParcelMove.PACK): ParcelState.PACKED,
    (ParcelState.PACKED, ParcelMove.HAND_OVER): ParcelState.HANDED_OVER,
    (ParcelState.HANDED_OVER, ParcelMove.DELIVER): ParcelState.DELIVERED,
    (ParcelState.HANDED_OVER, ParcelMove.RETURN): ParcelState.RETURNED,
    (ParcelState.HANDED_OVER, ParcelMove.LOSE): ParcelState.LOST,
    # A shopper sends back what was wrong.
    (ParcelState.DELIVERED, ParcelMove.RETURN): ParcelState.RETURNED,
}


class PublicStatus(models.TextChoices):
    """A whole order in a shopper's words."""

    WAITING = "waiting", _("Menunggu pembayaran")
    PROCESSING = "processing", _("Diproses")
    SENT = "sent", _("Dikirim")
    DONE = "done", _("Selesai")
    CANCELLED = "cancelled", _("Dibatalkan")
    RETURNED = "returned", _("Dikembalikan")


# What the shopper can expect next.
NEXT: Final[dict[PublicStatus, str | Promise]] = {
    PublicStatus.WAITING: _("Selesaikan pembayaran; barang Anda kami tahan selama waktu bayar belum habis."),
    PublicStatus.PROCESSING: _("Pembayaran sudah kami terima. Perajin sedang menyiapkan pesanan Anda."),
    PublicStatus.SENT: _("Pesanan sedang di jalan. Tekan “Paket sudah saya terima” setelah paketnya sampai."),
    PublicStatus.DONE: _("Semua paket sudah diterima. Terima kasih sudah menguatkan perajin."),
    PublicStatus.CANCELLED: _(
        "Pesanan ini tidak dibayar sampai waktunya habis. Tidak ada uang yang kami terima."
    ),
    PublicStatus.RETURNED: _("Barang dikembalikan. Kami mengabari Anda tentang uang Anda."),
}
ENDED: Final = frozenset({ParcelState.DELIVERED, ParcelState.RETURNED, ParcelState.LOST})
ON_THE_WAY: Final = ENDED | {ParcelState.HANDED_OVER}
OPEN: Final = frozenset({ParcelState.WAITING, ParcelState.CONFIRMED, ParcelState.PACKED})


def order_after(state: str, move: OrderMove) -> OrderState | None:
    """The state that a move leads to, or None when the table has no such move."""
    return ORDER_MOVES.get((OrderState(state), move))


def parcel_after(state: str, move: ParcelMove) -> ParcelState | None:
    return PARCEL_MOVES.get((ParcelState(state), move))


def public_status(order: str, parcels: Iterable[str]) -> PublicStatus:
    """A paid order is as far as its parcels: sent when one is on the way, done when each has ended."""
    if order == OrderState.AWAITING:
        return PublicStatus.WAITING
    if order == OrderState.CANCELLED:
        return PublicStatus.CANCELLED
    states = {ParcelState(one) for one in parcels}
    if states and states <= ENDED:
        return PublicStatus.DONE if ParcelState.DELIVERED in states else PublicStatus.RETURNED
    return PublicStatus.SENT if states & ON_THE_WAY else PublicStatus.PROCESSING
