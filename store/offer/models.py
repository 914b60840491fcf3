"""Offers (fork)."""

from oscar.apps.offer.models import *  # noqa: E402, F403 - Oscar asks for its models after ours
