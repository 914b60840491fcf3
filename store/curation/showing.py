"""What the artisan sees of a submission: its pictures, its story so far, the words curators left."""

from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from iccn.media import pictures
from iccn.media.models import Picture
from store.curation.machine import State
from store.curation.models import Decision, Submission, SubmissionPicture
from store.curation.selectors import history_of

SMALL = pictures.Shape(("fill-160x160", "fill-320x320"))
BADGES = {
    State.SENT: "working",
    State.SCORING: "working",
    State.APPEALED: "working",
    State.CHANGES_ASKED: "waiting",
    State.SELECTED: "done",
    State.PUBLISHED: "done",
    State.NOT_SELECTED: "stopped",
}
EVENTS = {
    "submission.begun": gettext_lazy("Mulai ditulis"),
    "submission.sent": gettext_lazy("Dikirim ke kurator"),
    "submission.withdrawn": gettext_lazy("Ditarik kembali"),
    "submission.changes_asked": gettext_lazy("Perbaikan diminta"),
    "submission.selected": gettext_lazy("Terpilih dan tampil di toko"),
    "submission.not_selected": gettext_lazy("Belum terpilih"),
    "submission.certificate_ended": gettext_lazy("Dijeda: sertifikat habis"),
    "submission.appealed": gettext_lazy("Keberatan diajukan"),
    "submission.copied": gettext_lazy("Disalin dari pengajuan lain"),
}


def badge_of(submission: Submission) -> str:
    return BADGES.get(State(submission.state), "quiet")


def pictures_of(submission: Submission) -> list[dict[str, Any]]:
    """The pictures in order, each with its HTML; two queries however many there are."""
    entries = list(submission.pictures.all())
    return in_order(
        [entry.picture for entry in entries],
        [reverse("curation:change_picture", args=[submission.pk, entry.pk]) for entry in entries],
    )


def in_order(found: list[Picture], addresses: list[str]) -> list[dict[str, Any]]:
    """Pictures with their numbers, and the address that moves or removes each."""
    pictures.with_renditions(found)
    return [
        {
            "url": url,
            "html": small(picture, _("Foto {number}").format(number=number)),
            "number": number,
            "is_first": number == 1,
            "is_last": number == len(found),
        }
        for number, (picture, url) in enumerate(zip(found, addresses, strict=True), start=1)
    ]


def small(picture: Picture, alt: str) -> str:
    return pictures.shown(picture, SMALL, sizes="10rem", alt=alt)


def covers_of(submissions: list[Submission]) -> list[dict[str, Any]]:
    """The rows of the list, each with its first picture and badge."""
    firsts = [first_picture(one) for one in submissions]
    pictures.with_renditions([entry.picture for entry in firsts if entry])
    return [
        {"submission": one, "cover": small(entry.picture, "") if entry else "", "badge": badge_of(one)}
        for one, entry in zip(submissions, firsts, strict=True)
    ]


def first_picture(submission: Submission) -> SubmissionPicture | None:
    return next(iter(submission.pictures.all()), None)


def timeline_of(submission: Submission) -> list[dict[str, Any]]:
    """What happened, the oldest first."""
    return [
        {
            "title": EVENTS[line.verb],
            "when": date_format(localtime(line.at), "j F Y, H.i"),
            "datetime": line.at.isoformat(),
        }
        for line in history_of(submission)
        if line.verb in EVENTS
    ]


def reason_of(decision: Decision) -> str:
    """The curators' words in the reader's language, Indonesian where there is no English."""
    in_english = (get_language() or "id").startswith("en")
    return (decision.reason_en if in_english else "") or decision.reason
