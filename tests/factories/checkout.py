"""A shopper's basket, and what they decide in the checkout."""

from datetime import timedelta

from django.utils import timezone

from iccn.money.rupiah import Rupiah
from store.basket.models import Basket
from store.catalogue.models import Product
from store.order.models import Order
from store.order.placing import Wanted, place_order
from store.order.writing import Contact, Destination
from store.partner.strategy import Selector
from store.shipping.rates import Quote

TAMU = Contact("Tamu", "tamu@contoh.example", "+6281234567891")


def make_basket(*products: Product, quantity: int = 1) -> Basket:
    basket = Basket.objects.create()
    basket.strategy = Selector().strategy()
    for product in products:
        basket.add_product(product, quantity)
    return basket


def to_village(code: str, **changes: str) -> Destination:
    fields = {
        "name": "Rahma",
        "phone": "+6281299990000",
        "street": "Jl. Mawar 12",
        "village_code": code,
        "rt": "003",
    }
    return Destination(**{**fields, **changes})


def quote(cost: int = 18_000, **changes: object) -> Quote:
    fields = {
        "provider": "table",
        "courier": "jne",
        "courier_name": "JNE",
        "service": "reg",
        "service_name": "REG",
        "cost": Rupiah(cost),
        "grams": 450,
        "billable_kilos": 1,
        "days_min": 2,
        "days_max": 3,
    }
    return Quote(**{**fields, **changes})


def wanted_for(basket: Basket, village_code: str, **changes: object) -> Wanted:
    artisans = basket.lines.values_list("stockrecord__partner", flat=True)
    fields = {
        "contact": TAMU,
        "destination": to_village(village_code),
        "choices": {artisan: quote() for artisan in artisans},
    }
    return Wanted(**{**fields, **changes})


def placed(product: Product, village_code: str, *, quantity: int = 1, **changes: object) -> Order:
    basket = make_basket(product, quantity=quantity)
    until = timezone.now() + timedelta(minutes=15)
    return place_order(basket=basket, wanted=wanted_for(basket, village_code, **changes), until=until)
