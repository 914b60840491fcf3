"""The figures of docs/rules/labels.md."""

import pytest

from store.checkout.artisan.printing.rules import is_fragile, weight_words


@pytest.mark.parametrize(
    ("materials", "fragile"),
    [
        ([], False),
        (["daun pandan", "rotan"], False),
        (["tanah liat"], True),
        (["Kaca daur ulang"], True),
        (["kayu jati", "keramik"], True),
        (["benang perak"], False),
    ],
)
def test_what_breaks_is_known_by_its_materials(materials, fragile) -> None:
    assert is_fragile(materials) is fragile


@pytest.mark.parametrize(
    ("grams", "words"),
    [
        (1, "1 g"),
        (450, "450 g"),
        (999, "999 g"),
        (1_000, "1 kg"),
        (1_001, "1,1 kg"),
        (1_200, "1,2 kg"),
        (12_000, "12 kg"),
    ],
)
def test_a_weight_is_written_as_people_write_it(grams, words) -> None:
    assert weight_words(grams) == words
