"""Rupiah: whole, immutable, shared out in one place."""
