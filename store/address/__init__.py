"""Addresses (fork): Indonesian places by their official codes."""
