"""The chain that binds each entry to all before it: pure, so that anyone can check an export without our database.

    leaf   = SHA-256 of the entry's facts, as JSON with sorted keys, no blanks, UTF-8
    link_n = SHA-256 of link_(n-1) followed by leaf_n, both as 64 hexadecimal letters; link_0 is 64 noughts

The root of a day is the last link of that day, or the day before's root when nothing was posted. Whoever holds a
published root notices any entry that was changed, added, taken out or moved before it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

BEGINNING: Final = "0" * 64
Facts = Mapping[str, Any]


def canonical(facts: Facts) -> str:
    """The one way to write an entry's facts."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def leaf(facts: Facts) -> str:
    return hashlib.sha256(canonical(facts).encode()).hexdigest()


def link(before: str, facts: Facts) -> str:
    return hashlib.sha256((before + leaf(facts)).encode()).hexdigest()


def links(before: str, entries: Iterable[Facts]) -> Iterator[str]:
    """The link of each entry in turn."""
    for facts in entries:
        before = link(before, facts)
        yield before


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check of an export found: `broken_at` is the first place (from one) that does not fit, if any.

    `balance` adds up all postings: it must be zero.
    """

    entries: int
    root: str
    broken_at: int | None
    unbalanced: tuple[str, ...]
    balance: int

    def fits(self, root: str = "") -> bool:
        """Whether nothing is wrong, and the chain ends in this root."""
        is_sound = self.broken_at is None and not self.unbalanced and self.balance == 0
        return is_sound and root in {"", self.root}


def verify(lines: Iterable[str], before: str = BEGINNING) -> Verdict:
    """Checks an export, one JSON object a line: `{"facts": …, "link": …}`. Raises ValueError on any other line."""
    count, balance, broken, unbalanced = 0, 0, None, []
    for line in lines:
        facts, said = _read(line)
        count += 1
        before = link(before, facts)
        if broken is None and before != said:
            broken = count
        rest = sum(amount for _code, amount in facts["postings"])
        balance += rest
        if rest or len(facts["postings"]) < 2:
            unbalanced.append(str(facts["key"]))
    return Verdict(count, before, broken, tuple(unbalanced), balance)


def _read(line: str) -> tuple[Facts, str]:
    row = json.loads(line)
    if not isinstance(row, dict) or not {"facts", "link"} <= row.keys() or "postings" not in row["facts"]:
        raise ValueError(line[:80])
    return row["facts"], str(row["link"])
