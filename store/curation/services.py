"""The artisan's verbs: begin, write, send, withdraw. The curators' verbs are in `judging`."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.media.models import Picture
from iccn.notices.recipient import Recipient
from iccn.notices.services import tell
from iccn.refusals import refuse_unless
from store.curation import fields, permissions, refusals, rules
from store.curation.machine import Move, after
from store.curation.models import MOST_PICTURES, Sending, Submission, SubmissionPicture
from store.curation.rounds import round_for
from store.curation.selectors import artisan_of

DRAFTS_KEPT_FOR = timedelta(days=365)


@transaction.atomic
def begin_submission(*, user: User) -> Submission:
    """Starts an empty draft of the artisan's own. Raises NotArtisan."""
    artisan = artisan_of(user)
    if artisan is None or artisan.chapter is None or not artisan.is_accepted:
        raise refusals.NotArtisan
    submission = Submission.objects.create(artisan=artisan, chapter=artisan.chapter)
    audit.record(user, "submission.begun", submission)
    return submission


@transaction.atomic
def save_draft(
    *,
    submission: Submission,
    user: User,
    typed: Mapping[str, str],
    revision: int | None = None,
    writer: str = "",
) -> Submission:
    """Keeps what was typed, letter by letter, complete or not; unknown fields are left out.

    `revision` is the one the form was opened with, `writer` names the open page, which saves by itself while one
    types: raises SavedElsewhere when another page or device saved meanwhile.
    """
    draft = writable(submission, user)
    is_same_page = bool(writer) and writer == draft.writer
    if revision is not None and revision != draft.revision and not is_same_page:
        raise refusals.SavedElsewhere
    known = {name: typed[name][:8_000] for name in fields.typed_fields() if name in typed}
    draft.typed = {**draft.typed, **known}
    draft.revision += 1
    draft.writer = writer[:32]
    draft.save(update_fields=["typed", "revision", "writer", "saved_at"])
    return draft


@transaction.atomic
def add_picture(*, submission: Submission, user: User, picture: Picture, key: str = "") -> SubmissionPicture:
    """Puts a picture at the end. Raises TooManyPictures."""
    refuse_full(submission=submission, user=user)
    draft = writable(submission, user)
    last = draft.pictures.order_by("-position").values_list("position", flat=True).first()
    return SubmissionPicture.objects.create(
        submission=draft, picture=picture, position=0 if last is None else last + 1, key=key[:36]
    )


def has_picture(submission: Submission, key: str) -> bool:
    """Whether a picture that a page sends was kept already: its answer may have been lost on the way."""
    return bool(key) and submission.pictures.filter(key=key[:36]).exists()


@transaction.atomic
def refuse_full(*, submission: Submission, user: User) -> None:
    """Asked before a picture is read, so that none is kept that nobody can use. Raises TooManyPictures."""
    if writable(submission, user).pictures.count() >= MOST_PICTURES:
        raise refusals.TooManyPictures(most=MOST_PICTURES)


@transaction.atomic
def remove_picture(*, submission: Submission, user: User, entry_id: int) -> None:
    """Takes a picture off the draft; a picture that is already gone is no fault."""
    writable(submission, user).pictures.filter(pk=entry_id).delete()


@transaction.atomic
def move_picture(*, submission: Submission, user: User, entry_id: int, places: int) -> None:
    """Moves a picture towards the end by so many places (towards the front when negative), as far as there is room."""
    entries = list(writable(submission, user).pictures.all())
    moved = next((entry for entry in entries if entry.pk == entry_id), None)
    if moved is None:
        return
    place = entries.index(moved)
    entries.remove(moved)
    entries.insert(max(0, place + places), moved)
    _number(entries)


@transaction.atomic
def place_picture(*, submission: Submission, user: User, entry_id: int, place: int) -> None:
    """Puts a picture at a place, counted from 0, as far as there is room."""
    entries = list(writable(submission, user).pictures.all())
    here = next((number for number, entry in enumerate(entries) if entry.pk == entry_id), None)
    if here is not None:
        move_picture(submission=submission, user=user, entry_id=entry_id, places=place - here)


@transaction.atomic
def move_picture_first(*, submission: Submission, user: User, entry_id: int) -> None:
    """Makes a picture the one that listings show."""
    draft = writable(submission, user)
    entries = list(draft.pictures.all())
    entries.sort(key=lambda entry: (entry.pk != entry_id, entry.position, entry.pk))
    _number(entries)


