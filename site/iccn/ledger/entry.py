"""An entry before it is posted: plain values with a hash of their own."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from iccn.ledger.refusals import EmptyEntry, OutOfBalance
from iccn.money.rupiah import Rupiah, total


@dataclass(frozen=True, slots=True)
class NewEntry:
    """One fact to post. `legs` maps account codes to amounts: a debit is positive, a credit negative."""

    kind: str
    key: str
    legs: Mapping[str, Rupiah]
    effective_date: date
    made_by: str
    source: str = ""
    approved_by: str = ""
    policy_version: int | None = None
    reverses_id: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)  # names for accounts opened on the way

    @property
    def booked(self) -> dict[str, Rupiah]:
        """The legs that are not zero, in the order of their codes."""
        return {code: self.legs[code] for code in sorted(self.legs) if self.legs[code]}

    @property
    def named(self) -> dict[str, str]:
        """The codes of the booked legs, each with the name its account gets if it has to be opened."""
        return {code: self.names.get(code, "") for code in self.booked}

    @property
    def payload_hash(self) -> str:
        """What must be equal when the same fact arrives again. The day is left out: it may arrive a day later."""
        payload = [self.kind, self.source, {code: amount.amount for code, amount in self.booked.items()}]
        return hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()

    def check(self) -> None:
        """Raises EmptyEntry or OutOfBalance; the database would refuse too, in colder words."""
        if len(self.booked) < 2:
            raise EmptyEntry
        if rest := total(self.booked):
            raise OutOfBalance(rest=rest)
