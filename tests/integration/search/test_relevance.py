"""Judged searches: what people mean comes first, and nobody who asks for something we sell leaves with nothing."""

import pytest

from tests.relevance.judged import GRADES, Answered, Judged, Standard, first_page, lay_out

pytestmark = pytest.mark.django_db
FLOOR = 0.95
FLOOR_UNSEEN = 0.85
FLOOR_OF_A_KIND = 0.85
KINDS = (
    "spelling synonym kinds chat old english slip slips place material technique category maker particle unfinished "
    "gift natural proof form"
)


@pytest.fixture
def standard() -> Standard:
    return lay_out()


def test_the_database_engine_answers_as_people_mean(standard):
    report = standard.ask(first_page)
    assert [one.judged.words for one in report.empty] == []
    assert report.ndcg >= FLOOR, [(one.judged.words, round(one.ndcg, 2)) for one in report.worst]
    assert min(report.by_kind.values()) >= FLOOR_OF_A_KIND, report.by_kind


def test_what_nobody_tuned_to_is_answered_well_too(standard):
    report = standard.ask(first_page, standard.unseen)
    assert [one.judged.words for one in report.empty] == []
    assert report.ndcg >= FLOOR_UNSEEN, [(one.judged.words, round(one.ndcg, 2)) for one in report.worst]


def test_the_judged_searches_cover_the_language(standard):
    assert len(standard.searches) >= 160
    assert len({one.words for one in standard.searches}) == len(standard.searches)
    assert all(one.grades and set(one.grades.values()) <= set(GRADES.values()) for one in standard.searches)
    assert {one.kind for one in standard.searches} >= set(KINDS.split())


def test_the_figure_is_one_for_the_best_order_and_less_the_later_the_best_comes():
    judged = Judged("tas", "category", {"a": 3, "b": 1})
    assert Answered(judged, ("a", "b")).ndcg == 1.0
    assert round(Answered(judged, ("b", "a")).ndcg, 3) == 0.710  # (1 + 7/log2(3)) / (7 + 1/log2(3))
    assert Answered(judged, ("x",)).ndcg == 0.0
