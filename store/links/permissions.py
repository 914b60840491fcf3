"""Who may take a link back."""

from collections.abc import Mapping
from typing import Any, Final

from iccn.refusals import ALLOWED, Verdict, refused
from store.links.models import OneTimeLink
from store.links.refusals import NotYourLink

STAFF: Final[Mapping[str, str]] = {
    OneTimeLink.Purpose.CONFIRM_ORDER: "order.tend_order",
    OneTimeLink.Purpose.SAY_STOCK: "catalogue.tend_product",
}


def may_revoke(user: Any, link: OneTimeLink) -> Verdict:
    """The artisan's own people, and staff who may do themselves what the link does."""
    if user.has_perm(STAFF[link.purpose]) or link.artisan.users.filter(pk=user.pk).exists():
        return ALLOWED
    return refused(NotYourLink())


def may_read(user: Any) -> bool:
    """Staff of any purpose see the list of those they may take back."""
    return any(user.has_perm(permission) for permission in STAFF.values())
