"""The pages of docs/rules say what the code does: each figure is reckoned here and looked for there."""

import re
from pathlib import Path

import pytest

from iccn.money.rupiah import Rupiah, share_out, total
from store.pricing.rules import FeeTerms, gateway_fee
from store.profit import legs, rules
from store.profit.sale import Asked
from tests.factories.profit import line, sale

RULES = Path(__file__).parents[3] / "docs" / "rules"
WEIGHTS = {"chapter": 60, "solidarity": 40, "operations": 0}


def row(page: str, *cells: object) -> None:
    """One table row of a page holds these cells, in this order."""
    lines = [one for one in (RULES / page).read_text().splitlines() if one.startswith("| ")]
    wanted = re.compile(".*".join(re.escape(str(cell)) for cell in cells))
    assert any(wanted.search(one) for one in lines), cells


@pytest.mark.parametrize(("amount", "points"), [(250_000, 70), (50, 100), (-50, 100), (49, 100)])
def test_parts_are_rounded_as_written(amount, points) -> None:
    row("rounding.md", f"| {Rupiah(amount)} |", points, f"{Rupiah(amount).part(points)} |")


@pytest.mark.parametrize(("amount", "first", "second"), [(48_124, 60, 40), (1_000, 1, 2)])
def test_amounts_are_shared_out_as_written(amount, first, second) -> None:
    shares = share_out(Rupiah(amount), {"a": first, "b": second}, key="x")
    row("rounding.md", Rupiah(amount), f"{first} : {second}", f"{shares['a']} and {shares['b']}")


def test_the_example_sale_as_written() -> None:
    sold = sale()
    fee = gateway_fee(sold.amount, FeeTerms(basis_points=70))
    (one,) = rules.freeze(sold, fee, WEIGHTS)
    row("profit.md", "| paid |", sold.amount)
    row("profit.md", "| payment fee |", fee)
    row("profit.md", "| artisan |", one.artisan)
    row("profit.md", "| profit |", one.chapter + one.solidarity + one.operations)
    row("profit.md", "| chapter |", one.chapter)
    row("profit.md", "| solidarity pool |", one.solidarity)
    half = rules.take_back(Asked(1, Rupiah(125_000)), rules.left(one, []), key="x")
    row("profit.md", "| artisan |", one.artisan, half.artisan)
    row("profit.md", "| chapter |", one.chapter, half.chapter)
    row("profit.md", "| solidarity pool |", one.solidarity, half.solidarity)
    row("profit.md", "| store", one.platform, half.platform)


def test_fees_losses_and_the_product_page_as_written() -> None:
    flat = gateway_fee(Rupiah(268_000), FeeTerms(flat=Rupiah(4_000), tax_basis_points=1_100))
    (loss,) = rules.freeze(sale("X", line(price=Rupiah(10_000), making_cost=Rupiah(9_000))), flat, WEIGHTS)
    alone = sale("Y", line(shipping=Rupiah(0)))
    fee = gateway_fee(alone.amount, FeeTerms(basis_points=70))
    (shown,) = rules.freeze(alone, fee, WEIGHTS)
    text = " ".join((RULES / "profit.md").read_text().split())
    for sentence in (
        f"11 % tax on it are {flat}.",
        f"The artisan gets {loss.artisan}, the chapter {loss.chapter}, and operations carry {loss.operations}.",
        f"the fee is {fee}, the chapter gets {shown.chapter} and the pool {shown.solidarity}.",
    ):
        assert sentence in text


def test_the_entries_of_a_sale_as_written() -> None:
    (one,) = rules.freeze(sale(), Rupiah(1_876), WEIGHTS)
    parts = [("artisan", "chapter", rules.left(one, []))]
    taken = rules.take_back(Asked(1, one.price), rules.left(one, []), key="x")
    owners = {"1200:artisan": taken.artisan, "1210:chapter": taken.chapter}
    entries = {
        "| paid |": legs.paid(Rupiah(268_000)),
        "| settled |": legs.settled(Rupiah(268_000), one.gateway),
        "| delivered |": legs.delivered(parts),
        "| allocated |": legs.allocated(parts),
        "| refund after payout |": legs.refund_shared([taken], owners),
    }
    for event, booked in entries.items():
        assert not total(booked)
        for code, amount in booked.items():
            row("ledger.md", event, code, max(amount, -amount))
