"""Provinces, regencies and cities, districts, villages, postal codes."""
