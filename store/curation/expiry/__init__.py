"""Certificates run out: warned before, paused after."""
