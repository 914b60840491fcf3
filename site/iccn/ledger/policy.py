"""Split policies: the one in force, and how a new one comes into force."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from django.core.cache import cache
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from iccn.accounts.models import User
from iccn.audit import services as audit
from iccn.ledger.models import SplitPolicy
from iccn.ledger.refusals import PolicyInThePast, SamePerson, WeightsShareNothing

CACHED_FOR = 30  # seconds; a new policy is dated into the future, so half a minute harms nobody
KEY = "ledger.policy.weights"
NO_POLICY = {"chapter": 0, "solidarity": 0, "operations": 100}
PAYEES: Final = frozenset(NO_POLICY)
EXAMPLE: Final = {"chapter": 60, "solidarity": 40, "operations": 0}
EXAMPLE_FROM: Final = datetime(2020, 5, 15, tzinfo=UTC)  # the day the programme was launched


def policy_in_force(at: datetime | None = None) -> SplitPolicy | None:
    """The newest policy that has begun."""
    return SplitPolicy.objects.filter(effective_from__lte=at or timezone.now()).first()


def weights_in_force() -> dict[str, int]:
    """Today's weights, for showing prices; without a policy everything stays with operations."""
    found: dict[str, int] | None = cache.get(KEY)
    if found is None:
        policy = policy_in_force()
        found = dict(policy.weights) if policy else NO_POLICY
        cache.set(KEY, found, CACHED_FOR)
    return found


@transaction.atomic
def adopt_policy(
    *,
    weights: Mapping[str, int],
    effective_from: datetime,
    proposed_by: User,
    approved_by: User,
    note: str = "",
) -> SplitPolicy:
    """Brings a new version into force from a moment that is still to come, on the word of two people.

    Raises WeightsShareNothing, SamePerson, PolicyInThePast.
    """
    _check_weights(weights)
    if proposed_by == approved_by:
        raise SamePerson
    if effective_from < timezone.now():
        raise PolicyInThePast
    policy = SplitPolicy.objects.create(
        version=_next_version(),
        effective_from=effective_from,
        weights=dict(weights),
        proposed_by=proposed_by,
        approved_by=approved_by,
        note=note,
    )
    audit.record(approved_by, "policy.adopted", policy, version=policy.version)
    return policy


@transaction.atomic
def lay_example_policy() -> SplitPolicy:
    """Writes the example split where there is no policy at all; marked as an example, decided by nobody."""
    there = SplitPolicy.objects.order_by("version").first()
    if there is not None:
        return there
    return SplitPolicy.objects.create(
        version=1, effective_from=EXAMPLE_FROM, weights=EXAMPLE, is_example=True, note="Contoh"
    )


def _next_version() -> int:
    """Two at once get the same number, and the table refuses one of them."""
    return int(SplitPolicy.objects.aggregate(last=Max("version"))["last"] or 0) + 1


def _check_weights(weights: Mapping[str, int]) -> None:
    """Raises WeightsShareNothing unless the weights are whole, from zero, for payees we know, and not all zero."""
    whole = all(type(weight) is int and weight >= 0 for weight in weights.values())
    if not whole or not set(weights) <= PAYEES or sum(weights.values()) == 0:
        raise WeightsShareNothing
