"""Verbs about members."""

from django.db import transaction
from django.utils import timezone

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.chapters.models import Chapter
from iccn.chapters.permissions import may_coordinate
from iccn.members.models import Member
from iccn.members.refusals import AlreadyMember
from iccn.refusals import refuse_unless
from iccn.regions.models import Village


@transaction.atomic
def register_member(
    *,
    chapter: Chapter,
    name: str,
    user: User | None = None,
    kind: str = Member.Kind.PERSON,
    village: Village | None = None,
    phone: str = "",
    by: User | str | None = None,
) -> Member:
    """Puts a person or community on a chapter's list, to be confirmed by its coordinator. Raises AlreadyMember."""
    if user is not None:
        User.objects.select_for_update().get(pk=user.pk)
        if there := Member.objects.filter(user=user).select_related("chapter").first():
            raise AlreadyMember(chapter=there.chapter.name)
    member = Member.objects.create(
        chapter=chapter, user=user, kind=kind, name=name.strip(), village=village, phone=phone
    )
    audit.record(by or user, "member.registered", member, chapter=chapter.slug)
    return member


@transaction.atomic
def confirm_member(*, member: Member, by: User) -> Member:
    """The chapter's coordinator says that this member is known. Confirming twice changes nothing."""
    refuse_unless(may_coordinate(user=by, chapter=member.chapter))
    known = Member.objects.select_for_update().get(pk=member.pk)
    if known.confirmed_at is None:
        known.confirmed_at = timezone.now()
        known.save(update_fields=["confirmed_at"])
        audit.record(by, "member.confirmed", known, chapter=known.chapter.slug)
    return known
