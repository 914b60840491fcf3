"""Payment attempts and gateways (fork)."""

from oscar.apps.payment.models import *  # noqa: E402, F403 - Oscar asks for its models after ours
