"""Couriers, tariffs, weights (fork)."""
