"""Who may do what with the books."""

from typing import Protocol

from iccn.ledger.refusals import BooksClosedToYou
from iccn.refusals import ALLOWED, Verdict, refused

READ = "ledger.read_books"


class HasPermissions(Protocol):
    def has_perm(self, perm: str, /) -> bool: ...


def may_read(user: HasPermissions) -> Verdict:
    """Finance and its checkers."""
    return ALLOWED if user.has_perm(READ) else refused(BooksClosedToYou())
