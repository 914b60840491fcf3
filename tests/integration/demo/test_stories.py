"""The stories are well-formed: places that exist, texts of their own, figures that can be true."""

import re
from collections import Counter

import pytest

from iccn.demo.drawing.palette import SCHEMES
from iccn.demo.drawing.patterns import PATTERNS
from iccn.demo.drawing.props import PROPS
from iccn.demo.drawing.scenes.land import PLACES
from iccn.demo.drawing.things.register import THINGS
from iccn.demo.loader import recipe, stories
from iccn.demo.loader.desk import STATES
from iccn.regions import services as regions
from store.curation import rules
from store.curation.machine import State
from store.curation.proof import SHAPES, certificates_of
from store.curation.variants import Table, below, read

STORY = stories.load()
REGENCY = {row["slug"]: row["regency"] for row in STORY.chapters}
HOME = {row["code"]: REGENCY[row["chapter"]] for row in STORY.artisans}
FAMILIES = {family["name"]: family for family in STORY.families}
PRODUCTS = list(STORY.products)
OFFERED = [
    *PRODUCTS,
    *((FAMILIES[row["family"]], row, place) for place, row in enumerate(STORY.submissions)),
]
TYPED = [recipe.typed(family, product, place, HOME[product["by"]]) for family, product, place in OFFERED]


def names(file: str) -> list[dict[str, str]]:
    return list(regions.rows(file))


def test_forty_chapters_or_more_stand_in_all_38_provinces() -> None:
    known = {row["code"] for row in names("regencies.csv")}

    assert len(STORY.chapters) >= 40
    assert {code[:2] for code in REGENCY.values()} == {row["code"] for row in names("provinces.csv")}
    assert set(REGENCY.values()) <= known
    assert len(REGENCY) == len(STORY.chapters)


def test_every_chapter_has_its_words_its_place_and_its_people() -> None:
    for row in STORY.chapters:
        assert row["place"] in PLACES
        assert len(row["story"]) > 80
        assert len(row["story_en"]) > 80
        assert row["coordinator"] != row["treasurer"]


def test_sixty_artisans_or_more_live_in_villages_of_their_chapter() -> None:
    villages = {(row["code"][:5], row["name"]) for row in names("villages.csv.gz")}

    assert len(STORY.artisans) >= 60
    assert len(HOME) == len(STORY.artisans)
    assert [
        row["code"] for row in STORY.artisans if (HOME[row["code"]], row["village"]) not in villages
    ] == []
    assert {row["by"] for _family, row, _place in PRODUCTS} == set(HOME)


def test_there_are_a_hundred_and_fifty_products_or_more_of_which_no_two_read_the_same() -> None:
    assert len(PRODUCTS) >= 150
    for field in ("title", "title_en", "story", "story_en"):
        twice = [text for text, many in Counter(typed[field] for typed in TYPED).items() if many > 1]
        assert twice == []


def test_products_stand_in_small_categories_that_there_are() -> None:
    leaves = {below["slug"] for row in STORY.categories for below in row["below"]}
    slugs = [row["slug"] for row in STORY.categories] + sorted(leaves)

    assert {family["category"] for family in STORY.families} == leaves
    assert len(slugs) == len(set(slugs))


@pytest.mark.parametrize("typed", TYPED, ids=lambda typed: typed["title"])
def test_figures_can_be_true(typed) -> None:
    price, cost = int(typed["wished_price"]), int(typed["making_cost"])
    volume = int(typed["length_cm"]) * int(typed["width_cm"]) * int(typed["height_cm"])

    assert 20_000 <= price <= 5_000_000
    assert price % 500 == 0
    assert rules.lowest_price(cost, 8_000) <= price
    assert 50 <= int(typed["weight_g"]) <= 5_000
    assert volume / 6_000 < 25  # kilos a courier would count
    assert 1 <= int(typed["making_days"]) <= 180


def test_what_needs_proof_has_numbers_in_the_right_shape() -> None:
    food = {"kopi", "keripik", "bumbu-dan-sambal", "madu-dan-gula", "minuman-dan-cokelat"}
    for typed in TYPED:
        kinds = {one.kind for one in certificates_of(typed)}
        assert kinds == {kind for kind in SHAPES if typed.get(kind)}
        if typed["category"] in food:
            assert {"pirt", "halal"} <= kinds
        if typed["category"] == "mainan":
            assert kinds == {"sni"}


def test_every_product_can_be_drawn() -> None:
    for family, product, _place in OFFERED:
        look = recipe.look(family, product)
        assert look.kind in THINGS
        assert look.scheme in SCHEMES
        assert look.motif in PATTERNS
        assert look.props in PROPS


def test_submissions_are_told_for_every_state_that_waits() -> None:
    assert {row["state"] for row in STORY.submissions} == set(STATES)
    assert set(State) - {State.SELECTED, State.RETIRED} <= {
        *(State(name) for name in STATES if name in State.values),
        State.SCORING,
        State.PUBLISHED,
    }


def test_texts_are_polite_and_promise_no_alms() -> None:
    """The law calls selling dearer for a cause a collection; and the house says Anda."""
    everything = " ".join(
        [*(text for typed in TYPED for text in typed.values()), *(row["story"] for row in STORY.chapters)]
    ).lower()

    assert re.findall(r"\b(kamu|kalian|donasi|sumbangan|donation)\b", everything) == []


def test_sari_has_three_products_a_draft_and_something_with_the_curators() -> None:
    hers = [row["state"] for row in STORY.submissions if row["by"] == "sari"]

    assert sum(product["by"] == "sari" for _family, product, _place in PRODUCTS) >= 3
    assert hers == ["draft", "scored_once"]


def test_several_products_come_in_variants_and_some_are_sold_out() -> None:
    with_variants = [product for _family, product, _place in PRODUCTS if "variants" in product]
    assert len(with_variants) >= 6
    assert any(row["stock"] == 0 for product in with_variants for row in product["variants"])
    for typed in TYPED:
        table = Table.read(typed)
        kept = read(table, is_made_to_order=False)
        lowest = rules.lowest_price(int(typed["making_cost"]), 8_000)
        assert below(kept, lowest) == []
        assert len(kept) == len(table.filled)
