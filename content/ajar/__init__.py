"""AJAR: the academy's classes."""
