"""Reading classes, for pages above."""

from content.ajar import cards
from content.ajar.models import CoursePage


def class_cards(locale: int | None, *, most: int = 60) -> list[cards.ClassCard]:
    """Published classes of a language. Two queries."""
    return cards.class_cards(CoursePage.objects.filter(locale_id=locale).for_cards()[:most])
