"""The same page in each language."""

from django.conf import settings
from django.urls import translate_url


def twins(address: str) -> list[dict[str, str]]:
    """For the language switch and hreflang; keeps the query."""
    return [
        {"code": code, "name": name, "url": translate_url(address, code)} for code, name in settings.LANGUAGES
    ]
