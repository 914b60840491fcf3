"""The basket (fork)."""

from oscar.apps.basket.models import *  # noqa: E402, F403 - Oscar asks for its models after ours
