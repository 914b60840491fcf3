import pytest

from iccn.money.rupiah import Rupiah
from iccn.regions.models import Province
from store.shipping import example_tariffs as example
from store.shipping import rates
from store.shipping.models import Courier, CourierService, PackingSetting, ProvinceZone, Tariff
from store.shipping.rates import ParcelContents, Quote, Route
from store.shipping.refusals import NoCourier, UnknownPlace
from tests.factories.shipping import make_village, with_tariffs

pytestmark = pytest.mark.django_db

BAG = ParcelContents(grams=400, volume_cm3=9_000, value=Rupiah(250_000))
BANDUNG = "32.73.10.1005"
NEARBY = "32.73.07.1001"  # the same city
BOGOR = "32.01.01.1001"  # the same province
JEPARA = "33.20.01.2001"  # the same zone
SORONG = "96.71.01.1001"


@pytest.fixture(autouse=True)
def _places(village) -> None:
    for code in (NEARBY, BOGOR, JEPARA, SORONG):
        make_village(code)
    with_tariffs()


def quotes(origin: str, destination: str, contents: ParcelContents = BAG) -> dict[str, Quote]:
    found = rates.quotes(origin_village=origin, destination_village=destination, contents=contents)
    return {quote.key: quote for quote in found}


def test_a_parcel_on_jawa_has_its_offers_the_cheapest_first() -> None:
    found = quotes(BANDUNG, JEPARA)
    assert [(key, quote.cost.amount, quote.billable_kilos) for key, quote in found.items()] == [
        ("pos:reguler", 29_500, 2),
        ("jne:oke", 30_500, 2),
        ("sicepat:reg", 33_500, 2),
        ("anteraja:reg", 33_500, 2),
        ("jne:reg", 34_500, 2),
        ("jnt:ez", 36_500, 2),
        ("pos:nextday", 59_000, 2),
        ("jne:yes", 66_000, 2),
    ]


def test_a_quote_tells_everything_an_order_keeps() -> None:
    assert quotes(BANDUNG, JEPARA)["jne:reg"] == Quote(
        provider="table",
        courier="jne",
        courier_name="JNE",
        service="reg",
        service_name="REG",
        cost=Rupiah(34_500),
        grams=550,
        billable_kilos=2,
        days_min=2,
        days_max=4,
    )


def test_the_narrowest_row_of_a_service_counts() -> None:
    regular = [quotes(BANDUNG, to)["jne:reg"] for to in (NEARBY, BOGOR, JEPARA, SORONG)]
    assert [(one.cost.amount, one.days_max) for one in regular] == [
        (17_500, 2),
        (25_000, 3),
        (34_500, 4),
        (175_000, 9),
    ]


def test_a_city_row_alone_is_for_that_city_alone() -> None:
    courier = Courier.objects.create(code="sepeda", name="Kurir Sepeda")
    service = CourierService.objects.create(courier=courier, code="kota", name="Kota")
    zone = Tariff.objects.first().origin_zone
    Tariff.objects.create(
        service=service,
        reach=Tariff.Reach.CITY,
        origin_zone=zone,
        destination_zone=zone,
        first_kilo=6_000,
        next_kilo=1_000,
        days_min=1,
        days_max=1,
    )
    assert next(iter(quotes(BANDUNG, NEARBY))) == "sepeda:kota"
    assert "sepeda:kota" not in quotes(BANDUNG, BOGOR)


def test_each_courier_weighs_in_its_own_way() -> None:
    found = quotes(BANDUNG, JEPARA, ParcelContents(grams=1_150))
    assert {
        key: (one.grams, one.billable_kilos) for key, one in found.items() if key in ("jne:reg", "jnt:ez")
    } == {
        "jne:reg": (1_300, 1),
        "jnt:ez": (1_300, 2),
    }


def test_packing_weighs_what_the_setting_says() -> None:
    PackingSetting.objects.create(grams=400)
    assert quotes(BANDUNG, JEPARA, ParcelContents(grams=1_000))["jne:reg"].grams == 1_400


def test_a_regency_is_enough_where_the_village_is_not_told() -> None:
    assert quotes("32.73", JEPARA) == quotes(BANDUNG, JEPARA)


@pytest.mark.parametrize("asked", [("", JEPARA), (BANDUNG, "32.73.10.9999"), (BANDUNG, "nowhere")])
def test_a_place_that_nobody_knows_is_refused(asked) -> None:
    with pytest.raises(UnknownPlace, match="Pilih desa"):
        quotes(*asked)


def test_where_no_courier_goes_it_is_said_with_both_names() -> None:
    ProvinceZone.objects.filter(province="96").delete()
    with pytest.raises(NoCourier, match=r"dari Kota Bandung ke Kabupaten 96\.71"):
        quotes(BANDUNG, SORONG)


def test_a_courier_or_service_that_is_put_away_is_not_offered() -> None:
    Courier.objects.filter(code="jne").update(is_active=False)
    CourierService.objects.filter(courier__code="pos", code="nextday").update(is_active=False)
    assert set(quotes(BANDUNG, JEPARA)) == {"pos:reguler", "anteraja:reg", "sicepat:reg", "jnt:ez"}


def test_many_parcels_cost_the_same_three_queries(django_assert_num_queries) -> None:
    routes = [Route(origin, SORONG, BAG) for origin in (BANDUNG, NEARBY, BOGOR, JEPARA, "32.73")] * 2
    with django_assert_num_queries(3):
        found = rates.quotes_for(routes)
    with django_assert_num_queries(3):
        alone = rates.quotes(origin_village=BANDUNG, destination_village=SORONG, contents=BAG)
    assert len(found) == 10
    assert found[0] == alone


def test_no_parcels_need_no_query(django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert rates.quotes_for([]) == []


def test_every_pair_of_provinces_has_a_courier() -> None:
    provinces = [code for _name, codes in example.ZONES.values() for code in codes]
    for code in provinces:
        make_village(f"{code}.99.01.2001")
    with_tariffs()
    assert ProvinceZone.objects.count() == Province.objects.count() == 38
    places = [f"{code}.99" for code in provinces]
    found = rates.quotes_for([Route(origin, goal, BAG) for origin in places for goal in places])
    assert len(found) == 38 * 38
    assert min(len(offers) for offers in found) >= 3
