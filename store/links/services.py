"""Verbs about links. Whoever calls holds the row that the link is about: that one first, then its links."""

from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.refusals import Refusal, refuse_unless
from store.links import permissions, refusals, rules
from store.links.models import OneTimeLink
from store.links.rules import Standing
from store.partner.models import Partner

GONE: dict[Standing, type[Refusal]] = {
    Standing.USED: refusals.LinkUsed,
    Standing.REVOKED: refusals.LinkRevoked,
    Standing.EXPIRED: refusals.LinkExpired,
}


@dataclass(frozen=True, slots=True)
class MadeLink:
    """A link and the address that opens it, which is told once and kept nowhere."""

    link: OneTimeLink
    path: str


@transaction.atomic
def make_link(
    *, purpose: str, artisan: Partner, user: User, subject_id: int, by: User | str, is_asked: bool = False
) -> MadeLink:
    """A new link for one person; her older one for the same thing is revoked. Raises TooManyLinks when `is_asked`."""
    now = timezone.now()
    if is_asked and not _may_ask(purpose, user, subject_id):
        raise refusals.TooManyLinks
    OneTimeLink.objects.filter(
        purpose=purpose, subject_id=subject_id, user=user, used_at=None, revoked_at=None
    ).update(revoked_at=now)
    token = rules.new_token()
    link = OneTimeLink.objects.create(
        purpose=purpose,
        artisan=artisan,
        user=user,
        subject_id=subject_id,
        token_hash=rules.fingerprint(token),
        is_asked=is_asked,
        made_at=now,
        expires_at=now + rules.LIVES,
    )
    audit.record(by, "link.made", link, purpose=purpose, about=subject_id)
    with translation.override(user.language):
        return MadeLink(link, reverse("by_link:open", args=[token]))


def _may_ask(purpose: str, user: User, subject_id: int) -> bool:
    asked = OneTimeLink.objects.filter(user=user, is_asked=True)
    for_this = asked.filter(purpose=purpose, subject_id=subject_id)
    moments = asked.values_list("made_at", flat=True)[: rules.MOST_A_DAY]
    return rules.may_ask_again(
        list(moments), list(for_this.values_list("made_at", flat=True)), timezone.now()
    )


@transaction.atomic
def use_link(*, link: OneTimeLink, purpose: str) -> OneTimeLink:
    """Spends the link; what it allows is done in the same transaction, in the name of its user.

    Raises UnknownLink (another purpose), LinkUsed, LinkRevoked (also when its user left the shop), LinkExpired.
    """
    held = OneTimeLink.objects.select_for_update(of=("self",)).select_related("user").get(pk=link.pk)
    if held.purpose != purpose:
        raise refusals.UnknownLink
    if refusal := GONE.get(held.standing):
        raise refusal
    if not speaks_for_the_shop(held):
        raise refusals.LinkRevoked
    held.used_at = timezone.now()
    held.save(update_fields=["used_at"])
    audit.record(held.user, "link.used", held, purpose=purpose, about=held.subject_id)
    return held


def speaks_for_the_shop(link: OneTimeLink) -> bool:
    """Whether the person is still one of the shop's, and may sign in at all."""
    return link.artisan.is_accepted and link.artisan.users.filter(pk=link.user_id, is_active=True).exists()


@transaction.atomic
def revoke_link(*, link: OneTimeLink, by: User) -> OneTimeLink:
    """Takes a link back; one that is used or revoked stays as it is. Raises NotYourLink."""
    refuse_unless(permissions.may_revoke(by, link))
    held = OneTimeLink.objects.select_for_update().get(pk=link.pk)
    if held.used_at is None and held.revoked_at is None:
        held.revoked_at = timezone.now()
        held.save(update_fields=["revoked_at"])
        audit.record(by, "link.revoked", held, purpose=held.purpose, about=held.subject_id)
    return held
