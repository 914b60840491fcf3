"""The figures of docs/rules/fair-rotation.md."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from store.search.rotation import Offer, turns

FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 11, 28)
OFFERS = [
    *(Offer(product, "bandung") for product in (1, 2, 3, 4)),
    *(Offer(product, "jepara") for product in (5, 6)),
    Offer(7, "palu"),
    Offer(8, "palu", is_available=False),
]


def in_turn(day: date) -> list[int]:
    places = turns(day, OFFERS)
    return sorted(places, key=lambda product: places[product])


def test_the_order_of_the_day_is_as_documented() -> None:
    assert in_turn(FRIDAY) == [1, 6, 7, 4, 5, 3, 2, 8]
    assert in_turn(SATURDAY) == [5, 3, 7, 6, 4, 1, 2, 8]
    assert sorted(turns(FRIDAY, OFFERS).values()) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_the_order_does_not_hang_on_the_order_of_reading() -> None:
    assert turns(FRIDAY, reversed(OFFERS)) == turns(FRIDAY, OFFERS)


@given(
    chapters=st.lists(st.sampled_from("abcdef"), min_size=1, max_size=60),
    day=st.dates(),
)
def test_no_chapter_is_seen_again_before_every_chapter_that_has_more_was_seen(
    chapters: list[str], day: date
) -> None:
    offers = [Offer(number, chapter) for number, chapter in enumerate(chapters)]
    places = turns(day, offers)
    seen = dict.fromkeys(chapters, 0)
    for product in sorted(places, key=lambda one: places[one]):
        chapter = chapters[product]
        others = [other for other in seen if seen[other] < chapters.count(other)]
        assert seen[chapter] == min(seen[other] for other in others)
        seen[chapter] += 1


def test_over_many_days_every_chapter_is_first_about_as_often() -> None:
    days = [date.fromordinal(FRIDAY.toordinal() + number) for number in range(300)]
    chapter_of = {offer.product: offer.chapter for offer in OFFERS}
    first = []
    for day in days:
        places = turns(day, OFFERS)
        first.append(chapter_of[min(places, key=lambda product: places[product])])
    often = {chapter: first.count(chapter) for chapter in ("bandung", "jepara", "palu")}
    assert often == {"bandung": 108, "jepara": 90, "palu": 102}
