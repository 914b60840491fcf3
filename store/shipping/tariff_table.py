"""Prices out of our own table. The narrowest row of a service counts: same city, else same province, else zones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import OuterRef, Q, QuerySet, Subquery

from iccn.regions.models import Regency, Village
from store.shipping.models import PackingSetting, ProvinceZone, Tariff
from store.shipping.port import Quote, Route
from store.shipping.refusals import NoCourier, UnknownPlace
from store.shipping.rules import billable_kilos, carriage

REGENCY_CODE = 5  # letters of "32.73"
PROVINCE_CODE = 2


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as couriers see it. `zone` is empty when nobody has placed its province yet."""

    code: str
    regency: str
    zone: int | None

    def reach_to(self, other: "Spot") -> Tariff.Reach:
        if self.code[:REGENCY_CODE] == other.code[:REGENCY_CODE]:
            return Tariff.Reach.CITY
        if self.code[:PROVINCE_CODE] == other.code[:PROVINCE_CODE]:
            return Tariff.Reach.PROVINCE
        return Tariff.Reach.ZONES


class TariffTable:
    """Three queries, however many parcels: places with their zones, packing, tariffs."""

    code = "table"

    def offers(self, routes: Sequence[Route]) -> list[list[Quote]]:
        spots = _spots({code for route in routes for code in (route.origin, route.destination)})
        packing = PackingSetting.grams_in_force()
        ways = [(_known(spots, route.origin), _known(spots, route.destination)) for route in routes]
        tariffs = list(_tariffs(ways))
        return [
            _offers_of(route, origin, destination, tariffs, packing)
            for route, (origin, destination) in zip(routes, ways, strict=True)
        ]


def _spots(codes: set[str]) -> dict[str, Spot]:
    """Villages and regencies by their codes, with their zones."""
    villages = Village.objects.filter(code__in=codes).annotate(
        zone=_zone_of("district__regency__province_id")
    )
    regencies = Regency.objects.filter(code__in=codes).annotate(zone=_zone_of("province_id"))
    rows = (
        villages.order_by()
        .values_list("code", "district__regency__name", "zone")
        .union(regencies.order_by().values_list("code", "name", "zone"), all=True)
    )
    return {code: Spot(code, regency, zone) for code, regency, zone in rows}


def _zone_of(province: str) -> Subquery:
    return Subquery(ProvinceZone.objects.filter(province_id=OuterRef(province)).values("zone_id")[:1])


def _known(spots: dict[str, Spot], code: str) -> Spot:
    if code not in spots:
        raise UnknownPlace(code=code)
    return spots[code]


def _tariffs(ways: Iterable[tuple[Spot, Spot]]) -> QuerySet[Tariff]:
    """Of services that are offered, for every pair of zones that is asked for; the narrowest rows last."""
    pairs = {Q(origin_zone=origin.zone, destination_zone=destination.zone) for origin, destination in ways}
    return (
        Tariff.objects.filter(reduce(or_, pairs), service__is_active=True, service__courier__is_active=True)
        .select_related("service__courier")
        .order_by("reach", "pk")
    )


def _offers_of(
    route: Route, origin: Spot, destination: Spot, tariffs: Iterable[Tariff], packing: int
) -> list[Quote]:
    zones, reach = (origin.zone, destination.zone), origin.reach_to(destination)
    of_services = {
        tariff.service_id: tariff
        for tariff in tariffs
        if (tariff.origin_zone_id, tariff.destination_zone_id) == zones and tariff.reach <= reach
    }
    if not of_services:
        raise NoCourier(origin=origin.regency, destination=destination.regency)
    return [_quote(tariff, route, packing) for tariff in of_services.values()]


def _quote(tariff: Tariff, route: Route, packing: int) -> Quote:
    service, courier = tariff.service, tariff.service.courier
    grams = route.contents.grams + packing
    kilos = billable_kilos(
        grams=grams,
        volume_cm3=route.contents.volume_cm3,
        divisor=courier.divisor,
        tolerance_g=courier.tolerance_g,
    )
    return Quote(
        provider=TariffTable.code,
        courier=courier.code,
        courier_name=courier.name,
        service=service.code,
        service_name=service.name,
        cost=carriage(first_kilo=tariff.first_kilo, next_kilo=tariff.next_kilo, kilos=kilos),
        grams=grams,
        billable_kilos=kilos,
        days_min=tariff.days_min,
        days_max=tariff.days_max,
    )
