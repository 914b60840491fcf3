"""The states of a submission and the moves between them, with the words artisans and staff read."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a submission stands; the label is what the artisan reads."""

    DRAFT = "draft", _("Draf")
    SENT = "sent", _("Terkirim")
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


MOVES: Final[dict[tuple[State, Move], State]] = {
    (State.DRAFT, Move.SEND): State.SENT,
    (State.CHANGES_ASKED, Move.SEND): State.SENT,
    (State.SENT, Move.TAKE_UP): State.SCORING,
    (State.SCORING, Move.ASK_CHANGES): State.CHANGES_ASKED,
    (State.SENT, Move.ASK_CHANGES): State.CHANGES_ASKED,
    (State.SCORING, Move.SELECT): State.SELECTED,
    (State.SCORING, Move.TURN_DOWN): State.NOT_SELECTED,
    (State.NOT_SELECTED, Move.APPEAL): State.APPEALED,
    (State.APPEALED, Move.SELECT): State.SELECTED,
    (State.APPEALED, Move.TURN_DOWN): State.NOT_SELECTED,
    (State.SELECTED, Move.PUBLISH): State.PUBLISHED,
    (State.PUBLISHED, Move.PAUSE): State.PAUSED,
    (State.PAUSED, Move.RESUME): State.PUBLISHED,
    (State.PUBLISHED, Move.RETIRE): State.RETIRED,
    (State.PAUSED, Move.RETIRE): State.RETIRED,
    **{
        (state, Move.WITHDRAW): State.WITHDRAWN
        for state in (State.DRAFT, State.SENT, State.SCORING, State.CHANGES_ASKED, State.APPEALED)
    },
}

WRITABLE: Final = frozenset({State.DRAFT, State.CHANGES_ASKED})
SCORABLE: Final = frozenset({State.SENT, State.SCORING, State.APPEALED})

# What the artisan can expect next, in plain words.
NEXT: Final = {
    State.DRAFT: _("Lengkapi semua bagian, lalu kirim. Draf tersimpan sampai Anda mengirimnya."),
    State.SENT: _("Dua kurator akan menilai produk ini. Biasanya selesai dalam 7 hari kerja."),
    State.SCORING: _("Kurator sedang menilai. Anda akan mendapat kabar lewat e-mail atau WhatsApp."),
    State.CHANGES_ASKED: _("Baca catatan kurator, perbaiki bagian itu, lalu kirim lagi."),
    State.SELECTED: _("Produk ini terpilih dan sedang disiapkan untuk toko."),
    State.NOT_SELECTED: _(
        "Produk ini belum terpilih kali ini. Alasannya ada di bawah; Anda boleh mengajukan produk lain."
    ),
    State.APPEALED: _(
        "Kurator lain, bukan yang memutuskan sebelumnya, sedang menilai ulang. Putusan mereka yang terakhir."
    ),
    State.PUBLISHED: _("Produk ini tampil di toko dan bisa dibeli."),
    State.PAUSED: _("Produk ini sementara tidak tampil di toko."),
    State.RETIRED: _("Produk ini tidak dijual lagi."),
    State.WITHDRAWN: _("Anda menarik kembali pengajuan ini."),
}


def after(state: str, move: Move) -> State | None:
    """The state that a move leads to, or None when the table has no such move."""
    return MOVES.get((State(state), move))
