"""Laying the example tariffs."""

from django.db import transaction

from iccn.audit import services as audit
from iccn.regions.models import Province
from store.shipping import example_tariffs as example
from store.shipping.models import Courier, CourierService, ProvinceZone, Tariff, Zone

BY_US = "system:shipping"


@transaction.atomic
def lay_example_tariffs() -> int:
    """Zones, couriers and EXAMPLE prices where there are none; what people wrote stays. Returns the new tariffs.

    Again changes nothing. Provinces that were loaded since are put in their zones.
    """
    zones = _lay_zones()
    made = [tariff for service in _services_without_prices() for tariff in _tariffs_of(*service, zones)]
    Tariff.objects.bulk_create(made)
    if made:
        audit.record(BY_US, "tariff.examples_laid", zones["jawa"], tariffs=len(made))
    return len(made)


def _lay_zones() -> dict[str, Zone]:
    zones = {
        code: Zone.objects.get_or_create(code=code, defaults={"name": name})[0]
        for code, (name, _provinces) in example.ZONES.items()
    }
    zone_of = {province: code for code, (_name, provinces) in example.ZONES.items() for province in provinces}
    unplaced = Province.objects.filter(pk__in=zone_of).exclude(pk__in=ProvinceZone.objects.values("pk"))
    ProvinceZone.objects.bulk_create(
        ProvinceZone(province=province, zone=zones[zone_of[province.pk]]) for province in unplaced
    )
    return zones


def _services_without_prices() -> list[tuple[CourierService, example.Example]]:
    found = []
    for one in example.SERVICES:
        name, tolerance = example.COURIERS[one.courier]
        courier, _made = Courier.objects.get_or_create(
            code=one.courier, defaults={"name": name, "tolerance_g": tolerance}
        )
        service, _made = CourierService.objects.get_or_create(
            courier=courier, code=one.service, defaults={"name": one.name}
        )
        found.append((service, one))
    priced = set(Tariff.objects.values_list("service_id", flat=True))
    return [(service, one) for service, one in found if service.pk not in priced]


def _tariffs_of(service: CourierService, one: example.Example, zones: dict[str, Zone]) -> list[Tariff]:
    return [
        Tariff(
            service=service,
            reach=row.reach,
            origin_zone=zones[row.origin],
            destination_zone=zones[row.destination],
            first_kilo=row.first_kilo,
            next_kilo=row.next_kilo,
            days_min=row.days[0],
            days_max=row.days[1],
            is_example=True,
        )
        for row in example.rows_of(one)
    ]
