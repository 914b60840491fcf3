"""The basket (fork)."""

from oscar.apps.basket.models import *
