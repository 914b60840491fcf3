"""What a shopper sees of an order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Final

from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from iccn.accounts.phones import shown
from store.catalogue.pictures import THUMB, picture_html, sources_of, words_of
from store.checkout.receipt import parts_of_order
from store.order.machine import NEXT, ParcelMove, ParcelState, PublicStatus, parcel_after
from store.order.models import Line, Order, Parcel
from store.payment.links import waiting_path
from store.payment.machine import LIVE
from store.payment.methods import METHODS, Method
from store.payment.models import Attempt
from store.payment.selectors import in_order

# How the badge of a state looks.
LOOKS: Final = {
    PublicStatus.WAITING: "waiting",
    PublicStatus.PROCESSING: "working",
    PublicStatus.SENT: "moving",
    PublicStatus.DONE: "done",
    PublicStatus.CANCELLED: "stopped",
    PublicStatus.RETURNED: "stopped",
    ParcelState.WAITING: "waiting",
    ParcelState.CONFIRMED: "working",
    ParcelState.PACKED: "working",
    ParcelState.HANDED_OVER: "moving",
    ParcelState.DELIVERED: "done",
    ParcelState.RETURNED: "stopped",
    ParcelState.LOST: "stopped",
}
WAY: Final = (
    ParcelState.WAITING,
    ParcelState.CONFIRMED,
    ParcelState.PACKED,
    ParcelState.HANDED_OVER,
    ParcelState.DELIVERED,
)


def order_signed(number: str, signature: str) -> Order | None:
    """With its parcels, their lines and events; None when the signature is not the order's."""
    lines = Line.objects.select_related("product__parent").prefetch_related(
        "product__images__picture__renditions", "product__parent__images__picture__renditions"
    )
    parcels = Parcel.objects.select_related("artisan").prefetch_related(
        Prefetch("lines", lines.order_by("pk")), "events"
    )
    found: Order | None = (
        Order.objects.filter(number=number)
        .select_related("shipping_address", "user")
        .prefetch_related(Prefetch("parcels", parcels.order_by("number")))
        .first()
    )
    return found if found is not None and found.is_signed_by(signature) else None


def orders_of(user: Any) -> Any:
    """A person's own orders, the newest first."""
    lines = Line.objects.select_related("product").order_by("pk")
    return (
        Order.objects.filter(user=user)
        .prefetch_related("parcels", Prefetch("lines", lines))
        .order_by("-date_placed", "-pk")
    )


@dataclass(frozen=True)
class OrderRow:
    """One order in a list."""

    order: Order

    @property
    def status(self) -> PublicStatus:
        return self.order.public_status

    @property
    def look(self) -> str:
        return LOOKS[self.status]

    @property
    def titles(self) -> str:
        return ", ".join(f"{line.quantity} × {line.name_shown}" for line in self.order.lines.all())

    @property
    def when(self) -> str:
        return moment(self.order.date_placed)


def first_picture(line: Line) -> SafeString:
    image = next(iter(line.product.shown_images), None) if line.product else None
    found = sources_of(image.picture, THUMB) if image else {}
    return picture_html(found, sizes="4rem", alt=words_of(found))


def moment(at: datetime) -> str:
    """`24 November 2026, 18.30 WIB`."""
    return f"{date_format(localtime(at), 'j F Y, H.i')} WIB"


@dataclass(frozen=True)
class OrderPage(OrderRow):
    """One order on its own page, with all that was fetched by `order_signed`."""

    @property
    def next_words(self) -> str | Promise:
        if self.status == PublicStatus.SENT and not any(one.can_arrive for one in self.parcels):
            return _("Sebagian sudah Anda terima. Sisanya sedang disiapkan perajinnya.")
        return NEXT[self.status]

    @cached_property
    def parcels(self) -> list["ParcelOnPage"]:
        parcels = list(self.order.parcels.all())
        return [ParcelOnPage(parcel, len(parcels), self.is_paid) for parcel in parcels]

    @cached_property
    def attempt(self) -> Attempt | None:
        """The newest attempt, while the order waits for money."""
        return self.order.attempts.first() if self.order.is_awaiting else None

    @property
    def waiting_path(self) -> str:
        """Where an attempt that lives is paid."""
        attempt = self.attempt
        return waiting_path(attempt) if attempt is not None and attempt.state in LIVE else ""

    @property
    def methods(self) -> Sequence[Method]:
        """The ways to pay, while the order can be paid and no attempt lives."""
        return in_order() if self.order.is_awaiting and not self.waiting_path else ()

    @property
    def is_paid(self) -> bool:
        return self.order.status == Order.State.PAID

    @property
    def paid_words(self) -> str:
        kept = (
            next((one for one in self.order.attempts.all() if one.was_kept), None) if self.is_paid else None
        )
        if kept is None or kept.paid_at is None:
            return ""
        words = {"method": METHODS[kept.method].label, "when": moment(kept.paid_at)}
        return _("Dibayar dengan %(method)s, %(when)s") % words

    @property
    def phone(self) -> str:
        address = self.order.shipping_address
        return shown(str(address.phone_number)) if address else ""

    @cached_property
    def parts(self) -> list[dict[str, Any]]:
        return parts_of_order(self.order)

    @property
    def summary(self) -> list[dict[str, Any]]:
        carriers = ", ".join(parcel.parcel.carrier for parcel in self.parcels)
        return [
            {"label": _("Barang"), "amount": str(self.order.goods)},
            {"label": _("Ongkos kirim"), "amount": str(self.order.shipping), "note": carriers},
        ]


@dataclass(frozen=True)
class ParcelOnPage:
    parcel: Parcel
    many: int
    is_paid: bool

    @property
    def title(self) -> str:
        artisan = self.parcel.artisan.name
        if self.many == 1:
            return _("Paket dari %(artisan)s") % {"artisan": artisan}
        return _("Paket %(number)d dari %(artisan)s") % {"number": self.parcel.number, "artisan": artisan}

    @property
    def status(self) -> str:
        return self.parcel.get_state_display() if self.is_paid else ""

    @property
    def look(self) -> str:
        return LOOKS[ParcelState(self.parcel.state)]

    @property
    def can_arrive(self) -> bool:
        return self.is_paid and parcel_after(self.parcel.state, ParcelMove.DELIVER) is not None

    @property
    def items(self) -> list[dict[str, Any]]:
        return [
            {"title": line.name_shown, "quantity": line.quantity, "picture": first_picture(line)}
            for line in self.parcel.lines.all()
        ]

    @property
    def events(self) -> list[dict[str, Any]]:
        """What has happened, and what is still to come."""
        past = [
            {
                "title": event.get_state_display(),
                "when": moment(event.at),
                "datetime": event.at.isoformat(),
                "text": event.note,
                "state": "done",
            }
            for event in self.parcel.events.all()
        ]
        past[-1:] = [{**one, "state": "now"} for one in past[-1:]]
        state = ParcelState(self.parcel.state)
        ahead = WAY[WAY.index(state) + 1 :] if state in WAY else ()
        return past + [{"title": one.label, "state": "next"} for one in ahead]
