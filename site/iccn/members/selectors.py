"""Reading members."""

from iccn.accounts.models import User
from iccn.members.models import Member


def member_of(user: User) -> Member | None:
    """The member behind a log-in, with chapter."""
    return Member.objects.filter(user=user).select_related("chapter").first()
