"""Orders and parcels (fork)."""

from oscar.apps.order.models import *
