"""The worked numbers of docs/rules/profit.md."""

from hypothesis import given
from hypothesis import strategies as st

from iccn.money.rupiah import ZERO, Rupiah, total
from store.pricing.rules import FeeTerms, Payee, artisan_share, gateway_fee, split_price, split_profit

SIXTY_FORTY = {"chapter": 60, "solidarity": 40, "operations": 0}


def test_a_percentage_fee() -> None:
    assert gateway_fee(Rupiah(268_000), FeeTerms(basis_points=70)) == Rupiah(1_876)


def test_a_flat_fee_with_its_tax() -> None:
    assert gateway_fee(Rupiah(268_000), FeeTerms(flat=Rupiah(4_000), tax_basis_points=1_100)) == Rupiah(4_440)


def test_no_terms_no_fee() -> None:
    assert gateway_fee(Rupiah(268_000), FeeTerms()) == ZERO


def test_the_artisan_gets_her_part_but_never_less_than_making_costs_nor_more_than_the_price() -> None:
    assert artisan_share(Rupiah(250_000), 8_000) == Rupiah(200_000)
    assert artisan_share(Rupiah(250_000), 8_000, making_cost=Rupiah(210_000)) == Rupiah(210_000)
    assert artisan_share(Rupiah(250_000), 8_000, making_cost=Rupiah(300_000)) == Rupiah(250_000)


def test_the_example_of_the_books() -> None:
    split = split_price(
        price=Rupiah(250_000), artisan=Rupiah(200_000), gateway=Rupiah(1_876), weights=SIXTY_FORTY, key="x"
    )
    assert split.profit == Rupiah(48_124)
    assert split.parts == {
        Payee.ARTISAN: Rupiah(200_000),
        Payee.GATEWAY: Rupiah(1_876),
        Payee.CHAPTER: Rupiah(28_874),
        Payee.SOLIDARITY: Rupiah(19_250),
        Payee.OPERATIONS: ZERO,
    }


def test_a_loss_is_carried_by_operations_alone() -> None:
    split = split_price(
        price=Rupiah(10_000), artisan=Rupiah(9_000), gateway=Rupiah(4_440), weights=SIXTY_FORTY, key="x"
    )
    assert split.profit == Rupiah(-3_440)
    assert split.shares == {Payee.CHAPTER: ZERO, Payee.SOLIDARITY: ZERO, Payee.OPERATIONS: Rupiah(-3_440)}


def test_no_profit_is_shared_out_as_nothing() -> None:
    assert set(split_profit(ZERO, SIXTY_FORTY, key="x").values()) == {ZERO}


@given(
    st.integers(0, 10**9).map(Rupiah),
    st.integers(0, 10_000),
    st.integers(0, 10**6).map(Rupiah),
    st.integers(0, 100),
    st.integers(0, 100),
    st.integers(1, 100),
)
def test_the_parts_always_add_up_to_the_price(price, points, fee, chapter, pool, operations) -> None:
    weights = {"chapter": chapter, "solidarity": pool, "operations": operations}
    split = split_price(
        price=price, artisan=artisan_share(price, points), gateway=fee, weights=weights, key="k"
    )
    assert total(list(split.parts.values())) == price
    assert split.shares[Payee.CHAPTER].amount >= 0
    assert split.shares[Payee.SOLIDARITY].amount >= 0
