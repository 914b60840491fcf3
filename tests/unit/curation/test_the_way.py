"""The declared way of a submission: complete, connected, and drawn in the docs."""

from pathlib import Path

import pytest

from store.curation.drawing import page_with_drawing
from store.curation.machine import CURRENT, WORKFLOWS, Move, State, Who, after, next_words, staff_name

PAGE = Path(__file__).parents[3] / "docs/rules/curation.md"
ENDS = {State.RETIRED, State.WITHDRAWN}
FLOWS = pytest.mark.parametrize("flow", WORKFLOWS.values(), ids=lambda flow: f"version-{flow.version}")


def test_the_page_of_the_rule_shows_the_present_table() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page_with_drawing(page) == page, "run: manage.py draw_workflow"


@FLOWS
def test_every_state_has_words_and_is_reached_from_a_draft(flow) -> None:
    reached = {State.DRAFT}
    for _ in State:
        reached |= {step.target for step in flow.steps if reached & set(step.sources)}
    assert reached == set(flow.phases)
    for state in flow.phases:
        assert staff_name(state, flow.version)
        assert next_words(state, flow.version)


@FLOWS
def test_only_the_ends_have_no_way_on(flow) -> None:
    assert {state for state in flow.phases if not any(state in step.sources for step in flow.steps)} == ENDS


@FLOWS
def test_a_move_leads_to_one_place_and_names_who_makes_it(flow) -> None:
    pairs = [(source, step.move) for step in flow.steps for source in step.sources]
    assert len(pairs) == len(set(pairs))
    assert all(step.who and set(step.who) <= set(Who) for step in flow.steps)


def test_every_move_is_made_in_some_version() -> None:
    assert {step.move for flow in WORKFLOWS.values() for step in flow.steps} == set(Move)


def test_a_move_that_is_not_in_the_table_leads_nowhere() -> None:
    assert after("draft", Move.SEND) is State.SENT
    assert after("draft", Move.SELECT) is None
    assert (after("sent", Move.TAKE_UP, 1), after("sent", Move.TAKE_UP, 2)) == (State.SCORING, None)
    assert (after("sent", Move.SCREEN, 1), after("sent", Move.SCREEN, 2)) == (None, State.SCREENING)
    assert not WORKFLOWS[CURRENT].leads("draft", "published")
