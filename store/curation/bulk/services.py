"""Verbs of sheets: check one, make drafts of it."""

from collections.abc import Collection
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.refusals import refuse_unless
from store.curation import permissions
from store.curation.bulk import refusals
from store.curation.bulk.reading import good, rows_of
from store.curation.models import BulkImport
from store.curation.refusals import NotArtisan
from store.curation.selectors import artisan_of
from store.curation.services import begin_submission, save_draft


@transaction.atomic
def check_sheet(*, file: BinaryIO, user: User) -> BulkImport:
    """Reads and checks a sheet; nothing is made of it yet. Raises NotArtisan and what `reading` raises."""
    artisan = artisan_of(user)
    if artisan is None or not artisan.is_accepted:
        raise NotArtisan
    sheet = BulkImport.objects.create(artisan=artisan, by=user, rows=rows_of(file, artisan))
    audit.record(user, "import.checked", sheet, rows=len(sheet.rows))
    return sheet


@transaction.atomic
def make_drafts(*, sheet: BulkImport, user: User, numbers: Collection[int]) -> BulkImport:
    """A draft of each chosen row that is right: all of them or none. A sheet is used once.

    Raises NotYourChange, ImportOver, NothingPicked.
    """
    held = BulkImport.objects.select_for_update().get(pk=sheet.pk)
    refuse_unless(permissions.may_change(user=user, artisan=held.artisan))
    if held.used_at is not None:
        raise refusals.ImportOver
    chosen = [row for row in good(held.rows) if row["number"] in numbers]
    if not chosen:
        raise refusals.NothingPicked
    for row in chosen:
        save_draft(submission=begin_submission(user=user), user=user, typed=row["typed"])
    held.used_at, held.made = timezone.now(), len(chosen)
    held.save(update_fields=["used_at", "made"])
    audit.record(user, "import.made", held, drafts=len(chosen))
    return held
