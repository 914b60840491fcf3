"""Addresses (fork): Indonesian places by their official codes."""

from oscar.apps.address.models import *  # noqa: E402, F403 - Oscar asks for its models after ours
