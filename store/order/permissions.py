"""Who may do what with a parcel."""

from typing import Any

from iccn.refusals import ALLOWED, Verdict, refused
from store.order.models import Parcel
from store.order.refusals import NotYourParcel

TEND = "order.tend_order"


def may_send(user: Any, parcel: Parcel) -> Verdict:
    """The artisan whose goods are in it, and store staff."""
    if user.has_perm(TEND) or parcel.artisan.users.filter(pk=user.pk).exists():
        return ALLOWED
    return refused(NotYourParcel())


def may_end(user: Any) -> Verdict:
    """Store staff, who hear of it from the courier; shoppers use their order's signed page."""
    return ALLOWED if user.has_perm(TEND) else refused(NotYourParcel())
