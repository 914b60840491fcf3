"""Products and categories (fork), with their provenance."""

from oscar.apps.catalogue.models import *  # noqa: E402, F403 - Oscar asks for its models after ours
