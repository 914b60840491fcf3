"""The split policy in force."""

from datetime import datetime

from django.core.cache import cache
from django.utils import timezone

from iccn.ledger.models import SplitPolicy

CACHED_FOR = 30  # seconds; a new policy is dated into the future, so half a minute harms nobody
KEY = "ledger.policy.weights"
NO_POLICY = {"chapter": 0, "solidarity": 0, "operations": 100}


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
