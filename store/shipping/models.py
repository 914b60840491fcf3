"""Couriers, tariffs, weights (fork)."""

from oscar.apps.shipping.models import *  # noqa: E402, F403 - Oscar asks for its models after ours
