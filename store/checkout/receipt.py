"""Who gets what of a basket or an order, in rupiah: a forecast before the payment, the frozen figures after it."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from iccn.ledger.policy import weights_in_force
from iccn.money.rupiah import ZERO, Rupiah, total
from store.checkout.selectors import Due
from store.order.models import Order
from store.payment.methods import DEFAULT
from store.pricing.rules import Payee, gateway_fee
from store.pricing.services import LABELS, fee_terms
from store.profit.models import LineShare
from store.profit.rules import freeze
from store.profit.sale import Figures, Sale, SoldLine

Parts = list[dict[str, Any]]


def parts_of_basket(due: Due, method: str = DEFAULT) -> Parts:
    """By the same rule as the posting, if it were paid now."""
    names = {parcel.artisan.code: parcel.artisan.name for parcel in due.parcels}
    chapters = {
        line.product.chapter.slug: line.product.chapter.name for one in due.parcels for line in one.lines
    }
    sale = sale_of_basket(due, method, timezone.localdate())
    fee = gateway_fee(sale.amount, fee_terms(method))
    return parts_of(freeze(sale, fee, weights_in_force()), names, chapters, due.shipping)


def sale_of_basket(due: Due, method: str, day: date) -> Sale:
    return Sale(
        number="basket",
        gateway="",
        transaction="",
        method=method,
        paid_on=day,
        lines=tuple(
            SoldLine(
                line=line.pk,
                parcel=str(parcel.artisan.pk),
                artisan=parcel.artisan.code,
                chapter=line.product.chapter.slug,
                price=Rupiah.of(line.line_price_incl_tax),
                share_basis_points=parcel.artisan.share_basis_points,
                making_cost=line.product.making_cost * line.quantity,
                shipping=due.choices[parcel.artisan.pk].cost if number == 0 else ZERO,
            )
            for parcel in due.parcels
            for number, line in enumerate(parcel.lines)
        ),
    )


def parts_of_order(order: Order) -> Parts:
    """As frozen at payment; nothing before it."""
    shares = list(
        LineShare.objects.filter(order_number=order.number).select_related(
            "artisan_account", "chapter_account"
        )
    )
    names = {share.artisan_account.code: share.artisan_account.name for share in shares}
    chapters = {share.chapter_account.slug: share.chapter_account.name for share in shares}
    return parts_of([share.figures for share in shares], names, chapters, order.shipping) if shares else []


def parts_of(
    figures: Iterable[Figures], artisans: Mapping[str, str], chapters: Mapping[str, str], shipping: Rupiah
) -> Parts:
    """Summed over the lines: artisans and chapters by name, the rest once. All add up to what was paid."""
    lines = list(figures)
    parts: Parts = [
        {
            "kind": "artisan",
            "label": name,
            "amount": total([one.artisan for one in lines if one.artisan_code == code]),
        }
        for code, name in artisans.items()
    ]
    parts += [
        {
            "kind": "chapter",
            "label": name,
            "amount": total([one.chapter for one in lines if one.chapter_code == code]),
        }
        for code, name in chapters.items()
    ]
    parts += [
        {
            "kind": kind.value,
            "label": LABELS[kind],
            "amount": total([getattr(one, kind.value) for one in lines]),
        }
        for kind in (Payee.SOLIDARITY, Payee.OPERATIONS, Payee.GATEWAY)
    ]
    parts.append({"kind": "courier", "label": _("Kurir"), "amount": shipping})
    return [part for part in parts if part["amount"]]
