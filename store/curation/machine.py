"""The way of a submission as declared data: states, moves, who may, the words of staff and artisans, the message.

Every submission carries the version of the way it goes (`Submission.workflow`); a version in use is never taken out
of `WORKFLOWS`, so a new way strands nobody. `manage.py draw_workflow` draws docs/rules/curation.md from this table.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from iccn.refusals import Words


class State(models.TextChoices):
    """Where a submission stands; the label is what the artisan reads."""

    DRAFT = "draft", _("Draf")
    SENT = "sent", _("Terkirim")
    SCREENING = "screening", _("Sedang diperiksa")
    SCORING = "scoring", _("Sedang dinilai")
    CHANGES_ASKED = "changes_asked", _("Perlu diperbaiki")
    SELECTED = "selected", _("Terpilih")
    NOT_SELECTED = "not_selected", _("Belum terpilih")
    APPEALED = "appealed", _("Keberatan sedang dinilai")
    PUBLISHED = "published", _("Tampil di toko")
    PAUSED = "paused", _("Dijeda")
    RETIRED = "retired", _("Selesai dijual")
    WITHDRAWN = "withdrawn", _("Ditarik kembali")


class Move(models.TextChoices):
    """What may happen to a submission; the label is what staff read."""

    SEND = "send", _("dikirim")
    SCREEN = "screen", _("mulai diperiksa")
    PASS = "pass", _("lolos pemeriksaan")
    TAKE_UP = "take_up", _("mulai dinilai")
    ASK_CHANGES = "ask_changes", _("perbaikan diminta")
    SELECT = "select", _("dipilih")
    TURN_DOWN = "turn_down", _("tidak dipilih")
    APPEAL = "appeal", _("keberatan diajukan")
    PUBLISH = "publish", _("ditampilkan di toko")
    PAUSE = "pause", _("dijeda")
    RESUME = "resume", _("dilanjutkan")
    RETIRE = "retire", _("dihentikan")
    WITHDRAW = "withdraw", _("ditarik kembali")


class Who(models.TextChoices):
    """Who may make a move; `permissions` says exactly which one of them, and why not."""

    ARTISAN = "artisan", _("perajin")
    CURATOR = "curator", _("kurator")
    SYSTEM = "system", _("sistem")


@dataclass(frozen=True, slots=True)
class Phase:
    """One state in the words of staff, and what the artisan can expect next."""

    staff: Words
    next: Words


@dataclass(frozen=True, slots=True)
class Step:
    """From any of these states to that one; `notice` is the message that the artisan gets."""

    move: Move
    sources: tuple[State, ...]
    target: State
    who: tuple[Who, ...]
    notice: str = ""


@dataclass(frozen=True, slots=True)
class Workflow:
    """One version of the way."""

    version: int
    phases: Mapping[State, Phase]
    steps: tuple[Step, ...]
    scored: frozenset[State]  # where curators score and decide

    def after(self, state: str, move: Move) -> State | None:
        found = (step.target for step in self.steps if step.move == move and state in step.sources)
        return next(found, None)

    def leads(self, before: str, after: str) -> bool:
        """Whether one move of the table joins these two states."""
        return any(before in step.sources and step.target == after for step in self.steps)


PHASES: Final[Mapping[State, Phase]] = {
    State.DRAFT: Phase(
        _("Draf"), _("Lengkapi semua bagian, lalu kirim. Draf tersimpan sampai Anda mengirimnya.")
    ),
    State.SENT: Phase(
        _("Menunggu diperiksa"),
        _(
            "Kurator memeriksa kelengkapan dulu, lalu dua kurator menilai. Biasanya selesai dalam 7 hari kerja."
        ),
    ),
    State.SCREENING: Phase(
        _("Sedang diperiksa"),
        _("Seorang kurator sedang memeriksa kelengkapan, foto, dan izin. Setelah itu dua kurator menilai."),
    ),
    State.SCORING: Phase(
        _("Sedang dinilai"),
        _("Kurator sedang menilai. Anda akan mendapat kabar lewat e-mail atau WhatsApp."),
    ),
    State.CHANGES_ASKED: Phase(
        _("Menunggu perbaikan perajin"), _("Baca catatan kurator, perbaiki bagian itu, lalu kirim lagi.")
    ),
    State.SELECTED: Phase(
        _("Terpilih, disiapkan"), _("Produk ini terpilih dan sedang disiapkan untuk toko.")
    ),
    State.NOT_SELECTED: Phase(
        _("Belum terpilih"),
        _("Produk ini belum terpilih kali ini. Alasannya ada di bawah; Anda boleh mengajukan produk lain."),
    ),
    State.APPEALED: Phase(
        _("Keberatan dinilai"),
        _(
            "Kurator lain, bukan yang memutuskan sebelumnya, sedang menilai ulang. Putusan mereka yang terakhir."
        ),
    ),
    State.PUBLISHED: Phase(_("Tampil di toko"), _("Produk ini tampil di toko dan bisa dibeli.")),
    State.PAUSED: Phase(_("Dijeda"), _("Produk ini sementara tidak tampil di toko.")),
    State.RETIRED: Phase(_("Selesai dijual"), _("Produk ini tidak dijual lagi.")),
    State.WITHDRAWN: Phase(_("Ditarik perajin"), _("Anda menarik kembali pengajuan ini.")),
}

ARTISAN: Final = (Who.ARTISAN,)
CURATOR: Final = (Who.CURATOR,)
ANYONE: Final = (Who.ARTISAN, Who.CURATOR, Who.SYSTEM)
S = State

# What follows a decision is the same in both versions.
AFTER_DECISION: Final = (
    Step(Move.APPEAL, (S.NOT_SELECTED,), S.APPEALED, ARTISAN, "submission_appealed"),
    Step(Move.SELECT, (S.SCORING, S.APPEALED), S.SELECTED, CURATOR, "submission_selected"),
    Step(Move.TURN_DOWN, (S.SCORING, S.APPEALED), S.NOT_SELECTED, CURATOR, "submission_not_selected"),
    Step(Move.PUBLISH, (S.SELECTED,), S.PUBLISHED, (Who.SYSTEM,)),
    Step(Move.PAUSE, (S.PUBLISHED,), S.PAUSED, ANYONE),
    Step(Move.RESUME, (S.PAUSED,), S.PUBLISHED, (Who.ARTISAN, Who.CURATOR)),
    Step(Move.RETIRE, (S.PUBLISHED, S.PAUSED), S.RETIRED, (Who.ARTISAN, Who.CURATOR)),
)

DIRECT: Final = Workflow(
    version=1,
    phases={
        **{state: phase for state, phase in PHASES.items() if state != S.SCREENING},
        S.SENT: Phase(
            _("Menunggu dinilai"),
            _("Dua kurator akan menilai produk ini. Biasanya selesai dalam 7 hari kerja."),
        ),
    },
    scored=frozenset({S.SENT, S.SCORING, S.APPEALED}),
    steps=(
        Step(Move.SEND, (S.DRAFT, S.CHANGES_ASKED), S.SENT, ARTISAN, "submission_received"),
        Step(Move.TAKE_UP, (S.SENT,), S.SCORING, CURATOR),
        Step(Move.ASK_CHANGES, (S.SENT, S.SCORING), S.CHANGES_ASKED, CURATOR, "submission_changes_asked"),
        Step(Move.WITHDRAW, (S.DRAFT, S.SENT, S.SCORING, S.CHANGES_ASKED, S.APPEALED), S.WITHDRAWN, ARTISAN),
        *AFTER_DECISION,
    ),
)

SCREENED: Final = Workflow(
    version=2,
    phases=PHASES,
    scored=frozenset({S.SCORING, S.APPEALED}),
    steps=(
        Step(Move.SEND, (S.DRAFT, S.CHANGES_ASKED), S.SENT, ARTISAN, "submission_received"),
        Step(Move.SCREEN, (S.SENT,), S.SCREENING, CURATOR),
        Step(Move.PASS, (S.SCREENING,), S.SCORING, CURATOR),
        Step(
            Move.ASK_CHANGES,
            (S.SCREENING, S.SCORING),
            S.CHANGES_ASKED,
            CURATOR,
            "submission_changes_asked",
        ),
        Step(
            Move.WITHDRAW,
            (S.DRAFT, S.SENT, S.SCREENING, S.SCORING, S.CHANGES_ASKED, S.APPEALED),
            S.WITHDRAWN,
            ARTISAN,
        ),
        *AFTER_DECISION,
    ),
)

WORKFLOWS: Final[Mapping[int, Workflow]] = {flow.version: flow for flow in (DIRECT, SCREENED)}
CURRENT: Final = SCREENED.version

WRITABLE: Final = frozenset({S.DRAFT, S.CHANGES_ASKED})
JUDGED: Final = frozenset().union(
    *(flow.scored for flow in WORKFLOWS.values()), {S.SCREENING}
)  # by any version


def after(state: str, move: Move, workflow: int = CURRENT) -> State | None:
    """The state that a move leads to, or None when the table of that version has no such move."""
    return WORKFLOWS[workflow].after(state, move)


def next_words(state: str, workflow: int = CURRENT) -> Words:
    """What the artisan can expect next."""
    return WORKFLOWS[workflow].phases[State(state)].next


def staff_name(state: str, workflow: int = CURRENT) -> Words:
    """What the desk calls this state."""
    return WORKFLOWS[workflow].phases[State(state)].staff
