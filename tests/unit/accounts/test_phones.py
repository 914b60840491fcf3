import pytest

from iccn.accounts import phones
from iccn.accounts.refusals import PhoneNotUnderstood


@pytest.mark.parametrize("typed", ["0812-3456-7890", "62 812 3456 7890", "+6281234567890", "(0812) 34567890"])
def test_the_ways_people_write_a_number_become_one(typed: str) -> None:
    assert phones.normalised(typed) == "+6281234567890"


def test_a_foreign_number_keeps_its_country() -> None:
    assert phones.normalised("+31 6 12345678") == "+31612345678"


@pytest.mark.parametrize("typed", ["", "abc", "12", "0812"])
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(PhoneNotUnderstood, match="0812-3456-7890"):
        phones.normalised(typed)


def test_a_number_is_shown_as_people_write_it() -> None:
    assert phones.shown("+6281234567890") == "0812-3456-7890"
    assert phones.shown("+31612345678") == "+31 6 12345678"
    assert phones.shown("") == ""
