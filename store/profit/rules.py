"""Freezing a sale, and sharing a refund. Pure; worked numbers in docs/rules/profit.md."""

from collections.abc import Mapping, Sequence

from iccn.money.rupiah import ZERO, Rupiah, share_out, total
from store.pricing.rules import Payee, artisan_share, split_price
from store.profit.sale import Asked, Figures, Sale, SoldLine, Taken


def freeze(sale: Sale, fee: Rupiah, weights: Mapping[str, int]) -> list[Figures]:
    """Who gets what of each line, for good. The fee of the whole payment is borne by the lines, by their prices."""
    fees = share_by_price(fee, sale.lines, key=f"{sale.number}:fee")
    return [_figures(sale.number, line, fees[line.line], weights) for line in sale.lines]


def share_by_price(amount: Rupiah, lines: Sequence[SoldLine], *, key: str) -> dict[int, Rupiah]:
    """An amount shared over lines by what they cost; evenly when none of them cost anything."""
    free = not any(line.price for line in lines)
    weights = {str(line.line): 1 if free else line.price.amount for line in lines}
    return {int(line): part for line, part in share_out(amount, weights, key=key).items()}


def _figures(order: str, line: SoldLine, fee: Rupiah, weights: Mapping[str, int]) -> Figures:
    artisan = artisan_share(line.price, line.share_basis_points, line.making_cost)
    split = split_price(
        price=line.price, artisan=artisan, gateway=fee, weights=weights, key=f"{order}:{line.line}"
    )
    return Figures(
        line=line.line,
        artisan_code=line.artisan,
        chapter_code=line.chapter,
        price=line.price,
        shipping=line.shipping,
        artisan=artisan,
        gateway=fee,
        chapter=split.shares[Payee.CHAPTER],
        solidarity=split.shares[Payee.SOLIDARITY],
        operations=split.shares[Payee.OPERATIONS],
    )


def left(figures: Figures, taken: Sequence[Taken]) -> Taken:
    """What refunds have left of a line for each party; adds up to what is left of its price."""
    return Taken(
        goods=figures.price - total([one.goods for one in taken]),
        shipping=figures.shipping - total([one.shipping for one in taken]),
        artisan=figures.artisan - total([one.artisan for one in taken]),
        chapter=figures.chapter - total([one.chapter for one in taken]),
        solidarity=figures.solidarity - total([one.solidarity for one in taken]),
        platform=figures.platform - total([one.platform for one in taken]),
    )


def can_give_back(asked: Asked, rest: Taken) -> bool:
    """Something is asked for, nothing negative, and no more than is left."""
    sensible = ZERO <= asked.goods <= rest.goods and ZERO <= asked.shipping <= rest.shipping
    return sensible and bool(asked.goods + asked.shipping)


def take_back(asked: Asked, rest: Taken, *, key: str) -> Taken:
    """A refund shared over what is left of each party's part: nobody ever gives back more than they got.

    Shipping is given back whole beside it; who bears it depends on whether the parcel has arrived.
    """
    if not asked.goods:
        return Taken(shipping=asked.shipping)
    weights = {
        "artisan": rest.artisan.amount,
        "chapter": rest.chapter.amount,
        "solidarity": rest.solidarity.amount,
        "platform": rest.platform.amount,
    }
    parts = share_out(asked.goods, weights, key=key)
    return Taken(goods=asked.goods, shipping=asked.shipping, **parts)


def from_pots(amount: Rupiah, pots: Mapping[str, Rupiah], *, owed: str) -> dict[str, Rupiah]:
    """Takes an amount out of pots in their order, each down to nothing; what is missing stays owed."""
    taken: dict[str, Rupiah] = {}
    for code, holds in pots.items():
        taken[code] = min(amount, max(holds, ZERO))
        amount = amount - taken[code]
    return {**taken, owed: amount}
