import pytest
from django.db import connection

from iccn.regions import selectors
from iccn.regions.models import District, Province, Regency, Village
from iccn.regions.services import load_regions

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def regions(django_db_setup, django_db_blocker):
    """All of Indonesia, loaded once for this file and taken out again."""
    with django_db_blocker.unblock():
        load_regions()
        yield
        with connection.cursor() as cursor:
            cursor.execute(
                "TRUNCATE regions_province, regions_regency, regions_district, regions_village, regions_dataset CASCADE"
            )


def test_all_of_indonesia_is_there(regions) -> None:
    assert Province.objects.count() == 38
    assert Regency.objects.count() == 514
    assert District.objects.count() == 7_285
    assert Village.objects.count() == 83_762
    assert not Village.objects.filter(postal_code="").exists()


def test_loading_again_changes_nothing(regions) -> None:
    assert load_regions() is False


def test_a_forced_load_brings_a_changed_name_back(regions) -> None:
    Province.objects.filter(code="32").update(name="Jabar")
    assert load_regions(force=True) is True
    assert Province.objects.get(code="32").name == "Jawa Barat"
    assert Village.objects.count() == 83_762


def test_one_box_finds_a_village_by_village_and_city(regions, django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        found = selectors.search("cibadak bandung")
    assert [place.label for place in found] == ["Cibadak, Astanaanyar, Kota Bandung, Jawa Barat 40241"]
    assert (found[0].province_code, found[0].regency_code, found[0].district_code) == (
        "32",
        "32.73",
        "32.73.10",
    )


def test_a_postal_code_finds_its_villages(regions) -> None:
    assert {place.village for place in selectors.search("40241")} == {"Cibadak", "Karang Anyar"}


def test_a_word_in_the_villages_own_name_comes_first(regions) -> None:
    assert selectors.search("sanur denpasar")[0].village.startswith("Sanur")


def test_words_that_name_no_place_find_nothing(regions) -> None:
    assert selectors.search("qqqq") == []
    assert selectors.search("") == []


def test_the_search_answers_json_and_htmx(client, regions) -> None:
    answer = client.get("/id/wilayah/cari/", {"q": "cibadak bandung"}).json()
    assert answer["places"] == [
        {"village_code": "32.73.10.1005", "label": "Cibadak, Astanaanyar, Kota Bandung, Jawa Barat 40241"}
    ]
    part = client.get(
        "/id/wilayah/cari/", {"q": "cibadak bandung"}, headers={"HX-Request": "true"}
    ).content.decode()
    assert 'data-value="32.73.10.1005"' in part
    assert "<html" not in part
