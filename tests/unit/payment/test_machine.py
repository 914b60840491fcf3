import pytest

from store.payment.machine import KEPT, LIVE, MONEY_CAME, MOVES, Event, State, after


@pytest.mark.parametrize(
    ("state", "event", "target"),
    [
        ("created", Event.START, State.STARTED),
        ("started", Event.WAIT, State.PENDING),
        ("pending", Event.PAY, State.PAID),
        ("pending", Event.DENY, State.FAILED),
        ("pending", Event.EXPIRE, State.EXPIRED),
        ("started", Event.PAY, State.PAID),  # `settlement` may come before `pending`
        ("created", Event.PAY, State.PAID),  # ... and before the shop knows that the page was made
        ("failed", Event.PAY, State.PAID),  # another card on the same page
        ("failed", Event.WAIT, State.PENDING),
        ("expired", Event.PAY, State.PAID),  # paid in the last second, told later
        ("cancelled", Event.PAY_IN_VAIN, State.REFUND_DUE),
        ("authorized", Event.PAY, State.PAID),
        ("pending", Event.CHALLENGE, State.REVIEW),
        ("review", Event.PAY, State.PAID),
        ("pending", Event.DISAGREE, State.REVIEW),
        ("paid", Event.CANCEL, State.VOIDED),
        ("paid", Event.REFUND_PART, State.PARTIALLY_REFUNDED),
        ("partially_refunded", Event.REFUND, State.REFUNDED),
        ("paid", Event.CHARGE_BACK, State.CHARGED_BACK),
        ("refund_due", Event.REFUND, State.REFUNDED),
    ],
)
def test_moves_that_happen(state, event, target) -> None:
    assert after(state, event) is target


@pytest.mark.parametrize(
    ("state", "event"),
    [
        ("paid", Event.WAIT),  # a `pending` that was overtaken
        ("paid", Event.PAY),
        ("paid", Event.DENY),
        ("paid", Event.EXPIRE),
        ("paid", Event.DISAGREE),
        ("expired", Event.WAIT),
        ("expired", Event.EXPIRE),
        ("review", Event.EXPIRE),
        ("review", Event.DISAGREE),
        ("authorized", Event.WAIT),
        ("refund_due", Event.PAY),
        ("refunded", Event.PAY),
        ("voided", Event.CHARGE_BACK),
        ("charged_back", Event.REFUND),
    ],
)
def test_what_is_not_in_the_table_does_not_happen(state, event) -> None:
    assert after(state, event) is None


def test_money_that_came_never_becomes_money_that_did_not() -> None:
    fell_back = [move for move, target in MOVES.items() if move[0] in MONEY_CAME and target not in MONEY_CAME]
    assert fell_back == []


def test_every_state_that_can_still_be_paid_takes_the_money() -> None:
    unpaid = [state for state in State if state not in MONEY_CAME]
    assert {after(state, Event.PAY) for state in unpaid} == {State.PAID}
    assert {after(state, Event.PAY_IN_VAIN) for state in unpaid} == {State.REFUND_DUE}
    assert LIVE.isdisjoint(MONEY_CAME)
    assert KEPT < MONEY_CAME
