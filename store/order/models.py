"""Orders and parcels (fork)."""

from oscar.apps.order.models import *  # noqa: E402, F403 - Oscar asks for its models after ours
