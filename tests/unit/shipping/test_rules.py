"""docs/rules/shipping-weight.md, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iccn.money.rupiah import Rupiah
from store.shipping import example_tariffs as example
from store.shipping.port import Quote
from store.shipping.rates import cheapest, fastest
from store.shipping.rules import billable_kilos, carriage, volume_grams

grams = st.integers(min_value=0, max_value=200_000)
room = st.integers(min_value=0, max_value=2_000_000)
divisors = st.integers(min_value=1_000, max_value=8_000)
tolerances = st.integers(min_value=0, max_value=999)


@pytest.mark.parametrize(
    ("weight", "volume", "divisor", "tolerance", "kilos"),
    [
        (1_300, 0, 6_000, 300, 1),
        (1_301, 0, 6_000, 300, 2),
        (2_300, 0, 6_000, 300, 2),
        (2_301, 0, 6_000, 300, 3),
        (1_001, 0, 6_000, 0, 2),
        (90, 0, 6_000, 300, 1),
        (550, 9_000, 6_000, 300, 2),
        (550, 9_000, 5_000, 0, 2),
        (3_000, 9_000, 6_000, 0, 3),
        (0, 0, 6_000, 0, 1),
    ],
)
def test_the_worked_figures(weight, volume, divisor, tolerance, kilos) -> None:
    found = billable_kilos(grams=weight, volume_cm3=volume, divisor=divisor, tolerance_g=tolerance)
    assert found == kilos


def test_without_a_known_tolerance_every_started_kilo_counts() -> None:
    assert [billable_kilos(grams=weight) for weight in (1_000, 1_001, 2_000, 2_001)] == [1, 2, 2, 3]


def test_room_is_counted_in_grams_rounded_up() -> None:
    assert [volume_grams(9_000), volume_grams(1), volume_grams(0), volume_grams(9_000, 5_000)] == [
        1_500,
        1,
        0,
        1_800,
    ]


def test_three_kilos_are_the_first_and_two_more() -> None:
    assert carriage(first_kilo=Rupiah(13_000), next_kilo=Rupiah(12_000), kilos=3) == Rupiah(37_000)
    assert carriage(first_kilo=Rupiah(13_000), next_kilo=Rupiah(12_000), kilos=1) == Rupiah(13_000)


@given(grams, room, divisors, tolerances)
def test_a_parcel_is_never_billed_below_its_weight_less_the_tolerance(
    weight, volume, divisor, tolerance
) -> None:
    kilos = billable_kilos(grams=weight, volume_cm3=volume, divisor=divisor, tolerance_g=tolerance)
    chargeable = max(weight, volume_grams(volume, divisor))
    assert kilos >= 1
    assert kilos * 1_000 + tolerance >= chargeable
    assert kilos == 1 or (kilos - 1) * 1_000 + tolerance < chargeable


@given(grams, grams, room, tolerances)
def test_more_is_never_cheaper(weight, more, volume, tolerance) -> None:
    light = billable_kilos(grams=weight, volume_cm3=volume, tolerance_g=tolerance)
    assert billable_kilos(grams=weight + more, volume_cm3=volume, tolerance_g=tolerance) >= light


@given(grams, tolerances)
def test_a_tolerance_never_makes_it_dearer(weight, tolerance) -> None:
    assert billable_kilos(grams=weight, tolerance_g=tolerance) <= billable_kilos(grams=weight)


def quote(service: str, cost: int, days: tuple[int, int]) -> Quote:
    return Quote("table", "jne", "JNE", service, service.upper(), Rupiah(cost), 550, 1, *days)


def test_the_cheapest_and_the_fastest_are_told_apart() -> None:
    offers = [quote("reg", 18_000, (2, 3)), quote("oke", 16_000, (4, 5)), quote("yes", 34_500, (1, 1))]
    assert cheapest(offers).key == "jne:oke"
    assert fastest(offers).key == "jne:yes"
    assert fastest(offers).title == "JNE YES"


def test_of_equals_the_quicker_is_cheapest_and_the_cheaper_is_fastest() -> None:
    offers = [quote("slow", 18_000, (3, 4)), quote("quick", 18_000, (2, 3)), quote("dear", 20_000, (2, 3))]
    assert cheapest(offers).key == "jne:quick"
    assert fastest(offers).key == "jne:quick"


def test_each_province_lies_in_one_zone_of_the_examples() -> None:
    provinces = [code for _name, codes in example.ZONES.values() for code in codes]
    assert (len(provinces), len(set(provinces))) == (38, 38)
    assert all(len(row) == 7 for row in (*example.BETWEEN, example.IN_PROVINCE, example.IN_CITY))


def test_the_examples_cost_the_same_both_ways_and_more_where_it_is_farther() -> None:
    for service in example.SERVICES:
        rows = {(row.reach, row.origin, row.destination): row for row in example.rows_of(service)}
        for (reach, origin, destination), row in rows.items():
            assert rows[reach, destination, origin].first_kilo == row.first_kilo
            assert row.first_kilo.amount % 500 == row.next_kilo.amount % 500 == 0
            assert Rupiah(0) < row.next_kilo <= row.first_kilo
            assert 1 <= row.days[0] <= row.days[1] <= 12


def test_regular_services_reach_every_pair_of_zones() -> None:
    for code in ("jne:reg", "jnt:ez", "pos:reguler"):
        service = next(one for one in example.SERVICES if f"{one.courier}:{one.service}" == code)
        assert sum(row.reach == 0 for row in example.rows_of(service)) == 49
