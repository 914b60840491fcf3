"""An order as a gateway wants to see it."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from iccn.money.rupiah import Rupiah
from store.order.models import Line, Order
from store.payment import rules
from store.payment.gateways.port import Customer, Item, Purchase
from store.payment.links import waiting_url
from store.payment.methods import METHODS
from store.payment.models import Attempt


def purchase_of(attempt: Attempt) -> Purchase:
    """The time to pay counts from now, in whole seconds, so that the gateway's end is never after ours."""
    order = attempt.order
    with translation.override(attempt.language):
        items = items_of(order, attempt.amount)
    to = order.shopper
    return Purchase(
        provider_id=attempt.provider_id,
        amount=attempt.amount,
        items=items,
        customer=Customer(to.name, to.email, to.phone),
        channel=METHODS[attempt.method].channel,
        starts_at=timezone.now().replace(microsecond=0),
        expires_at=attempt.expires_at,
        finish_url=waiting_url(attempt),
    )


def items_of(order: Order, amount: Rupiah) -> tuple[Item, ...]:
    """Goods, shipping, and a line for what is taken off or put on, so that all add up to the amount."""
    items = [item_of(line) for line in order.lines.order_by("pk")]
    if shipping := Rupiah.of(order.shipping_incl_tax):
        items.append(Item("ongkir", _("Ongkos kirim"), shipping))
    if rest := rules.missing(amount, [item.total for item in items]):
        items.append(Item("selisih", _("Potongan") if int(rest) < 0 else _("Biaya lain"), rest))
    return tuple(items)


def item_of(line: Line) -> Item:
    """A line whose pieces do not share its price evenly is one piece for the gateway."""
    whole = Rupiah.of(line.line_price_incl_tax)
    each, left = divmod(int(whole), line.quantity)
    if left:
        return Item(f"baris-{line.pk}", f"{line.quantity} × {line.title}", whole)
    return Item(f"baris-{line.pk}", line.title, Rupiah(each), line.quantity)
