"""From a product's story to what its maker types: texts put together, figures filled in, numbers of certificates."""

import hashlib
from dataclasses import dataclass
from typing import Any

from iccn.demo.drawing.product import Recipe
from iccn.demo.loader.sketches import Sketch
from iccn.demo.loader.stories import Row, Words, words
from store.catalogue.options import OPTIONS
from store.curation.fields import TO_ORDER
from store.curation.variants import KIND, PRICE, STOCK, cell

COST_PERCENT = 62
PARAGRAPH = "\n\n"
PACKAGE = {"jar": 1, "bottle": 1, "pouch": 2, "coffee": 2, "gift": 3, "tin": 4}
VIEWS = ("room", "table", "close")


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture of a product: how it is drawn, and what one sees."""

    sketch: Sketch
    words: Words


def told_in_full(family: Row, product: Row, place: int) -> Words:
    """The product's own story, how it was made, how it is kept; no two of a family get the same pair."""
    own = Words(product["story"], product["story_en"])
    made = part(family, product, "making", place)
    kept = part(family, product, "care", place // len(family["making"]) + place)
    return Words(
        PARAGRAPH.join((own.id, made.id, kept.id)),
        PARAGRAPH.join((own.en, made.en, kept.en)),
    )


def part(family: Row, product: Row, name: str, number: int) -> Words:
    if name in product:
        return words(product[name])
    choices = family[name]
    return words(choices[number % len(choices)])


def reason_for(family: Row, place: int) -> Words:
    return words(family["why"][place % len(family["why"])])


def typed(family: Row, product: Row, place: int, regency: str) -> dict[str, str]:
    """What the artisan wrote in the form."""
    full = told_in_full(family, product, place)
    price = int(product["price"])
    length, width, height = product.get("size", family["size"])
    is_ordered = bool(product.get("order"))
    return {
        "title": product["title"],
        "title_en": product["en"],
        "category": family["category"],
        "story": full.id,
        "story_en": full.en,
        "materials": ", ".join(product.get("materials", family["materials"])),
        "techniques": ", ".join(product.get("techniques", family["techniques"])),
        "making_days": str(product.get("days", family["days"])),
        "weight_g": str(product.get("weight", family["weight"])),
        "length_cm": str(length),
        "width_cm": str(width),
        "height_cm": str(height),
        "making_cost": str(product.get("cost", price * COST_PERCENT // 100 // 500 * 500)),
        "wished_price": str(price),
        "availability": TO_ORDER if is_ordered else "",
        "stock": "0" if is_ordered else str(product.get("stock", family["stock"])),
        **variants(product),
        **proof(family, product, regency),
    }


def variants(product: Row) -> dict[str, str]:
    """The rows of what it comes in, as they are typed: `{warna: Merah, ukuran: M, stock: 3, price: 140000}`."""
    rows = product.get("variants", [])
    if not rows:
        return {}
    names = [name for name in OPTIONS if name in rows[0]]
    cells = {
        cell(number, part): str(row[name])
        for number, row in enumerate(rows, start=1)
        for part, name in [*((name, name) for name in names), (STOCK, "stock"), (PRICE, "price")]
        if name in row
    }
    return {KIND: ",".join(names), **cells}


def proof(family: Row, product: Row, regency: str) -> dict[str, str]:
    """Invented numbers in the right shape; their last digits come from the title."""
    number = int(hashlib.sha256(product["title"].encode()).hexdigest(), 16)
    kinds: list[str] = product.get("proof", family.get("proof", []))
    return {kind: NUMBERS[kind](family, product, regency, number) for kind in kinds}


def pirt(family: Row, product: Row, regency: str, number: int) -> str:
    """Package, kind of food, regency, a running number, and the year in which it runs out."""
    package = PACKAGE[product["look"].split()[0]]
    food = product.get("food_type", family.get("food_type"))
    return f"{package}{food}{regency.replace('.', '')}{number % 10**6:06d}-{29 + number % 3}"


def halal(_family: Row, _product: Row, regency: str, number: int) -> str:
    return f"ID{regency[:2]}11{number % 10**10:013d}"


def bpom(_family: Row, _product: Row, _regency: str, number: int) -> str:
    return f"NA1826{number % 10**7:07d}"


def sni(_family: Row, _product: Row, _regency: str, _number: int) -> str:
    return "SNI 8124:2019"


NUMBERS: dict[str, Any] = {"pirt": pirt, "halal": halal, "bpom": bpom, "sni": sni}


def look(family: Row, product: Row) -> Recipe:
    kind, scheme, motif, *props = product["look"].split()
    return Recipe(kind, scheme, motif, props[0] if props else family["props"])


def shown(family: Row, product: Row, place: int) -> list[Shown]:
    """One picture or two, three for the first of each family."""
    many = 3 if place == 0 else 1 + place % 2
    many = product.get("pictures", many)
    recipe = look(family, product)
    title, title_en = product["title"], product["en"]
    captions = {
        "room": Words(title, title_en),
        "table": Words(f"{title}, dilihat lebih dekat bersama bahannya", f"{title_en}, nearer"),
        "close": Words(f"Rincian {title}", f"Detail of {title_en}"),
    }
    return [Shown(Sketch("product.product", (title, recipe, view)), captions[view]) for view in VIEWS[:many]]
