"""Giving money back: who bears it, before and after the goods arrived, before and after payouts."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction

from iccn.audit import services as audit
from iccn.audit.services import HasKey
from iccn.ledger import chart
from iccn.ledger.models import Entry
from iccn.ledger.refusals import LedgerConflict
from iccn.ledger.services import lock_accounts, post
from iccn.money.rupiah import Rupiah, total
from store.profit import legs, rules
from store.profit.models import LineRefund, LineShare
from store.profit.orders import HasNumber
from store.profit.refusals import RefundTooHigh, UnknownRefund
from store.profit.sale import Asked, Taken, by_code
from store.profit.shares import arrived_parcels, fact, left_of, locked_shares

Takings = list[tuple[LineShare, Taken]]


@transaction.atomic
def post_refund(
    *, order: HasNumber, number: int, asked: Sequence[Asked], by: HasKey | str, on: date | None = None
) -> Entry:
    """Books the order's refund of this number: so much for each line. The same refund again gives the first entry.

    Before arrival it comes out of the deposit. After it, each party gives back its part of what is left: out of
    what we still owe them, and what is missing stays owed to us. Raises NotPaidYet, RefundTooHigh, LedgerConflict.
    """
    shares = {share.line: share for share in locked_shares(order)}
    key = f"rf:{order.number}:{number}"
    if there := refund_rows(order, number):
        return _same_or_conflict(there, asked, key)
    takings = [_take(shares.get(one.line), one, key, order) for one in asked]
    if not takings or len({share.pk for share, _ in takings}) < len(takings):
        raise RefundTooHigh(order=order.number)
    entry = post(
        entry=fact(Entry.Kind.REFUND, key, _legs(takings, arrived_parcels(order)), order=order, on=on)
    )
    LineRefund.objects.bulk_create(
        LineRefund(share=share, number=number, entry=entry, **_amounts(taken)) for share, taken in takings
    )
    audit.record(by, "refund.booked", entry, order=order.number, number=number)
    return entry


@transaction.atomic
def post_refund_paid(*, order: HasNumber, number: int, on: date | None = None) -> Entry:
    """Books that the shopper has got the money of a refund. Raises NotPaidYet, UnknownRefund."""
    locked_shares(order)
    rows = refund_rows(order, number)
    if not rows:
        raise UnknownRefund(order=order.number, number=number)
    amount = total([row.goods + row.shipping for row in rows])
    key = f"rfp:{order.number}:{number}"
    return post(entry=fact(Entry.Kind.REFUND_PAID, key, legs.refund_paid(amount), order=order, on=on))


def refund_rows(order: HasNumber, number: int) -> list[LineRefund]:
    rows = LineRefund.objects.filter(share__order_number=str(order.number), number=number)
    return list(rows.select_related("share", "entry"))


def _same_or_conflict(there: list[LineRefund], asked: Sequence[Asked], key: str) -> Entry:
    booked = {(row.share.line, row.goods, row.shipping) for row in there}
    if booked != {(one.line, one.goods, one.shipping) for one in asked}:
        raise LedgerConflict(key=key)
    return there[0].entry


def _take(share: LineShare | None, asked: Asked, key: str, order: HasNumber) -> tuple[LineShare, Taken]:
    if share is None:
        raise RefundTooHigh(order=order.number)
    rest = left_of(share)
    if not rules.can_give_back(asked, rest):
        raise RefundTooHigh(order=order.number)
    return share, rules.take_back(asked, rest, key=f"{key}:{share.line}")


def _amounts(taken: Taken) -> dict[str, Rupiah]:
    names = ("goods", "shipping", "artisan", "chapter", "solidarity", "platform")
    return {name: getattr(taken, name) for name in names}


def _legs(takings: Takings, arrived: set[str]) -> legs.Legs:
    """One entry for lines that have arrived and lines that have not."""
    held = [taken for share, taken in takings if share.parcel not in arrived]
    shared = [(share, taken) for share, taken in takings if share.parcel in arrived]
    deposit = legs.refund_held(total([one.goods + one.shipping for one in held]))
    if not shared:
        return deposit
    given = legs.refund_shared([taken for _, taken in shared], _owners(shared))
    return by_code([*deposit.items(), *given.items()])


def _owners(shared: Iterable[tuple[LineShare, Taken]]) -> legs.Legs:
    """What comes out of which owner's account: first what we owe them, and the rest they owe us."""
    lines = list(shared)
    artisans = by_code((share.artisan_account.code, taken.artisan) for share, taken in lines)
    chapters = by_code((share.chapter_account.slug, taken.chapter) for share, taken in lines)
    claims = [(legs.artisan_pots(code), amount) for code, amount in artisans.items()]
    claims += [(legs.chapter_pots(slug), amount) for slug, amount in chapters.items()]
    platform = (chart.MARGIN, chart.SOLIDARITY_POOL, chart.DISTRIBUTION, chart.REFUND_PAYABLE)
    held = lock_accounts([*(pot for pots, _ in claims for pot in pots), *platform, chart.CUSTOMER_DEPOSIT])
    owners: legs.Legs = {}
    for (*pots, owed), amount in claims:
        owners |= rules.from_pots(amount, {pot: -held[pot] for pot in pots}, owed=owed)
    return owners
