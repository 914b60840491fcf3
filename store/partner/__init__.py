"""Artisans: Oscar's partner, one for each artisan (fork)."""
