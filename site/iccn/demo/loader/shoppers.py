"""Who buys what: an invented shopper, a basket, an address and the cheapest courier."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from iccn.demo.loader.clock import SEED
from iccn.demo.loader.stories import Row
from iccn.regions.models import Village
from store.basket import services as baskets
from store.basket.models import Basket
from store.catalogue.models import Product
from store.checkout.selectors import parcels_of
from store.order.placing import Wanted
from store.order.writing import Contact, Destination
from store.partner.strategy import Selector
from store.shipping.rates import cheapest

DEAR = 1_700_000  # dearer things are bought seldom; the story does without
MOST_LINES = 3
CHEAP = 60_000  # of what is cheap people take more than one


@dataclass(frozen=True, slots=True)
class Shopper:
    """One order's story. `key` is the natural key: the shopper's own e-mail."""

    number: int
    ending: str
    placed_at: datetime
    wants_sari: bool
    told: Row

    @property
    def key(self) -> str:
        return f"pembeli-{self.number:02d}@contoh.example"

    @property
    def chance(self) -> random.Random:
        return random.Random(f"{SEED} order {self.number}")

    @property
    def name(self) -> str:
        names: list[str] = self.told["names"]
        return names[self.number % len(names)]

    @property
    def method(self) -> str:
        return str(self.chance.choice(self.told["methods"]))


def filled_basket(shopper: Shopper) -> Basket:
    """One to three things that were on sale that day and are still there."""
    basket: Basket = Basket.objects.create()
    basket.strategy = Selector().strategy()
    chance = shopper.chance
    for product in chosen(shopper, chance):
        thing = variant_of(product, chance)
        several = int(thing.price) < CHEAP and (thing.pieces_left or 0) > MOST_LINES
        baskets.add(basket=basket, product=thing, quantity=chance.randint(1, 3) if several else 1)
    return basket


def variant_of(product: Product, chance: random.Random) -> Product:
    """The product itself, or one of its variants that is there."""
    there = [one for one in product.variants if one.is_sellable]
    return chance.choice(there) if there else product


def chosen(shopper: Shopper, chance: random.Random) -> Sequence[Product]:
    on_sale = Product.objects.sellable().filter(published_at__lt=shopper.placed_at)
    found = [one for one in on_sale.order_by("upc").with_variants() if int(one.price) < DEAR]
    first = [one for one in found if one.artisan.code == "sari"] if shopper.wants_sari else found
    things = [chance.choice(first or found)]
    neighbours = [one for one in found if one.artisan_id == things[0].artisan_id and one != things[0]]
    for _ in range(chance.choice((0, 0, 1, 1, 2))):
        things.append(chance.choice(neighbours if neighbours and chance.random() < 0.4 else found))
    return list(dict.fromkeys(things))[:MOST_LINES]


def wanted(shopper: Shopper, basket: Basket) -> Wanted:
    chance, told = shopper.chance, shopper.told
    phone = f"+62812{20_000_000 + shopper.number:08d}"
    village = chance.choice(villages(chance.choice(told["regencies"])))
    destination = Destination(
        name=shopper.name,
        phone=phone,
        street=chance.choice(told["streets"]),
        village_code=village,
        rt=f"{chance.randint(1, 9):03d}",
        rw=f"{chance.randint(1, 12):03d}",
        note=chance.choice(told["notes"]),
    )
    parcels = parcels_of(basket, village)
    return Wanted(
        contact=Contact(shopper.name, shopper.key, phone),
        destination=destination,
        choices={parcel.artisan.pk: cheapest(parcel.quotes) for parcel in parcels},
        language="en" if shopper.number % 12 == 5 else "id",
    )


def villages(regency: str) -> list[str]:
    found = Village.objects.filter(district__regency=regency).order_by("code")
    return list(found.values_list("code", flat=True))
