"""Reading news, for pages above."""

from content.news.cards import NewsCard, cards_of
from content.news.models import NewsPage


def newest(locale: int | None, *, most: int = 3) -> list[NewsCard]:
    """The newest news of a language. Two queries."""
    return cards_of(NewsPage.objects.newest_first().filter(locale_id=locale)[:most])
