from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iccn.money.rupiah import NotWholeRupiah, Rupiah, share_out, total
from iccn.money.templatetags.money import rupiah

amounts = st.integers(min_value=-(10**12), max_value=10**12).map(Rupiah)
weights = st.dictionaries(
    st.text(min_size=1, max_size=6), st.integers(0, 1_000), min_size=1, max_size=8
).filter(lambda one: sum(one.values()) > 0)


def test_rupiah_are_written_with_points_and_no_space() -> None:
    assert str(Rupiah(125_000)) == "Rp125.000"
    assert str(Rupiah(-1_500)) == "-Rp1.500"
    assert rupiah(Decimal("0.00")) == "Rp0"
    assert rupiah(None) == rupiah("") == ""


@pytest.mark.parametrize("value", ["12500.50", "abc", "NaN", Decimal("0.1")])
def test_sen_and_junk_are_no_rupiah(value) -> None:
    with pytest.raises((NotWholeRupiah, ArithmeticError)):
        Rupiah.of(value)


def test_floats_and_flags_are_never_rupiah() -> None:
    for value in (1.0, True):
        with pytest.raises(NotWholeRupiah):
            Rupiah(value)


def test_reading_and_reckoning() -> None:
    assert Rupiah.of("12500.00") == Rupiah.of(Rupiah(12_500)) == Rupiah(12_500)
    assert Rupiah(5) + Rupiah(7) - Rupiah(2) == Rupiah(10)
    assert 3 * Rupiah(5) == Rupiah(5) * 3 == -Rupiah(-15)
    assert not Rupiah(0)
    assert int(Rupiah(9)) == 9
    assert total([Rupiah(1), Rupiah(2)]) == total({"a": Rupiah(3)}) == Rupiah(3)


def test_a_part_is_rounded_half_away_from_zero() -> None:
    assert Rupiah(250_000).part(70) == Rupiah(1_750)
    assert Rupiah(50).part(100) == Rupiah(1)
    assert Rupiah(-50).part(100) == Rupiah(-1)
    assert Rupiah(49).part(100) == Rupiah(0)


def test_the_example_of_the_books() -> None:
    assert share_out(Rupiah(48_124), {"chapter": 60, "pool": 40}, key="x") == {
        "chapter": Rupiah(28_874),
        "pool": Rupiah(19_250),
    }


def test_impossible_weights_are_refused() -> None:
    for wrong in ({"a": 0}, {"a": -1, "b": 2}):
        with pytest.raises(NotWholeRupiah):
            share_out(Rupiah(5), wrong, key="x")


def test_ties_do_not_always_favour_the_same_chapter() -> None:
    winners = {
        max(
            share_out(Rupiah(1), {"bandung": 1, "jepara": 1}, key=f"order-{n}").items(),
            key=lambda one: one[1],
        )[0]
        for n in range(40)
    }
    assert winners == {"bandung", "jepara"}


@given(amounts, weights, st.text())
def test_parts_add_up_are_never_turned_and_lie_within_one_rupiah(amount, shares, key) -> None:
    parts = share_out(amount, shares, key=key)
    assert total(parts) == amount
    assert parts == share_out(amount, shares, key=key)
    whole = sum(shares.values())
    for name, part in parts.items():
        assert part.amount * amount.amount >= 0
        assert abs(part.amount * whole - amount.amount * shares[name]) < whole
