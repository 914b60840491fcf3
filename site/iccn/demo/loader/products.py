"""The shelves and what stands on them: every product was offered by its maker and selected by two curators."""

import random
from datetime import datetime, timedelta

from django.db import transaction

from iccn.demo.loader import offering, recipe, stories
from iccn.demo.loader.clock import NOW, SEED, at, days_ago
from iccn.demo.loader.offering import Offer
from iccn.demo.loader.people import TELLER
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.stories import Row, Stories
from store.catalogue.models import Category
from store.catalogue.services import tell_of_category
from store.curation.models import Decision, Submission
from store.curation.rubric import lay_first_rubric
from store.partner.models import Partner
from store.search.models import Variant
from store.search.services import seed_variants

OLDEST_DAYS, NEWEST_DAYS = 170, 9


def tell_products(progress: Progress, told: Stories | None = None) -> None:
    story = told or stories.load()
    with at(days_ago(400)):
        tell_categories(story)
        lay_first_rubric()
        if not Variant.objects.exists():
            seed_variants()
    new = offers_of(story)
    for offer in progress.over(new, "Produk"):
        select(offer)


def tell_categories(story: Stories) -> None:
    there = set(Category.objects.values_list("slug", flat=True))
    for row in story.categories:
        root = category(row, None, there)
        for below in row["below"]:
            category(below, root, there)


def category(row: Row, above: Category | None, there: set[str]) -> Category:
    if row["slug"] in there:
        found: Category = Category.objects.get(slug=row["slug"])
        return found
    fields = {
        "slug": row["slug"],
        "name": row["name"],
        "name_en": row["name_en"],
        "description": row["text"],
        "description_en": row["text_en"],
    }
    parent = Category.objects.get(pk=above.pk) if above else None
    made: Category = parent.add_child(**fields) if parent else Category.add_root(**fields)
    tell_of_category(category=made, by=TELLER)
    return made


def offered_already() -> set[tuple[str, str]]:
    """What was offered, by its maker and title: the natural key of a submission's story."""
    return set(Submission.objects.values_list("artisan__code", "typed__title"))


def offers_of(story: Stories) -> list[Offer]:
    """Products that are not there yet, spread over the months before the demo's day, oldest first."""
    there, makers = offered_already(), artisans()
    every = list(story.products)
    order = list(range(len(every)))
    random.Random(SEED).shuffle(order)
    offers = [
        Offer(family, product, place, makers[product["by"]], begun_at(rank, len(every)))
        for rank, (family, product, place) in ((order[i], one) for i, one in enumerate(every))
        if (product["by"], product["title"]) not in there
    ]
    return sorted(offers, key=lambda offer: offer.begun)


def artisans() -> dict[str, Partner]:
    found = Partner.objects.select_related("member__chapter").exclude(member=None)
    return {one.code: one for one in found}


def begun_at(rank: int, many: int) -> datetime:
    days = OLDEST_DAYS - (OLDEST_DAYS - NEWEST_DAYS) * rank / max(1, many - 1)
    return NOW - timedelta(days=days) + timedelta(hours=rank % 9)


@transaction.atomic
def select(offer: Offer) -> Submission:
    submission = offering.sent(offer)
    offering.scored(submission, offer)
    reason = recipe.reason_for(offer.family, offer.place)
    return offering.decided(submission, offer, Decision.Outcome.SELECTED, reason)
