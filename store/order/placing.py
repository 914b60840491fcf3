"""Placing an order: from a basket to goods that are held for one shopper, all or nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from oscar.apps.partner.strategy import PurchaseInfo
from oscar.core.prices import Price

from iccn.audit import services as audit
from iccn.audit.context import current
from iccn.audit.services import HasKey
from iccn.money.rupiah import Rupiah, total
from iccn.notices.services import tell
from store.basket.models import Basket
from store.order.models import Order
from store.order.refusals import EmptyBasket, NotSold, SoldOut, TotalChanged
from store.order.services import reserve
from store.order.writing import Carriage, Contact, Destination, OrderWriter, new_number, write_address
from store.partner.models import Partner
from store.partner.strategy import Selector
from store.shipping.rates import Quote

LONGEST: Final = 128  # what Oscar's order can hold


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the shopper decided in the steps of the checkout. `choices`: the courier of each artisan, by key.

    `total` is what the shopper was shown; another one is refused. None takes whatever it is.
    """

    contact: Contact
    destination: Destination
    choices: Mapping[int, Quote]
    language: str = "id"
    total: Rupiah | None = None


@transaction.atomic
def place_order(*, basket: Basket, wanted: Wanted, until: datetime, user: HasKey | None = None) -> Order:
    """Writes the order and holds its goods until then. The same basket again gives the order it already became.

    Raises EmptyBasket, NotSold, SoldOut, TotalChanged, NoCourier, UnknownPlace; then nothing has changed.
    """
    basket = locked_basket(basket)
    if basket.status == Basket.SUBMITTED:
        placed: Order = Order.objects.get(basket=basket)
        return placed
    artisans = sellable_artisans(basket)
    shipping = total([quote.cost for quote in wanted.choices.values()])
    due = Rupiah.of(basket.total_incl_tax) + shipping
    if wanted.total is not None and wanted.total != due:
        raise TotalChanged(before=wanted.total, now=due)
    order = _write(basket, wanted, artisans, shipping, due, user)
    order = reserve(order=order, until=until)
    basket.submit()
    audit.record(
        current().actor or user or "guest", "order.placed", order, number=order.number, amount=int(due)
    )
    _tell(order)
    return order


def locked_basket(basket: Basket) -> Basket:
    found: Basket = Basket.objects.select_for_update().get(pk=basket.pk)
    found.strategy = Selector().strategy()
    return found


def sellable_artisans(basket: Basket) -> dict[int, Partner]:
    """Whose goods are in the basket, in the order in which they were put in. Refuses what is not sold now."""
    if basket.is_empty:
        raise EmptyBasket
    artisans: dict[int, Partner] = {}
    for line in basket.all_lines():
        info: PurchaseInfo = line.purchase_info
        may, _why = info.availability.is_purchase_permitted(line.quantity)
        if not may:
            raise (SoldOut if line.product.is_public else NotSold)(title=line.product.name_shown)
        artisans.setdefault(line.stockrecord.partner_id, line.stockrecord.partner)
    return artisans


def _write(
    basket: Basket,
    wanted: Wanted,
    artisans: Mapping[int, Partner],
    shipping: Rupiah,
    due: Rupiah,
    user: Any,
) -> Order:
    order: Order = OrderWriter(wanted.choices, artisans).place_order(
        basket=basket,
        total=price_of(due),
        shipping_method=carriage_of(wanted.choices),
        shipping_charge=price_of(shipping),
        user=user,
        shipping_address=write_address(wanted.destination),
        order_number=new_number(),
        status=Order.State.AWAITING,
        contact_name=wanted.contact.name,
        guest_email=wanted.contact.email,
        contact_phone=wanted.contact.phone,
        language=wanted.language,
    )
    return order


def price_of(amount: Rupiah) -> Price:
    """Oscar's price of an amount without tax."""
    return Price(settings.OSCAR_DEFAULT_CURRENCY, int(amount), int(amount))


def carriage_of(choices: Mapping[int, Quote]) -> Carriage:
    quotes = sorted({(quote.key, f"{quote.courier_name} {quote.service_name}") for quote in choices.values()})
    code, name = " ".join(key for key, _name in quotes), ", ".join(name for _key, name in quotes)
    return Carriage(code=code[:LONGEST], name=name[:LONGEST])


def _tell(order: Order) -> None:
    tell(to=order.shopper, kind="order_placed", facts={"order": order}, subject=order)
