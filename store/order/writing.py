"""How an order is written down: Oscar's order creator, with our parcels, chapters and held goods."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from oscar.apps.order.utils import OrderCreator

from iccn.regions.selectors import place
from store.address.selectors import home_country
from store.order import rules
from store.order.models import Line, Order, Parcel, ParcelEvent, ShippingAddress
from store.order.refusals import NoCourier, UnknownPlace
from store.partner.models import Partner
from store.shipping.rates import Quote


@dataclass(frozen=True, slots=True)
class Contact:
    """Who orders. The phone is E.164."""

    name: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class Destination:
    """Where the parcels go. `street` is road and number; RT and RW may be empty."""

    name: str
    phone: str
    street: str
    village_code: str
    rt: str = ""
    rw: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Carriage:
    """What Oscar wants to know of a shipping method."""

    code: str
    name: str


def new_number() -> str:
    """One that no order has; with eleven million a month a second look is almost never needed."""
    while True:
        number = rules.order_number(timezone.localdate(), secrets.choice)
        if not Order.objects.filter(number=number).exists():
            return number


def write_address(destination: Destination) -> ShippingAddress:
    """The address with the names of its places as they are today. Raises UnknownPlace."""
    found = place(destination.village_code)
    if found is None:
        raise UnknownPlace
    blocks = [
        f"{label} {number}" for label, number in (("RT", destination.rt), ("RW", destination.rw)) if number
    ]
    address: ShippingAddress = ShippingAddress.objects.create(
        first_name=destination.name,
        phone_number=destination.phone,
        line1=destination.street,
        line2="/".join(blocks),
        line3=f"{found.village}, {found.district}",
        line4=found.regency,
        state=found.province,
        postcode=found.postal_code,
        village_code=found.village_code,
        notes=destination.note,
        country=home_country(),
    )
    return address


class OrderWriter(OrderCreator):  # type: ignore[misc]
    """Writes the parcels with the order. Goods are held by `store.order.services.reserve`, under its locks."""

    def __init__(self, choices: Mapping[int, Quote], artisans: Mapping[int, Partner]) -> None:
        self.choices = choices
        self.artisans = artisans
        self.parcels: dict[int, Parcel] = {}

    def create_order_model(self, *args: Any, **fields: Any) -> Order:
        order: Order = super().create_order_model(*args, **fields)
        for number, (key, artisan) in enumerate(self.artisans.items(), start=1):
            if key not in self.choices:
                raise NoCourier(artisan=artisan.name)
            self.parcels[key] = write_parcel(order, number, artisan, self.choices[key])
        return order

    def create_line_models(self, order: Order, basket_line: Any, extra_line_fields: Any = None) -> Line:
        fields = {
            **(extra_line_fields or {}),
            "parcel": self.parcels[basket_line.stockrecord.partner_id],
            "chapter_id": basket_line.product.chapter_id,
            "num_allocated": 0,
        }
        line: Line = super().create_line_models(order, basket_line, fields)
        return line

    def update_stock_records(self, line: Any) -> None:
        """Nothing: see the class."""


def write_parcel(order: Order, number: int, artisan: Partner, quote: Quote) -> Parcel:
    parcel = Parcel.objects.create(
        order=order,
        number=number,
        artisan=artisan,
        origin=origin_of(artisan),
        provider=quote.provider,
        courier=quote.courier,
        courier_name=quote.courier_name,
        service=quote.service,
        service_name=quote.service_name,
        cost=quote.cost,
        grams=quote.grams,
        billable_kilos=quote.billable_kilos,
        days_min=quote.days_min,
        days_max=quote.days_max,
    )
    note_event(parcel)
    return parcel


def note_event(parcel: Parcel, note: str = "") -> ParcelEvent:
    return ParcelEvent.objects.create(parcel=parcel, state=parcel.state, at=timezone.now(), note=note)


def origin_of(artisan: Partner) -> str:
    """The regency or city a parcel comes from, by name."""
    member = artisan.member
    if member is None:
        return ""
    village = member.village
    return str(village.district.regency if village else member.chapter.regency)
