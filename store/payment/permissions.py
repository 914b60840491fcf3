"""Who may see payments."""

from typing import Protocol

from iccn.refusals import ALLOWED, Verdict, refused
from store.payment.refusals import PaymentsClosedToYou

READ = "payment.read_payments"


class HasPermissions(Protocol):
    def has_perm(self, perm: str, /) -> bool: ...


def may_read(user: HasPermissions) -> Verdict:
    """Finance and its checkers."""
    return ALLOWED if user.has_perm(READ) else refused(PaymentsClosedToYou())
