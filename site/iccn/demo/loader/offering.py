"""An artisan offers a product, curators judge it: the verbs of `store.curation`, each at its own moment."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from iccn.accounts.models import User
from iccn.demo.loader import pictures, recipe
from iccn.demo.loader.clock import SEED, at
from iccn.demo.loader.people import address_of
from iccn.demo.loader.stories import Row, Words
from store.curation import judging, services
from store.curation.models import Rubric, Submission
from store.curation.rubric import lay_first_rubric
from store.partner.models import Partner

CURATORS = ("wulan", "made", "grace", "halim")
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


def curators_for(offer: Offer, many: int = 2) -> list[User]:
    """Curators of other chapters, in the order of the list."""
    cast = {one.email: one for one in User.objects.filter(email__in=map(address_of, CURATORS))}
    free = [one for key in CURATORS if (one := cast.get(address_of(key))) and not is_neighbour(one, offer)]
    return free[:many]


def is_neighbour(curator: User, offer: Offer) -> bool:
    member = getattr(curator, "member", None)
    return bool(member and offer.artisan.chapter and member.chapter_id == offer.artisan.chapter.pk)


def scored(
    submission: Submission, offer: Offer, curators: Iterable[User], *, least: int = 4, most: int = 5
) -> None:
    """Each curator's answers, between `least` and `most`; a day apart."""
    rubric: Rubric = lay_first_rubric()
    chance = offer.chance
    for number, curator in enumerate(curators, start=1):
        values: dict[str, int | None] = {code: chance.randint(least, most) for code in rubric.weights}
        with at((submission.sent_at or offer.begun) + timedelta(days=number, hours=2)):
            judging.score_submission(
                submission=submission,
                curator=curator,
                rubric=rubric,
                values=values,
                comment=chance.choice(COMMENTS),
            )


def decided(submission: Submission, offer: Offer, curator: User, outcome: str, reason: Words) -> Submission:
    with at((submission.sent_at or offer.begun) + timedelta(days=4, hours=3)):
        judging.decide_submission(
            submission=submission, curator=curator, outcome=outcome, reason=reason.id, reason_en=reason.en
        )
    submission.refresh_from_db()
    return submission
