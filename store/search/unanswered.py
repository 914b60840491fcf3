"""Searches that found nothing as they were typed: counted, so that curators learn what people look for.

Only plain words are kept. A text that may tell who somebody is (an address, a number of many digits) or that no shopper
types (a link, a flood of words) is not.
"""

import re
from datetime import timedelta
from typing import Final

from django.db import connection
from django.utils import timezone

from store.search.analysis import tokens
from store.search.engines.port import ProductResults
from store.search.models import ZeroResult

KEPT_DAYS: Final = 90
MOST_A_DAY: Final = 5_000  # different ones; a flood beyond it is not people's
MOST_WORDS: Final = 6
LONGEST_WORD: Final = 24
MOST_LETTERS: Final = 80
_PRIVATE: Final = re.compile(r"@|://|www\.|\.(com|net|org|id)\b|(\d[\s().+-]*){6}", re.IGNORECASE)


def kept(text: str) -> str:
    """The words of a search as they may be kept; empty when they may not."""
    if len(text) > MOST_LETTERS or _PRIVATE.search(text):
        return ""
    words = tokens(text)
    is_of_people = 0 < len(words) <= MOST_WORDS and all(len(word) <= LONGEST_WORD for word in words)
    return " ".join(words) if is_of_people and not all(word.isdigit() for word in words) else ""


def note(text: str, found: ProductResults, *, language: str) -> None:
    """Counts a search whose words, as typed, no product had. One statement, and only then."""
    if text and (not found.total or found.is_corrected or found.is_widened) and (words := kept(text)):
        _count(words, language, shown(found))


def shown(found: ProductResults) -> ZeroResult.Shown:
    if not found.total:
        return ZeroResult.Shown.NOTHING
    return ZeroResult.Shown.MEANT if found.is_corrected else ZeroResult.Shown.SOME


def _count(words: str, language: str, shown: ZeroResult.Shown) -> None:
    """A day's row is made or counted up; beyond MOST_A_DAY only those that are there count on."""
    today = timezone.localdate()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_zeroresult (day, words, language, shown, count) SELECT %s, %s, %s, %s, 1 WHERE"
            " (SELECT count(*) FROM search_zeroresult WHERE day = %s) < %s OR EXISTS (SELECT FROM search_zeroresult"
            " WHERE day = %s AND words = %s AND language = %s)"
            " ON CONFLICT (day, words, language) DO UPDATE"
            " SET count = search_zeroresult.count + 1, shown = excluded.shown",
            [today, words, language[:2], shown, today, MOST_A_DAY, today, words, language[:2]],
        )


def forget_old() -> int:
    """Forgets what is older than KEPT_DAYS. Returns how many rows went."""
    gone, _rows = ZeroResult.objects.filter(day__lt=timezone.localdate() - timedelta(days=KEPT_DAYS)).delete()
    return gone
