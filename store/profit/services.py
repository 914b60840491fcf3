"""From a payment to the chapters: each verb posts one outside fact, once."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from iccn.chapters.models import Chapter
from iccn.ledger.models import Entry
from iccn.ledger.policy import NO_POLICY, policy_in_force
from iccn.ledger.services import lock_accounts, post, post_all
from iccn.money.rupiah import Rupiah, total
from store.partner.models import Partner
from store.pricing.rules import gateway_fee
from store.pricing.services import fee_terms
from store.profit import legs, rules
from store.profit.models import LineShare
from store.profit.orders import HasNumber, PaidAttempt, PaidOrder, day_of, sale_of
from store.profit.refunds import post_refund, post_refund_paid
from store.profit.refusals import AmountDiffers
from store.profit.sale import Figures, Sale
from store.profit.shares import arrived_parcels, fact, left_of, locked_shares, parcel_key, source

__all__ = [
    "book_sale", "freeze_order", "post_delivered", "post_paid", "post_refund", "post_refund_paid", "post_settled",
]  # fmt: skip


@transaction.atomic
def post_paid(*, order: PaidOrder, attempt: PaidAttempt, on: date | None = None) -> Entry:
    """Freezes who gets what of each line, and books that the gateway holds the money. Raises AmountDiffers."""
    sale = sale_of(order, attempt, on=on or day_of(attempt.paid_at))
    if sale.amount != Rupiah.of(attempt.amount):
        raise AmountDiffers(paid=Rupiah.of(attempt.amount), due=sale.amount, order=sale.number)
    return book_sale(sale=sale)


@transaction.atomic
def book_sale(*, sale: Sale) -> Entry:
    """`post_paid` for a sale that is already plain values."""
    freeze_order(sale=sale)
    return post(
        entry=fact(
            Entry.Kind.PAID,
            f"pay:{sale.gateway}:{sale.transaction}",
            legs.paid(sale.amount),
            order=sale,
            on=sale.paid_on,
        )
    )


@transaction.atomic
def freeze_order(*, sale: Sale) -> list[LineShare]:
    """Freezes the figures of each line with today's policy and fees; lines that are frozen stay as they are."""
    policy = policy_in_force()
    fee = (
        sale.fee
        if sale.fee is not None
        else gateway_fee(sale.amount, fee_terms(sale.method, on=sale.paid_on))
    )
    chapters = Chapter.objects.in_bulk([line.chapter for line in sale.lines], field_name="slug")
    artisans = Partner.objects.in_bulk([line.artisan for line in sale.lines], field_name="code")
    parcels = {line.line: line.parcel for line in sale.lines}
    LineShare.objects.bulk_create(
        (
            LineShare(
                order_number=sale.number,
                line=one.line,
                parcel=parcels[one.line],
                artisan_account=artisans[one.artisan_code],
                chapter_account=chapters[one.chapter_code],
                policy=policy,
                **amounts(one),
            )
            for one in rules.freeze(sale, fee, policy.weights if policy else NO_POLICY)
        ),
        ignore_conflicts=True,
    )
    return list(LineShare.objects.filter(order_number=sale.number))


def amounts(figures: Figures) -> dict[str, Rupiah]:
    names = ("price", "shipping", "artisan", "gateway", "chapter", "solidarity", "operations")
    return {name: getattr(figures, name) for name in names}


@transaction.atomic
def post_settled(
    *, attempt: PaidAttempt, fee: Rupiah | None = None, batch: str = "", on: date | None = None
) -> Entry:
    """Books that the gateway passed the money on; without a fee of its own, the fee frozen at payment.

    `batch` names the gateway's settlement, or the gateway. A fee that differs from the frozen one is the platform's
    gain or loss: what was promised to chapters stays. Raises NotPaidYet.
    """
    shares = locked_shares(attempt.order)
    taken = fee if fee is not None else total([share.gateway for share in shares])
    return post(
        entry=fact(
            Entry.Kind.SETTLED,
            f"stl:{batch or attempt.gateway}:{attempt.provider_id}",
            legs.settled(Rupiah.of(attempt.amount), taken),
            order=attempt.order,
            on=on or day_of(attempt.settled_at),
        )
    )


@transaction.atomic
def post_delivered(*, order: HasNumber, parcel: str | None = None, on: date | None = None) -> list[Entry]:
    """Books that goods have arrived, and allocates their profit: of one parcel, or of all that are still under way.

    Returns every entry of arrival that the order has. Raises NotPaidYet.
    """
    shares = locked_shares(order)
    parcels = sorted({share.parcel for share in shares}) if parcel is None else [parcel]
    arrived = arrived_parcels(order)
    for one in parcels:
        if one not in arrived:
            _arrive(order, one, [share for share in shares if share.parcel == one], on)
    kinds = [Entry.Kind.DELIVERED, Entry.Kind.ALLOCATED, Entry.Kind.NETTED]
    return list(Entry.objects.filter(source=source(order), kind__in=kinds).order_by("pk"))


def _arrive(order: HasNumber, parcel: str, shares: Sequence[LineShare], on: date | None) -> None:
    parts = [(share.artisan_account.code, share.chapter_account.slug, left_of(share)) for share in shares]
    arrived, shared = legs.delivered(parts), legs.allocated(parts)
    netted = _netting({**arrived, **shared})
    policy = shares[0].policy.version if shares and shares[0].policy else None
    booked = [
        (Entry.Kind.DELIVERED, "dlv", arrived),
        (Entry.Kind.ALLOCATED, "alc", shared),
        (Entry.Kind.NETTED, "net", netted),
    ]
    post_all(
        entries=[
            fact(kind, parcel_key(name, str(order.number), parcel), one, order=order, on=on, policy=policy)
            for kind, name, one in booked
            if any(one.values())
        ]
    )


def _netting(gained: Mapping[str, Rupiah]) -> legs.Legs:
    """What artisans and chapters owe from refunds is taken from what they now gain, at most all of it."""
    debts = {code: legs.clawback_of(code) for code in gained if legs.clawback_of(code)}
    held = lock_accounts([*gained, *debts.values()])
    return legs.netted({code: (-gained[code], held[debt], debt) for code, debt in debts.items()})
