"""docs/rules/payment-states.md says what the code does: its tables are read here and compared."""

from pathlib import Path

from store.payment.machine import MOVES, Event, State
from store.payment.methods import GRACE, METHODS

PAGE = (Path(__file__).parents[3] / "docs/rules/payment-states.md").read_text()
EVENTS = {
    "start": Event.START, "wait": Event.WAIT, "authorize": Event.AUTHORIZE, "challenge": Event.CHALLENGE,
    "pay": Event.PAY, "deny": Event.DENY, "expire": Event.EXPIRE, "cancel": Event.CANCEL,
    "disagree": Event.DISAGREE, "pay in vain": Event.PAY_IN_VAIN, "part refunded": Event.REFUND_PART,
    "refunded": Event.REFUND, "charged back": Event.CHARGE_BACK,
}  # fmt: skip


def tables() -> list[list[list[str]]]:
    """Every table whose first column is headed "from"."""
    found: list[list[list[str]]] = []
    for line in PAGE.splitlines():
        cells = [cell.strip(" *") for cell in line.strip("|").split("|")]
        if line.startswith("| from"):
            found.append([cells])
        elif line.startswith("|---"):
            continue
        elif line.startswith("|") and found and found[-1]:
            found[-1].append(cells)
        elif found:
            found.append([])
    return [table for table in found if table]


def state(words: str) -> State:
    return State(words.replace("**", "").removesuffix(" (late)").replace(" ", "_"))


def test_the_tables_of_the_page_are_the_table_of_the_code() -> None:
    told = {}
    for heads, *rows in tables()[:2]:
        for names, *targets in rows:
            for name in names.split(", "):
                for head, target in zip(heads[1:], targets, strict=True):
                    if target:
                        told[state(name), EVENTS[head]] = state(target)
    assert told == dict(MOVES)


def test_the_times_of_the_page_are_those_of_the_code() -> None:
    minutes = {code: int(method.payable_for.total_seconds() // 60) for code, method in METHODS.items()}
    assert set(minutes.values()) == {15, 24 * 60}
    assert {code for code, time in minutes.items() if time == 15} == {
        "qris",
        "gopay",
        "shopeepay",
        "credit_card",
    }
    assert GRACE.total_seconds() == 600
