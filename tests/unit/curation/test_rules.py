import pytest

from store.curation import rules
from store.curation.rubric import CRITERIA

WEIGHTS = {code: weight for code, _, _, _, weight in CRITERIA}


def test_the_first_rubric_weighs_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100


@pytest.mark.parametrize(
    ("values", "points"),
    [
        ({"mutu": 5, "asal": 5, "rancang": 5, "pasar": 5, "alam": 5}, 100),
        ({"mutu": 1, "asal": 1, "rancang": 1, "pasar": 1, "alam": 1}, 20),
        # 30x4 + 25x5 + 20x3 + 15x4 + 10x2 = 385 of 500
        ({"mutu": 4, "asal": 5, "rancang": 3, "pasar": 4, "alam": 2}, 77),
        # Not applicable leaves the denominator: 30x4 + 25x5 + 20x3 + 15x4 = 365 of 450 = 81.1
        ({"mutu": 4, "asal": 5, "rancang": 3, "pasar": 4, "alam": None}, 81),
        ({"mutu": 3, "alam": 4}, 65),  # 130 of 200
    ],
)
def test_points_are_weighted_out_of_a_hundred(values, points) -> None:
    assert rules.weighted_score(values, WEIGHTS) == points


def test_half_a_point_is_rounded_up() -> None:
    assert rules.weighted_score({"a": 4, "b": 5}, {"a": 7, "b": 1}) == 83  # 33 of 40 = 82.5


def test_where_nothing_applies_there_are_no_points() -> None:
    assert rules.weighted_score({"mutu": None}, WEIGHTS) is None


def test_spread_and_average_of_the_curators() -> None:
    assert (rules.spread([]), rules.spread([61, 85, 70])) == (0, 24)
    assert (rules.average([70, 71]), rules.average([70, 70, 71])) == (71, 70)


@pytest.mark.parametrize(
    ("scores", "needed"),
    [
        ([], 2),
        ([80], 2),
        ([80, 82], 2),
        ([70, 94], 2),  # 24 apart, both would select
        ([70, 95], 3),  # 25 apart
        ([69, 70], 3),  # one on each side of the line
        ([40, 60], 2),  # neither would select
        ([69, 70, 72], 3),
    ],
)
def test_a_third_curator_is_asked_when_two_disagree(scores, needed) -> None:
    assert rules.curators_needed(scores) == needed
    assert rules.is_ready_to_decide(scores) == (len(scores) >= needed)


@pytest.mark.parametrize(
    ("cost", "share", "lowest"),
    [
        (80_000, 8_000, 100_000),
        (90_000, 8_000, 112_500),
        (90_001, 8_000, 112_600),
        (0, 8_000, 0),
        (1, 10_000, 100),
    ],
)
def test_the_lowest_price_covers_the_making_cost(cost, share, lowest) -> None:
    assert rules.lowest_price(cost, share) == lowest


def test_words_with_commas_become_a_list_without_doubles() -> None:
    assert rules.words_of_list(" pandan,  rotan;bambu\npandan,, ") == ["pandan", "rotan", "bambu"]
    assert rules.words_of_list("  ") == []
