from datetime import UTC, datetime, timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from iccn.audit.models import Line
from iccn.ledger import policy
from iccn.ledger.models import SplitPolicy
from iccn.ledger.refusals import PolicyInThePast, SamePerson, WeightsShareNothing

pytestmark = pytest.mark.django_db
HALVES = {"chapter": 50, "solidarity": 50}


def test_without_a_policy_everything_stays_with_operations() -> None:
    assert policy.policy_in_force() is None
    assert policy.weights_in_force() == {"chapter": 0, "solidarity": 0, "operations": 100}


def test_the_example_is_laid_once_and_marked() -> None:
    first = policy.lay_example_policy()
    assert policy.lay_example_policy() == first
    assert (first.version, first.is_example, first.weights) == (1, True, policy.EXAMPLE)
    assert policy.weights_in_force() == {"chapter": 60, "solidarity": 40, "operations": 0}


def test_a_new_version_rules_from_its_moment_on_and_the_old_one_stays(dewi, eko) -> None:
    old = policy.lay_example_policy()
    begins = timezone.now() + timedelta(days=3)
    new = policy.adopt_policy(weights=HALVES, effective_from=begins, proposed_by=dewi, approved_by=eko)
    assert new.version == 2
    assert policy.policy_in_force() == old
    assert policy.policy_in_force(begins) == new
    assert policy.policy_in_force(datetime(2020, 1, 1, tzinfo=UTC)) is None
    assert Line.objects.get(verb="policy.adopted").facts == {"version": 2}


def test_weights_are_remembered_for_a_moment(django_assert_num_queries) -> None:
    policy.lay_example_policy()
    with django_assert_num_queries(1):
        assert policy.weights_in_force() == policy.weights_in_force()
    cache.clear()
    with django_assert_num_queries(1):
        policy.weights_in_force()


def test_one_person_alone_the_past_and_foolish_weights_are_refused(dewi, eko) -> None:
    soon = timezone.now() + timedelta(days=1)
    with pytest.raises(SamePerson):
        policy.adopt_policy(weights=HALVES, effective_from=soon, proposed_by=dewi, approved_by=dewi)
    with pytest.raises(PolicyInThePast):
        policy.adopt_policy(
            weights=HALVES, effective_from=soon - timedelta(days=2), proposed_by=dewi, approved_by=eko
        )
    for weights in ({}, {"chapter": 0}, {"chapter": -1, "solidarity": 2}, {"joko": 1}, {"chapter": 1.5}):
        with pytest.raises(WeightsShareNothing):
            policy.adopt_policy(weights=weights, effective_from=soon, proposed_by=dewi, approved_by=eko)
    assert not SplitPolicy.objects.exists()
