"""The legs of each entry: a debit is positive, a credit negative. Pure; the table of docs/rules/ledger.md."""

from collections.abc import Iterable, Mapping

from iccn.ledger import chart
from iccn.money.rupiah import ZERO, Rupiah, total
from store.profit.sale import Taken, by_code

Legs = dict[str, Rupiah]


def paid(amount: Rupiah) -> Legs:
    """The gateway holds the money; we owe it to the shopper until the goods have arrived."""
    return {chart.CLEARING: amount, chart.CUSTOMER_DEPOSIT: -amount}


def settled(amount: Rupiah, fee: Rupiah) -> Legs:
    """The gateway passes the money on, less its fee."""
    return {chart.BANK: amount - fee, chart.GATEWAY_FEE: fee, chart.CLEARING: -amount}


def delivered(parts: Iterable[tuple[str, str, Taken]]) -> Legs:
    """The goods have arrived: the deposit becomes the artisans', the courier's and the margin.

    `parts` are (artisan, chapter, what is left of the line).
    """
    lines = list(parts)
    goods = total([left.goods for _, _, left in lines])
    shipping = total([left.shipping for _, _, left in lines])
    artisans = by_code(
        (chart.owned(chart.ARTISAN_PAYABLE, artisan), left.artisan) for artisan, _, left in lines
    )
    return {
        chart.CUSTOMER_DEPOSIT: goods + shipping,
        **{code: -amount for code, amount in artisans.items()},
        chart.SHIPPING_PAYABLE: -shipping,
        chart.MARGIN: -(goods - total(artisans)),
    }


def allocated(parts: Iterable[tuple[str, str, Taken]]) -> Legs:
    """Profit finds its chapters and the pool; a loss allocates nothing."""
    lines = list(parts)
    chapters = by_code(
        (chart.owned(chart.CHAPTER_PENDING, chapter), left.chapter) for _, chapter, left in lines
    )
    pool = total([left.solidarity for _, _, left in lines])
    return {
        chart.DISTRIBUTION: total(chapters) + pool,
        **{code: -amount for code, amount in chapters.items()},
        chart.SOLIDARITY_POOL: -pool,
    }


def refund_held(amount: Rupiah) -> Legs:
    """Before the goods arrived the money is still the shopper's."""
    return {chart.CUSTOMER_DEPOSIT: amount, chart.REFUND_PAYABLE: -amount}


def refund_shared(taken: Iterable[Taken], owners: Mapping[str, Rupiah]) -> Legs:
    """After that each party gives back its part: `owners` says how much comes out of which account.

    Shipping that is given back, and the gateway's fee, are the platform's loss.
    """
    lines = list(taken)
    pool = total([one.solidarity for one in lines])
    shared = pool + total([one.chapter for one in lines])
    shipping = total([one.shipping for one in lines])
    return {
        **owners,
        chart.MARGIN: shared + total([one.platform for one in lines]) + shipping,
        chart.SOLIDARITY_POOL: pool,
        chart.DISTRIBUTION: -shared,
        chart.REFUND_PAYABLE: -(total([one.goods for one in lines]) + shipping),
    }


def refund_paid(amount: Rupiah) -> Legs:
    return {chart.REFUND_PAYABLE: amount, chart.BANK: -amount}


CLAWBACKS = {
    chart.ARTISAN_PAYABLE: chart.CLAWBACK_ARTISAN,
    chart.CHAPTER_PENDING: chart.CLAWBACK_CHAPTER,
}


def clawback_of(code: str) -> str:
    """The account of what an owner owes us, for the account of what we owe them; empty for the platform's own."""
    kind, _, owner = code.partition(":")
    return chart.owned(CLAWBACKS[kind], owner) if kind in CLAWBACKS else ""


def netted(debts: Mapping[str, tuple[Rupiah, Rupiah, str]]) -> Legs:
    """`debts` holds, by account, what its owner gains now, what they owe, and on which account they owe it."""
    legs: Legs = {}
    for code, (gains, owes, debt) in debts.items():
        kept = max(min(gains, owes), ZERO)
        legs |= {code: kept, debt: -kept}
    return legs


def artisan_pots(code: str) -> tuple[str, ...]:
    """What we owe an artisan; last, what they owe us."""
    return tuple(chart.owned(kind, code) for kind in (chart.ARTISAN_PAYABLE, chart.CLAWBACK_ARTISAN))


def chapter_pots(slug: str) -> tuple[str, ...]:
    """What waits for a chapter, what it may draw; last, what it owes us."""
    kinds = (chart.CHAPTER_PENDING, chart.CHAPTER_AVAILABLE, chart.CLAWBACK_CHAPTER)
    return tuple(chart.owned(kind, slug) for kind in kinds)
