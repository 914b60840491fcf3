"""The way of a request to change a product that is on sale."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Where a request stands; the label is what the artisan reads."""

    DRAFT = "draft", _("Draf")
    OPEN = "open", _("Menunggu kurator")
    ACCEPTED = "accepted", _("Diterima")
    REFUSED = "refused", _("Tidak diterima")
    WITHDRAWN = "withdrawn", _("Ditarik kembali")


class Move(models.TextChoices):
    SEND = "send", _("dikirim")
    ACCEPT = "accept", _("diterima")
    REFUSE = "refuse", _("tidak diterima")
    WITHDRAW = "withdraw", _("ditarik kembali")


MOVES: Final[dict[tuple[State, Move], State]] = {
    (State.DRAFT, Move.SEND): State.OPEN,
    (State.DRAFT, Move.WITHDRAW): State.WITHDRAWN,
    (State.OPEN, Move.ACCEPT): State.ACCEPTED,
    (State.OPEN, Move.REFUSE): State.REFUSED,
    (State.OPEN, Move.WITHDRAW): State.WITHDRAWN,
}
LIVE: Final = frozenset({State.DRAFT, State.OPEN})


def after(state: str, move: Move) -> State | None:
    """The state that a move leads to, or None when the table has no such move."""
    return MOVES.get((State(state), move))
