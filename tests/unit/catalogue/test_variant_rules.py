"""Which variants a product may have; the numbers are those of docs/rules/variants.md."""

import pytest

from store.catalogue.rules import Fault, named, option_words, tidy_variants, variant_faults

KNOWN = ("warna", "ukuran")
RED_M = {"warna": "Merah", "ukuran": "M"}
RED_L = {"warna": "Merah", "ukuran": "L"}


def test_variants_that_differ_in_the_same_names_may_stand():
    assert variant_faults([RED_M, RED_L], KNOWN) == {}


def test_no_variants_may_stand_too():
    assert variant_faults([], KNOWN) == {}


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        (RED_M, Fault.TWICE),
        ({"warna": "Merah"}, Fault.OTHER_NAMES),
        ({"warna": "Merah", "ukuran": ""}, Fault.NO_VALUE),
        ({"warna": "Merah", "berat": "M"}, Fault.UNKNOWN_NAME),
        ({"warna": "m" * 31, "ukuran": "M"}, Fault.TOO_LONG),
    ],
)
def test_each_fault_is_told_at_its_place(second, fault):
    assert variant_faults([RED_M, second], KNOWN) == {1: fault}


def test_a_variant_without_any_option_is_none():
    assert variant_faults([{}], KNOWN) == {0: Fault.NO_VALUE}


def test_thirty_variants_are_enough():
    many = [{"warna": f"Warna {number}"} for number in range(31)]
    assert variant_faults(many[:30], KNOWN) == {}
    assert variant_faults(many, KNOWN) == {30: Fault.TOO_MANY}


def test_a_value_of_thirty_letters_is_not_too_long():
    assert variant_faults([{"warna": "m" * 30}], KNOWN) == {}


def test_blanks_fall_away_and_one_value_is_spelled_one_way():
    typed = [{"warna": " Merah  Tua ", "ukuran": "m"}, {"warna": "merah tua", "ukuran": "M"}]
    assert tidy_variants(typed) == [{"warna": "Merah Tua", "ukuran": "M"}] * 2


def test_a_value_begins_large_and_sizes_of_clothes_are_large():
    assert tidy_variants([{"warna": one} for one in ("biru laut", "xxl", "3xl", "250 g", "")]) == [
        {"warna": one} for one in ("Biru laut", "XXL", "3XL", "250 g", "")
    ]


def test_the_same_word_may_stand_under_two_names():
    assert tidy_variants([{"warna": "Satu", "ukuran": "satu"}]) == [{"warna": "Satu", "ukuran": "Satu"}]


def test_values_are_read_in_the_order_of_the_names():
    assert option_words({"ukuran": "M", "warna": "Merah"}, KNOWN) == "Merah, M"
    assert named("Tas pandan", "Merah, M") == "Tas pandan · Merah, M"
    assert named("Tas pandan", "") == "Tas pandan"
    assert named("", "Merah, M") == ""
