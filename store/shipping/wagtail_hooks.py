"""Store staff and finance keep couriers and tariffs in the Wagtail admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from store.shipping.models import Courier, CourierService, ProvinceZone, Tariff, Zone


class TariffViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Tariff
    icon = "tag"
    menu_label = _("Tarif")
    list_display = [
        *("service", "reach", "origin_zone", "destination_zone"),
        *("first_kilo", "next_kilo", "days_min", "days_max", "is_example"),
    ]
    list_filter = ["service", "reach", "origin_zone", "destination_zone", "is_example"]
    list_per_page = 100


class CourierViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Courier
    icon = "site"
    menu_label = _("Kurir")
    list_display = ["name", "code", "divisor", "tolerance_g", "is_active"]


class ServiceViewSet(SnippetViewSet):  # type: ignore[misc]
    model = CourierService
    icon = "list-ul"
    menu_label = _("Layanan kurir")
    list_display = ["name", "courier", "code", "is_active"]
    list_filter = ["courier", "is_active"]


class ZoneViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Zone
    icon = "globe"
    menu_label = _("Zona")
    list_display = ["name", "code"]


class ProvinceZoneViewSet(SnippetViewSet):  # type: ignore[misc]
    model = ProvinceZone
    icon = "globe"
    menu_label = _("Zona provinsi")
    list_display = ["province", "zone"]
    list_filter = ["zone"]
    list_per_page = 50


class ShippingGroup(SnippetViewSetGroup):  # type: ignore[misc]
    menu_label = _("Pengiriman")
    menu_icon = "site"
    menu_order = 222
    items = (TariffViewSet, CourierViewSet, ServiceViewSet, ProvinceZoneViewSet, ZoneViewSet)


register_snippet(ShippingGroup)
