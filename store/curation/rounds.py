"""Which round a sending belongs to, and how full its quotas are."""

from dataclasses import dataclass
from datetime import date

from store.catalogue.models import Category
from store.curation.machine import State
from store.curation.models import Quota, Round, Submission

SELECTED = (State.SELECTED, State.PUBLISHED, State.PAUSED, State.RETIRED)


def round_for(*, category: Category | None, province: str, on: date) -> Round | None:
    """The round open on this day that wants such a product, the one that closes first; None is rolling intake."""
    open_now = Round.objects.filter(opens_on__lte=on, closes_on__gte=on).order_by("closes_on", "pk")
    fitting = (one for one in open_now.prefetch_related("quotas__category") if wants(one, category, province))
    return next(fitting, None)


def wants(one: Round, category: Category | None, province: str) -> bool:
    quotas = list(one.quotas.all())
    return not quotas or any(fits(quota, category, province) for quota in quotas)


def fits(quota: Quota, category: Category | None, province: str) -> bool:
    """Of this category or one under it, and of this province; what the quota does not name is free."""
    above = quota.category
    is_of_category = above is None or (category is not None and category.path.startswith(above.path))
    return is_of_category and quota.province_id in {None, province}


@dataclass(frozen=True, slots=True)
class Filled:
    """A quota and how many were selected under it."""

    name: str
    selected: int
    most: int


def filled(one: Round) -> list[Filled]:
    return [Filled(str(quota), selected_under(quota), quota.most) for quota in quotas_of(one)]


def quotas_of(one: Round) -> list[Quota]:
    return list(Quota.objects.filter(round=one).select_related("category", "province"))


def selected_under(quota: Quota) -> int:
    found = Submission.objects.filter(intake=quota.round_id, state__in=SELECTED)
    if quota.category is not None:
        found = found.filter(category__path__startswith=quota.category.path)
    if quota.province_id is not None:
        found = found.filter(chapter__regency__province=quota.province_id)
    return found.count()
