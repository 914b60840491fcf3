"""What stands on a label and on a packing list: what a courier needs to carry the parcel, and nothing more."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from iccn.accounts import phones
from store.checkout.artisan.printing.rules import is_fragile, weight_words
from store.checkout.artisan.printing.typesetting import qr_svg, typeset
from store.checkout.artisan.selectors import parcels_of
from store.order.machine import ENDED, OPEN
from store.order.models import Parcel
from store.partner.models import Partner

MOST_AT_ONCE = 100


def to_print(artisan: Partner) -> QuerySet[Parcel]:
    """Her parcels that have not arrived; afterwards an address is nobody's business. Five queries."""
    return (
        parcels_of(artisan)
        .exclude(state__in=ENDED)
        .select_related("order__shipping_address", "artisan__member__village__district__regency")
        .prefetch_related("lines__product__parent", "artisan__users")
        .order_by("order__paid_at", "pk")
    )


def open_for(artisan: Partner) -> QuerySet[Parcel]:
    """What still has to be made ready and sent, the longest wait first."""
    return to_print(artisan).filter(state__in=OPEN)


def label_pdf(parcels: Sequence[Parcel], *, sheet: str, fragile: bool = False) -> bytes:
    """`sheet` is `a6` (one label a page) or `a4` (four). Couriers read Indonesian, whatever the artisan reads."""
    with translation.override("id"):
        data = {
            "title": _("Label pengiriman"),
            "sheet": sheet,
            "words": {
                "to": _("Penerima"),
                "from": _("Pengirim"),
                "fragile": _("Mudah pecah · jangan dibanting"),
            },
            "labels": [label_of(one, fragile=fragile) for one in parcels],
        }
        return typeset("label", data)


def label_of(parcel: Parcel, *, fragile: bool = False) -> dict[str, Any]:
    """The code leads the artisan, signed in, to the parcel; to everyone else it says nothing."""
    return {
        "number": parcel.order.number,
        "parcel": _("Paket {number}").format(number=parcel.number),
        "carrier": parcel.carrier,
        "weight": weight_words(parcel.grams),
        "qr": qr_svg(settings.BASE_URL + reverse("artisan_orders:parcel", args=[parcel.pk])),
        "receiver": receiver_of(parcel),
        "sender": sender_of(parcel),
        "fragile": fragile or is_fragile(materials_of(parcel)),
    }


def receiver_of(parcel: Parcel) -> dict[str, Any]:
    address = parcel.order.shipping_address
    if address is None:
        return {
            "name": parcel.order.contact_name,
            "phone": phones.shown(parcel.order.contact_phone),
            "lines": [],
            "note": "",
        }
    return {
        "name": address.name or parcel.order.contact_name,
        "phone": phones.shown(str(address.phone_number or parcel.order.contact_phone)),
        "lines": address.lines,
        "note": address.notes or "",
    }


def sender_of(parcel: Parcel) -> dict[str, Any]:
    """The shop's name, its village, and the phone by which its people log in."""
    member = parcel.artisan.member
    village = member.village if member else None
    near = [f"{village.name}, {village.district.name}"] if village else []
    return {
        "name": parcel.artisan.name,
        "phone": next((phones.shown(user.phone) for user in parcel.artisan.users.all() if user.phone), ""),
        "lines": [*near, parcel.origin],
    }


def materials_of(parcel: Parcel) -> list[str]:
    products = [line.product for line in parcel.lines.all() if line.product]
    return [word for one in products for word in (one.parent if one.is_child else one).materials]


def packing_pdf(parcels: Sequence[Parcel]) -> bytes:
    """What goes into which parcel, in the artisan's own language; no shopper is named."""
    today = date_format(timezone.localdate(), "j F Y")
    data = {
        "title": _("Daftar kemas"),
        "when": _("{count} paket · dicetak {day}").format(count=len(parcels), day=today),
        "language": (get_language() or "id")[:2],
        "words": {"pieces": _("Jumlah"), "goods": _("Barang"), "code": _("Kode")},
        "parcels": [
            {
                "number": parcel.order.number,
                "carrier": parcel.carrier,
                "weight": weight_words(parcel.grams),
                "lines": [
                    {
                        "quantity": line.quantity,
                        "name": line.name_shown,
                        "code": line.product.upc if line.product else "",
                    }
                    for line in parcel.lines.all()
                ],
            }
            for parcel in parcels
        ],
    }
    return typeset("packing", data)
