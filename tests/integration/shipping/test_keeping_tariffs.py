import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from iccn.money.rupiah import Rupiah
from store.shipping.models import Courier, CourierService, PackingSetting, ProvinceZone, Tariff, Zone
from store.shipping.services import lay_example_tariffs
from tests.conftest import person
from tests.factories.shipping import make_village

pytestmark = pytest.mark.django_db


def test_the_examples_are_laid_once_and_marked(village) -> None:
    made = lay_example_tariffs()
    assert made == Tariff.objects.filter(is_example=True).count() > 300
    assert (Courier.objects.count(), CourierService.objects.count(), Zone.objects.count()) == (5, 8, 7)
    assert [str(one) for one in ProvinceZone.objects.all()] == ["Jawa Barat: Jawa"]
    assert [line.facts for line in Line.objects.filter(verb="tariff.examples_laid")] == [{"tariffs": made}]
    assert lay_example_tariffs() == 0
    assert Line.objects.filter(verb="tariff.examples_laid").count() == 1


def test_what_people_wrote_stays(village) -> None:
    lay_example_tariffs()
    Courier.objects.filter(code="jne").update(name="JNE Express", tolerance_g=200)
    regular = CourierService.objects.get(courier__code="jne", code="reg")
    kept = regular.tariffs.first()
    regular.tariffs.exclude(pk=kept.pk).delete()
    Tariff.objects.filter(pk=kept.pk).update(first_kilo=7_500, is_example=False)
    assert lay_example_tariffs() == 0
    assert [(one.first_kilo, one.is_example) for one in regular.tariffs.all()] == [(Rupiah(7_500), False)]
    assert (regular.courier.name, regular.courier.tolerance_g) == ("JNE Express", 200)


def test_a_province_that_comes_later_finds_its_zone(village, capsys) -> None:
    lay_example_tariffs()
    ProvinceZone.objects.update(zone=Zone.objects.get(code="papua"))
    make_village("51.01.01.2001", province="Bali")
    call_command("lay_example_tariffs")
    assert capsys.readouterr().out == "0 tarif contoh baru.\n"
    assert [(one.province_id, one.zone.code) for one in ProvinceZone.objects.all()] == [
        ("32", "papua"),
        ("51", "bali-nusra"),
    ]


def tariff(**changes: object) -> Tariff:
    jawa, _made = Zone.objects.get_or_create(code="jawa", name="Jawa")
    courier, _made = Courier.objects.get_or_create(code="jne", name="JNE")
    service, _made = CourierService.objects.get_or_create(courier=courier, code="reg", name="REG")
    fields = {"service": service, "origin_zone": jawa, "destination_zone": jawa, "days_min": 1, "days_max": 2}
    return Tariff(**{**fields, "first_kilo": 9_000, "next_kilo": 8_000, **changes})


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"first_kilo": 0}, "costs_something"),
        ({"next_kilo": -1}, "costs_something"),
        ({"days_min": 3}, "days_in_order"),
        ({"reach": Tariff.Reach.CITY, "destination_zone": None}, "narrow_reach_in_one_zone"),
    ],
)
def test_a_row_that_makes_no_sense_is_refused_whoever_writes_it(wrong, name) -> None:
    if "destination_zone" in wrong:
        wrong = {**wrong, "destination_zone": Zone.objects.create(code="papua", name="Papua")}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        tariff(**wrong).save()
    assert not Tariff.objects.exists()


def test_there_is_one_row_for_each_way() -> None:
    tariff().save()
    with pytest.raises(IntegrityError, match="one_tariff"), transaction.atomic():
        tariff().save()
    assert [str(one) for one in Tariff.objects.all()] == ["JNE REG: Jawa → Jawa (Antarprovinsi)"]


def test_a_courier_without_divisor_is_refused() -> None:
    with pytest.raises(IntegrityError, match="weighs_sensibly"), transaction.atomic():
        Courier.objects.create(code="aneh", name="Aneh", divisor=0)


def test_the_desk_of_tariffs_is_for_store_staff_and_finance_alone(client, dewi, ratna, joko, village) -> None:
    sync_roles()
    lay_example_tariffs()
    keeper = person("Tono", "store_staff", is_staff=True)
    found = {}
    for who in (keeper, dewi, ratna, joko):
        client.force_login(who)
        found[who.name] = client.get("/kelola/snippets/shipping/tariff/").status_code
    assert found == {"Tono": 200, "Dewi": 200, "Ratna": 302, "Joko": 302}


def test_store_staff_change_a_tariff_and_the_packing(client, village) -> None:
    sync_roles()
    lay_example_tariffs()
    client.force_login(person("Tono", "store_staff", is_staff=True))
    row = Tariff.objects.get(
        service__code="reg", service__courier__code="jne", reach=Tariff.Reach.CITY, origin_zone__code="jawa"
    )
    page = client.get(f"/kelola/snippets/shipping/tariff/edit/{row.pk}/")
    assert (page.status_code, "Kilo pertama" in page.content.decode()) == (200, True)
    form = {
        **{name: getattr(row, f"{name}_id") for name in ("service", "origin_zone", "destination_zone")},
        "reach": 2,
        "first_kilo": "10.500",
        "next_kilo": "9000",
        "days_min": 1,
        "days_max": 2,
    }
    assert client.post(f"/kelola/snippets/shipping/tariff/edit/{row.pk}/", form).status_code == 302
    row.refresh_from_db()
    assert (row.first_kilo, row.is_example) == (Rupiah(10_500), False)
    packing = client.get("/kelola/settings/shipping/packingsetting/").headers["Location"]
    assert PackingSetting.grams_in_force() == 150
    assert client.post(packing, {"grams": 250}).status_code == 302
    assert (PackingSetting.grams_in_force(), str(PackingSetting.objects.get())) == (250, "250 g")


def test_a_province_is_placed_by_its_name(client, village) -> None:
    sync_roles()
    lay_example_tariffs()
    client.force_login(person("Tono", "store_staff", is_staff=True))
    for model in ("courier", "courierservice", "zone", "provincezone"):
        assert client.get(f"/kelola/snippets/shipping/{model}/").status_code == 200
    assert "Jawa Barat" in client.get("/kelola/snippets/shipping/provincezone/").content.decode()
