"""What the desk shows beside one submission: the board, what waits for one person, the report."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.db.models import (
    Avg,
    Count,
    DurationField,
    ExpressionWrapper,
    F,
    Max,
    Min,
    Prefetch,
    Q,
    QuerySet,
    Window,
)
from django.db.models.functions import RowNumber
from django.utils import timezone

from iccn.accounts.models import User
from store.curation import selectors
from store.curation.machine import CURRENT, State, staff_name
from store.curation.models import (
    Decision,
    DeskTargets,
    Round,
    SavedFilter,
    Score,
    Submission,
    SubmissionPicture,
)

ON_BOARD = (
    State.SENT,
    State.SCREENING,
    State.SCORING,
    State.APPEALED,
    State.CHANGES_ASKED,
    State.PUBLISHED,
    State.NOT_SELECTED,
)
CARDS = 12  # in one column; the list has the others
ROWS = 30  # in one part of "waiting for me"


def with_pictures(found: QuerySet[Submission]) -> QuerySet[Submission]:
    """Two queries however many there are."""
    entries = SubmissionPicture.objects.select_related("picture").prefetch_related("picture__renditions")
    return found.prefetch_related(Prefetch("pictures", queryset=entries))


@dataclass(frozen=True, slots=True)
class Column:
    """One state on the board: its oldest submissions, and how many there are."""

    state: State
    name: str
    total: int
    cards: tuple[Submission, ...]


def board() -> list[Column]:
    """Columns by state, the longest waiting first; one query and two for the pictures."""
    place = Window(RowNumber(), partition_by=[F("state")], order_by=[F("sent_at").asc(), F("pk").asc()])
    total = Window(Count("pk"), partition_by=[F("state")])
    found = selectors.for_curators().filter(state__in=ON_BOARD).annotate(place=place, total=total)
    cards = list(with_pictures(found.filter(place__lte=CARDS).order_by("place")))
    return [column_of(state, [card for card in cards if card.state == state]) for state in ON_BOARD]


def column_of(state: State, cards: list[Submission]) -> Column:
    total: int = getattr(cards[0], "total", 0) if cards else 0
    return Column(state, str(staff_name(state, CURRENT)), total, tuple(cards))


@dataclass(frozen=True, slots=True)
class Waiting:
    """One kind of work for one person."""

    total: int
    rows: tuple[Submission, ...]
    late_before: datetime  # sent earlier than this is late

    @property
    def late(self) -> int:
        return sum(self.is_late(row) for row in self.rows)

    def is_late(self, row: Submission) -> bool:
        return row.sent_at is not None and row.sent_at < self.late_before

    @property
    def marked(self) -> list[tuple[Submission, bool]]:
        return [(row, self.is_late(row)) for row in self.rows]


def waits_for(user: User) -> dict[str, Waiting]:
    """What this person can check, score and decide, the longest waiting first; one query each."""
    targets = DeskTargets.load()
    return {
        "screening": waiting(selectors.to_screen(user), targets.screening_days),
        "scoring": waiting(selectors.waiting_for(user), targets.scoring_days),
        "decision": waiting(selectors.to_decide(user), targets.decision_days),
    }


def waiting(found: QuerySet[Submission], days: int) -> Waiting:
    rows = tuple(found.annotate(total=Window(Count("pk")))[:ROWS])
    total: int = getattr(rows[0], "total", 0) if rows else 0
    return Waiting(total, rows, timezone.now() - timedelta(days=days))


def saved_filters(user: User) -> list[SavedFilter]:
    """A person's own, kept for a minute: the list asks on every page."""
    kept: list[SavedFilter] | None = cache.get(saved_key(user))
    if kept is None:
        kept = list(SavedFilter.objects.filter(user=user))
        cache.set(saved_key(user), kept, 60)
    return kept


def saved_key(user: User) -> str:
    return f"curation.saved.{user.pk}"


@dataclass(frozen=True, slots=True)
class Rate:
    """Of those decided under one name, how many were selected."""

    name: str
    sent: int
    selected: int
    turned_down: int

    @property
    def percent(self) -> int | None:
        """Of 100, rounded half up; none while nothing is decided."""
        decided = self.selected + self.turned_down
        return (self.selected * 200 + decided) // (decided * 2) if decided else None


@dataclass(frozen=True, slots=True)
class Report:
    """How the intake of a time went."""

    whole: Rate
    provinces: tuple[Rate, ...]
    categories: tuple[Rate, ...]
    days_to_answer: float | None
    spread: float | None
    reasons: tuple[Decision, ...]


SELECTED = (State.SELECTED, State.PUBLISHED, State.PAUSED, State.RETIRED)


def report(first: datetime, last: datetime, one: Round | None = None) -> Report:
    """Of what was sent in this time, or to one round, and not withdrawn; with the last reasons."""
    sent = Submission.objects.filter(sent_at__gte=first, sent_at__lt=last).exclude(round=0)
    if one is not None:
        sent = Submission.objects.filter(intake=one)
    sent = sent.exclude(state=State.WITHDRAWN)
    final = Decision.objects.filter(submission__in=sent, round=F("submission__round"))
    took = ExpressionWrapper(F("decided_at") - F("submission__sent_at"), output_field=DurationField())
    mean = final.aggregate(mean=Avg(took))["mean"]
    reasons = final.exclude(outcome=Decision.Outcome.SELECTED).select_related("submission")[:20]
    return Report(
        whole=next(iter(rates(sent, None)), Rate("", 0, 0, 0)),
        provinces=rates(sent, "chapter__regency__province__name"),
        categories=rates(sent, "category__name"),
        days_to_answer=round(mean.total_seconds() / 86_400, 1) if mean else None,
        spread=spread_between_curators(sent),
        reasons=tuple(reasons),
    )


def rates(sent: QuerySet[Submission], by: str | None) -> tuple[Rate, ...]:
    counts = {
        "sent": Count("pk"),
        "selected": Count("pk", filter=Q(state__in=SELECTED)),
        "turned_down": Count("pk", filter=Q(state=State.NOT_SELECTED)),
    }
    if by is None:
        return (Rate(name="", **sent.aggregate(**counts)),)
    rows: list[Any] = list(sent.order_by(by).values(name=F(by)).annotate(**counts))
    return tuple(Rate(**row) for row in rows)


def spread_between_curators(sent: QuerySet[Submission]) -> float | None:
    """Points between the highest and the lowest score, on average over what two or more scored."""
    scores = Score.objects.filter(submission__in=sent, round=F("submission__round"), is_counted=True)
    apart = (
        scores.order_by().values("submission").annotate(many=Count("pk"), apart=Max("points") - Min("points"))
    )
    found = [row["apart"] for row in apart if row["many"] > 1]
    return round(sum(found) / len(found), 1) if found else None