def _number(entries: list[SubmissionPicture]) -> None:
    for position, entry in enumerate(entries):
        entry.position = position
    SubmissionPicture.objects.bulk_update(entries, ["position"])


@transaction.atomic
def send_submission(*, submission: Submission, user: User) -> Submission:
    """Checks everything and hands it to the curators. Raises Incomplete with the errors by field."""
    draft = writable(submission, user)
    clean, errors = fields.read_all(draft.typed)
    if not draft.pictures.exists():
        errors["pictures"] = [str(fields.NO_PICTURE)]
    if not errors:
        errors = floor_errors(draft, clean)
    if errors:
        raise refusals.Incomplete(errors)
    for name, value in clean.items():
        setattr(draft, name, value)
    draft.state = step(draft, Move.SEND)
    draft.round += 1
    draft.sent_at = timezone.now()
    draft.intake = round_for(
        category=draft.category, province=draft.chapter.regency.province_id, on=timezone.localdate()
    )
    draft.save()
    keep_sending(draft)
    audit.record(user, "submission.sent", draft, round=draft.round)
    tell_artisan(draft, "submission_received")
    return draft


def keep_sending(submission: Submission) -> Sending:
    """Keeps what was sent as it was, so that the next sending can show what changed."""
    sending = Sending.of(submission)
    sending.save()
    return sending


@transaction.atomic
def copy_submission(*, submission: Submission, user: User) -> Submission:
    """A new draft with the same words and pictures; the first stays as it is. Raises NotYours, NotArtisan."""
    refuse_unless(permissions.may_write(user=user, submission=submission))
    draft = begin_submission(user=user)
    draft.typed = submission.typed
    draft.save(update_fields=["typed"])
    SubmissionPicture.objects.bulk_create(
        SubmissionPicture(submission=draft, picture_id=entry.picture_id, position=place)
        for place, entry in enumerate(submission.pictures.all())
    )
    audit.record(user, "submission.copied", draft, copied_from=submission.pk)
    return draft


@transaction.atomic
def withdraw_submission(*, submission: Submission, user: User) -> Submission:
    """The artisan takes it back; it stays to be read. Raises WrongMoment once it is decided."""
    refuse_unless(permissions.may_write(user=user, submission=submission))
    locked = Submission.objects.select_for_update().get(pk=submission.pk)
    locked.state = step(locked, Move.WITHDRAW)
    locked.save(update_fields=["state", "saved_at"])
    audit.record(user, "submission.withdrawn", locked)
    return locked


@transaction.atomic
def prune_drafts() -> int:
    """Forgets drafts that nobody touched for a year; returns how many."""
    old = Submission.objects.filter(
        state=Submission.State.DRAFT, round=0, saved_at__lt=timezone.now() - DRAFTS_KEPT_FOR
    )
    count = old.count()
    old.delete()
    return count


def tell_artisan(submission: Submission, kind: str, **facts: object) -> None:
    """Writes to everyone behind the artisan's name, each in their own language, with addresses in it too."""
    for user in submission.artisan.users.all():
        with translation.override(user.language or "id"):
            paths = {"path": submission.get_absolute_url(), "room_path": reverse("curation:home")}
        about = {"submission": submission, **paths, **facts}
        tell(to=Recipient.of(user), kind=kind, facts=about, subject=submission)


def writable(submission: Submission, user: User) -> Submission:
    """The submission, locked, when this person may write in it now. Raises NotYours or WrongMoment."""
    refuse_unless(permissions.may_write(user=user, submission=submission))
    locked = Submission.objects.select_for_update().get(pk=submission.pk)
    if not locked.is_writable:
        raise refusals.WrongMoment(state=locked.get_state_display())
    return locked


def step(submission: Submission, move: Move) -> str:
    """The state after a move. Raises WrongMoment when the table has no such move from here."""
    target = after(submission.state, move, submission.workflow)
    if target is None:
        raise refusals.WrongMoment(state=submission.get_state_display())
    return target


def floor_errors(submission: Submission, clean: Mapping[str, Any]) -> dict[str, list[str]]:
    """Words for each price at which the artisan's share would not cover the making cost."""
    lowest = rules.lowest_price(int(clean["making_cost"]), submission.artisan.share_basis_points)
    low = {
        "wished_price": "" if int(clean["wished_price"]) >= lowest else fields.floor_words(lowest),
        fields.VARIANTS: fields.variant_floor_words(clean["variants"], lowest),
    }
    return {name: [words] for name, words in low.items() if words}
