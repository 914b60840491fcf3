"""Chapters (simpul): the member network of one city or regency, and who serves there."""
