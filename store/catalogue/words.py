"""Choosing the words of a language: Indonesian always stands, English may be missing."""

from django.utils.translation import get_language


def in_language(indonesian: str, english: str) -> str:
    """The English words for an English page when there are any, otherwise the Indonesian ones."""
    return english if english and (get_language() or "id").startswith("en") else indonesian
