"""Offers (fork)."""
