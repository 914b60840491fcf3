"""An artisan offers a product, curators judge it: the verbs of `store.curation`, each at its own moment."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from iccn.accounts.models import User
from iccn.demo.loader import pictures, recipe
from iccn.demo.loader.clock import SEED, at
from iccn.demo.loader.stories import Row, Words
from store.curation import assigning, judging, screening, selectors, services
from store.curation.models import Rubric, Submission
from store.curation.permissions import tasks_of
from store.curation.rubric import lay_first_rubric
from store.partner.models import Partner

COMMENTS = (
    "Pegangannya enak, jahitannya lurus. Saya akan membelinya sendiri.",
    "Cerita dan bahannya cocok. Harga wajar untuk jam kerjanya.",
    "Kemasan sudah siap kirim. Fotonya boleh lebih terang.",
    "",
    "Punya ciri sendiri, tidak ikut-ikutan. Kapasitasnya perlu dijaga.",
    "",
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A product's story with its maker, and when the maker began to write."""

    family: Row
    product: Row
    place: int
    artisan: Partner
    begun: datetime

    @property
    def user(self) -> User:
        user: User = self.artisan.users.get()
        return user

    @property
    def title(self) -> str:
        return str(self.product["title"])

    @property
    def chance(self) -> random.Random:
        return random.Random(f"{SEED} {self.title}")

    @property
    def typed(self) -> dict[str, str]:
        chapter = self.artisan.chapter
        regency = chapter.regency_id if chapter else ""
        return recipe.typed(self.family, self.product, self.place, regency)

    @property
    def shown(self) -> list[recipe.Shown]:
        return recipe.shown(self.family, self.product, self.place)


def written(offer: Offer, *, only: tuple[str, ...] | None = None) -> Submission:
    """A draft with its pictures; with `only` it stays half-written."""
    with at(offer.begun):
        draft = services.begin_submission(user=offer.user)
        typed = {name: text for name, text in offer.typed.items() if only is None or name in only}
        draft = services.save_draft(submission=draft, user=offer.user, typed=typed)
        for one in offer.shown:
            picture = pictures.keep(one.sketch, title=offer.title, words=one.words)
            services.add_picture(submission=draft, user=offer.user, picture=picture)
    return draft


def sent(offer: Offer) -> Submission:
    draft = written(offer)
    with at(offer.begun + timedelta(hours=5)):
        return services.send_submission(submission=draft, user=offer.user)


def screened(submission: Submission, offer: Offer) -> Submission:
    """Checked half a day later by somebody without a tie, and shared out."""
    screener = assigning.free_for(submission)[0]
    answers = {item.code: True for item in screening.checklist_of(submission)}
    with at((submission.sent_at or offer.begun) + timedelta(hours=12)):
        screening.pass_screening(submission=submission, curator=screener, answers=answers)
    submission.refresh_from_db()
    return submission


def scored(submission: Submission, offer: Offer, *, many: int = 2, least: int = 4, most: int = 5) -> None:
    """The first of those who have it to score, a day apart; answers between `least` and `most`."""
    rubric: Rubric = lay_first_rubric()
    chance = offer.chance
    tasks = tasks_of(screened(submission, offer)).select_related("curator")
    for number, task in enumerate(tasks[:many], start=1):
        values: dict[str, int | None] = {code: chance.randint(least, most) for code in rubric.weights}
        with at((submission.sent_at or offer.begun) + timedelta(days=number, hours=2)):
            judging.score_submission(
                submission=submission,
                curator=task.curator,
                rubric=rubric,
                values=values,
                comment=chance.choice(COMMENTS),
            )


def decided(submission: Submission, offer: Offer, outcome: str, reason: Words) -> Submission:
    """By the first who scored."""
    curator = selectors.scores_of(submission)[0].curator
    with at((submission.sent_at or offer.begun) + timedelta(days=4, hours=3)):
        judging.decide_submission(
            submission=submission, curator=curator, outcome=outcome, reason=reason.id, reason_en=reason.en
        )
    submission.refresh_from_db()
    return submission
