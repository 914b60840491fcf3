"""Profit: what is left of a sale, and its way to the chapters."""
