"""Verbs about artisans: a member asks to sell, the chapter's coordinator accepts."""

from django.db import transaction

from iccn.accounts.models import User
from iccn.accounts.roles import ARTISAN
from iccn.accounts.services import grant_role
from iccn.audit import services as audit
from iccn.chapters.permissions import may_coordinate
from iccn.media.models import Picture
from iccn.members.models import Member
from iccn.refusals import refuse_unless
from store.partner.models import Partner
from store.partner.refusals import NotConfirmed, SellsAlready


@transaction.atomic
def open_shop(
    *,
    member: Member,
    code: str,
    craft: str,
    story: str = "",
    story_en: str = "",
    portrait: Picture | None = None,
    is_public: bool = False,
    by: User | str,
) -> Partner:
    """Makes a member an artisan who waits to be accepted. `is_public` is the artisan's own consent to be named.

    Raises SellsAlready.
    """
    Member.objects.select_for_update().get(pk=member.pk)
    if Partner.objects.filter(member=member).exists():
        raise SellsAlready(name=member.name)
    artisan: Partner = Partner.objects.create(
        member=member,
        code=code,
        name=member.name,
        craft=craft,
        story=story,
        story_en=story_en,
        portrait=portrait,
        is_public=is_public,
    )
    if member.user is not None:
        artisan.users.add(member.user)
    audit.record(by, "artisan.opened", artisan, code=code)
    return artisan


@transaction.atomic
def accept_artisan(*, artisan: Partner, by: User) -> Partner:
    """The coordinator of the artisan's chapter lets her offer products. Accepting twice changes nothing.

    Raises NotCoordinator, NotConfirmed.
    """
    member = Member.objects.select_related("chapter").get(pk=artisan.member_id)
    refuse_unless(may_coordinate(user=by, chapter=member.chapter))
    if member.confirmed_at is None:
        raise NotConfirmed(name=member.name)
    held: Partner = Partner.objects.select_for_update().get(pk=artisan.pk)
    if not held.is_accepted:
        held.is_accepted = True
        held.save(update_fields=["is_accepted"])
        for user in held.users.all():
            grant_role(user=user, role=ARTISAN, by=by)
        audit.record(by, "artisan.accepted", held, chapter=member.chapter.slug)
    return held
