"""Addresses (fork): Indonesian places by their official codes."""

from oscar.apps.address.models import *
