"""Couriers, tariffs, weights (fork)."""

from oscar.apps.shipping.models import *
