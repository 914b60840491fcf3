"""Offers (fork)."""

from oscar.apps.offer.models import *
