"""Both engines give the same hits in the same order, the same totals and the same facets."""

import random

import pytest

from store.search.engines.port import Readiness, Sort
from store.search.models import Variant
from tests.factories.documents import PLACES, make_documents, variant

pytestmark = pytest.mark.django_db

WORDS = (
    *("tas", "pandan", "anyaman", "menganyam", "keripik", "kripik", "singkong", "pedas", "batik", "tulis"),
    *(
        "menulis",
        "kain",
        "tenun",
        "ulos",
        "gula",
        "jawa",
        "aren",
        "kopi",
        "bubuk",
        "rotan",
        "keranjang",
        "bags",
    ),
    *("ukiran", "kayu", "jati", "oleh", "kopinya", "topi", "bambu"),
)
SLUGS = ("daun-pandan", "rotan", "kayu-jati", "bambu")


def catalogue(dice: random.Random, size: int) -> list[dict[str, object]]:
    return [product(dice) for _number in range(size)]


def product(dice: random.Random) -> dict[str, object]:
    def some(most: int) -> str:
        return " ".join(dice.choices(WORDS, k=dice.randint(0, most)))

    return {
        "title": f"{some(4)} {dice.choice(WORDS)}",
        "title_en": some(2),
        "names": [some(2), some(2)],
        "story": some(12),
        "regency_code": dice.choice(tuple(PLACES)),
        "category_ids": sorted(dice.sample(range(1, 7), k=dice.randint(0, 3))),
        "materials": sorted(dice.sample(SLUGS, k=dice.randint(0, 2))),
        "certificates": sorted(dice.sample(("halal", "pirt", "sni"), k=dice.randint(0, 2))),
        "price": dice.choice((15_000, 49_999, 50_000, 120_000, 250_000, 2_000_000)),
        "rating": dice.choice((None, 3.5, 4.0, 4.0, 4.8)),
        "reviews": dice.randint(0, 3),
        "sold": dice.randint(0, 2),
        "turn": dice.randint(0, 9),
        "is_available": dice.random() < 0.8,
        "is_made_to_order": dice.random() < 0.3,
        "is_public": dice.random() < 0.95,
        "variants": [
            variant(size, dice.choice(("Merah", "Biru")), there=dice.random() < 0.7)
            for size in dice.sample(("S", "M", "L"), k=dice.choice((0, 0, 2)))
        ],
    }


def question(dice: random.Random) -> dict[str, object]:
    words = " ".join(dice.choices(WORDS, k=dice.randint(0, 4)))
    may: dict[str, object] = {
        "category": dice.randint(1, 6),
        "provinces": tuple(dice.sample(("32", "33", "51"), k=2)),
        "regencies": ("32.04",),
        "materials": tuple(dice.sample(SLUGS, k=2)),
        "certificates": ("halal",),
        "price_from": 50_000,
        "price_to": 250_000,
        "rating_from": 4,
        "readiness": dice.choice(list(Readiness)),
        "options": (("ukuran", ("M", "L")), ("warna", ("Merah",))),
    }
    chosen = {name: value for name, value in may.items() if dice.random() < 0.1}
    words = words[: len(words) - dice.choice((0, 0, 1, 2))] if words else words
    return {
        "words": words,
        "widen": dice.random() < 0.4,
        "sort": Sort.RELEVANCE if words and dice.random() < 0.8 else dice.choice(list(Sort)),
        "page": dice.choice((1, 1, 2, 9)),
        **chosen,
    }


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_is_asked_both_answer_the_same(on_database, on_elasticsearch, seed):
    dice = random.Random(seed)
    for word, means in (("kripik", "keripik"), ("gula jawa", "gula aren"), ("kain batik", "batik tulis")):
        Variant.objects.create(word=word, means=means)
    Variant.objects.create(word="ulos", means="tenun", relation=Variant.Relation.KIND)
    make_documents(catalogue(dice, 150))
    on_elasticsearch.prepare()

    answered = 0
    for _number in range(60):
        asked = question(dice)
        expected = on_database(**asked)
        found = on_elasticsearch.again(**asked)
        assert [hit.product for hit in found.hits] == [hit.product for hit in expected.hits], asked
        assert (found.hits, found.total) == (expected.hits, expected.total), asked
        assert found.facets == expected.facets, asked
        answered += bool(found.total)
    assert answered >= 30
