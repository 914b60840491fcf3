"""Wagtail: what we say and what people join."""
