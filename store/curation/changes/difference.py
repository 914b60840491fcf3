"""What differs between two sendings of a submission, as pages show it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from iccn.media import pictures
from iccn.media.models import Picture
from store.curation import preview
from store.curation.changes import rules
from store.curation.models import Sending, Submission

SMALL = pictures.Shape(("fill-160x160", "fill-320x320"))


@dataclass(frozen=True, slots=True)
class Row:
    label: object
    pieces: tuple[rules.Piece, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """`rows` hold only what differs; pictures are HTML."""

    rows: tuple[Row, ...]
    gone: tuple[Any, ...]
    new: tuple[Any, ...]
    is_reordered: bool

    def __bool__(self) -> bool:
        return bool(self.rows or self.gone or self.new or self.is_reordered)


def before_sending(submission: Submission) -> Difference | None:
    """What the artisan changed since she last sent it; None before the first sending."""
    last = Sending.objects.filter(submission=submission).first()
    if last is None:
        return None
    return between(last, Sending.of(submission))


def of_last_sending(submission: Submission) -> Difference | None:
    """What the last sending changed from the one before; None when there is only one, or an appeal changed nothing."""
    sent = list(Sending.objects.filter(submission=submission)[:2])
    return between(sent[1], sent[0]) if len(sent) == 2 else None


def between(before: Sending, after: Sending) -> Difference:
    return told(words_of(before.typed), words_of(after.typed), before.pictures, after.pictures)


def words_of(typed: Mapping[str, str]) -> dict[str, tuple[object, str]]:
    """Each question's words and its answer as people read them, by step and question."""
    parts = preview.summary(Submission(typed=typed))
    return {
        f"{part['step']}:{row['label']}": (row["label"], str(row["value"]))
        for part in parts
        for row in part["rows"]
    }


def told(
    before: Mapping[str, tuple[object, str]],
    after: Mapping[str, tuple[object, str]],
    pictures_before: Sequence[int],
    pictures_after: Sequence[int],
) -> Difference:
    """Puts words and pictures of two tellings beside each other."""
    names = dict.fromkeys([*before, *after])
    empty = ("", "")
    rows = (
        Row((after.get(name) or before[name])[0], rules.pieces(old, new))
        for name in names
        if (old := before.get(name, empty)[1]) != (new := after.get(name, empty)[1])
    )
    change = rules.moved(pictures_before, pictures_after)
    return Difference(
        rows=tuple(rows),
        gone=shown(change.gone, _("Foto yang dihapus")),
        new=shown(change.new, _("Foto baru")),
        is_reordered=change.is_reordered,
    )


def shown(ids: Sequence[int], words: str) -> tuple[Any, ...]:
    """Small pictures in their order; one that is no longer kept is left out."""
    kept = Picture.objects.prefetch_related("renditions").in_bulk(list(ids))
    return tuple(
        pictures.shown(kept[one], SMALL, sizes="10rem", alt=f"{words} {number}")
        for number, one in enumerate(ids, start=1)
        if one in kept
    )
