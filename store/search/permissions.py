"""Who may look after the words of the search."""

from typing import Protocol

from iccn.refusals import ALLOWED, Verdict, refused
from store.search.refusals import WordsClosedToYou

KEEP_WORDS = "search.change_variant"


class HasPermissions(Protocol):
    def has_perm(self, perm: str, /) -> bool: ...


def may_keep_words(user: HasPermissions) -> Verdict:
    """Curators and editors."""
    return ALLOWED if user.has_perm(KEEP_WORDS) else refused(WordsClosedToYou())
