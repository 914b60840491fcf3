"""Append-only lines: who did what, on what, when, from where."""
