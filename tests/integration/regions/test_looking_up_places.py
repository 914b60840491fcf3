import pytest

from iccn.regions import selectors

pytestmark = pytest.mark.django_db


def test_a_village_is_looked_up_by_its_code(village) -> None:
    assert selectors.place("32.73.10.1005").label == "Cibadak, Astanaanyar, Kota Bandung, Jawa Barat 40241"
    assert selectors.place("99.99.99.9999") is None


def test_lists_for_the_cascade(village) -> None:
    assert [one.name for one in selectors.provinces()] == ["Jawa Barat"]
    assert [one.name for one in selectors.regencies("32")] == ["Kota Bandung"]
