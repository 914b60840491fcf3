"""Numbers of orders, and what a waybill looks like. Pure; see docs/rules/order-states.md."""

import re
from collections.abc import Callable, Sequence
from datetime import date

# No vowels (no words by accident) and nothing that reads like another sign (0 O 1 I L, B S U Z).
LETTERS = "23456789CDFGHJKMNPQRTVWXY"
LENGTH = 5
WAYBILL = re.compile(r"[A-Z0-9-]{6,30}")


def order_number(day: date, choose: Callable[[Sequence[str]], str]) -> str:
    """`ICS-2611-8K3F7`: the month the order was placed, and five signs of chance.

    Nothing can be guessed from it: neither the next order nor how many there are.
    """
    return f"ICS-{day:%y%m}-{''.join(choose(LETTERS) for _ in range(LENGTH))}"


def waybill(typed: str) -> str:
    """A waybill number as couriers print it, without spaces, in capitals; empty when it cannot be one.

    Couriers use 6 to 30 letters, digits and hyphens; at least one is a digit.
    """
    number = "".join(typed.split()).upper()
    return number if WAYBILL.fullmatch(number) and any(sign.isdigit() for sign in number) else ""
