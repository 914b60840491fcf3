"""What a price contains: who gets how many rupiah of it. Pure; the books post with the same functions.

Source: docs/rules/profit.md, with worked numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from iccn.money.rupiah import ZERO, Rupiah, share_out

WHOLE = 10_000  # basis points


class Payee(StrEnum):
    """Who a part of a price goes to; the names are those of the theme's colours."""

    ARTISAN = "artisan"
    GATEWAY = "gateway"
    CHAPTER = "chapter"
    SOLIDARITY = "solidarity"
    OPERATIONS = "operations"


@dataclass(frozen=True, slots=True)
class FeeTerms:
    """What a gateway takes for one payment: basis points of the amount, a flat sum, tax on both."""

    basis_points: int = 0
    flat: Rupiah = ZERO
    tax_basis_points: int = 0


@dataclass(frozen=True, slots=True)
class Split:
    """A price taken apart. `profit` is what is left after artisan and gateway; below zero nothing is shared out
    and operations carry the loss, so that artisan and gateway are always paid and the parts always add up.
    """

    price: Rupiah
    artisan: Rupiah
    gateway: Rupiah
    profit: Rupiah
    shares: Mapping[Payee, Rupiah]

    @property
    def parts(self) -> dict[Payee, Rupiah]:
        return {Payee.ARTISAN: self.artisan, Payee.GATEWAY: self.gateway, **self.shares}


def gateway_fee(amount: Rupiah, terms: FeeTerms) -> Rupiah:
    """The fee with its tax; each rounded half up to the rupiah, as gateways bill them."""
    fee = amount.part(terms.basis_points) + terms.flat
    return fee + fee.part(terms.tax_basis_points)


def artisan_share(price: Rupiah, basis_points: int, making_cost: Rupiah = ZERO) -> Rupiah:
    """The artisan's part of a price: by her terms, never under what making it costs, never over the price."""
    return min(max(price.part(basis_points), making_cost), price)


def split_profit(profit: Rupiah, weights: Mapping[str, int], *, key: str) -> dict[Payee, Rupiah]:
    """Shares profit by the policy's weights; a loss stays with operations, whole."""
    if profit.amount <= 0:
        return {Payee.CHAPTER: ZERO, Payee.SOLIDARITY: ZERO, Payee.OPERATIONS: profit}
    shares = share_out(profit, {payee: weights.get(payee, 0) for payee in POLICY_PAYEES}, key=key)
    return {payee: shares[payee] for payee in POLICY_PAYEES}


POLICY_PAYEES = (Payee.CHAPTER, Payee.SOLIDARITY, Payee.OPERATIONS)


def split_price(
    *, price: Rupiah, artisan: Rupiah, gateway: Rupiah, weights: Mapping[str, int], key: str
) -> Split:
    """Takes a price apart; the parts always add up to it."""
    profit = price - artisan - gateway
    return Split(price, artisan, gateway, profit, split_profit(profit, weights, key=key))
