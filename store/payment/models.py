"""Payment attempts and gateways (fork)."""

from oscar.apps.payment.models import *
