from datetime import date

import pytest

from iccn.accounts.services import sync_roles
from iccn.audit.models import Line
from iccn.chapters import selectors, services
from iccn.chapters.models import Chapter, ChapterRole
from iccn.chapters.permissions import may_coordinate
from iccn.chapters.refusals import AlreadyHolds, EndsBeforeStart

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 1)


@pytest.fixture(autouse=True)
def _groups(db) -> None:
    sync_roles()


def test_opening_twice_changes_the_words_and_not_the_number(bandung) -> None:
    again = services.open_chapter(
        slug="bandung", name="Bandung", regency=bandung.regency, by="system:test", story="Kisah"
    )
    assert (again.pk, again.name, again.story) == (bandung.pk, "Bandung", "Kisah")
    assert Chapter.objects.count() == 1
    new = services.open_chapter(slug="kota", name="Kota", regency=bandung.regency, by="system:test")
    assert list(Line.objects.order_by("id").values_list("verb", "subject_id")) == [
        ("chapter.changed", str(bandung.pk)),
        ("chapter.opened", str(new.pk)),
    ]


def test_a_coordinator_holds_the_office_and_the_group_while_it_lasts(joko, bandung, jepara) -> None:
    office = services.appoint(user=joko, chapter=bandung, role="coordinator", starts=DAY, by="system:test")
    assert selectors.holds(user=joko, chapter=bandung, role="coordinator", on=DAY)
    assert not selectors.holds(user=joko, chapter=jepara, role="coordinator", on=DAY)
    assert not selectors.holds(user=joko, chapter=bandung, role="coordinator", on=date(2026, 10, 31))
    assert list(selectors.chapters_of(joko, on=DAY)) == [bandung]
    services.end_office(office=office, ends=date(2026, 11, 10), by="system:test")
    assert not selectors.holds(user=joko, chapter=bandung, role="coordinator", on=date(2026, 11, 11))
    assert not joko.groups.exists()


def test_the_group_stays_while_another_office_of_its_kind_is_open(joko, bandung, jepara) -> None:
    office = services.appoint(user=joko, chapter=bandung, role="treasurer", starts=DAY, by="system:test")
    services.appoint(user=joko, chapter=jepara, role="treasurer", starts=DAY, by="system:test")
    services.end_office(office=office, ends=DAY, by="system:test")
    assert [group.name for group in joko.groups.all()] == ["chapter_treasurer"]


def test_a_plain_member_office_brings_no_group(joko, bandung) -> None:
    office = services.appoint(user=joko, chapter=bandung, role="member", starts=DAY, by="system:test")
    services.end_office(office=office, ends=DAY, by="system:test")
    assert not joko.groups.exists()


def test_nobody_holds_one_office_twice(joko, bandung) -> None:
    services.appoint(user=joko, chapter=bandung, role="coordinator", starts=DAY, by="system:test")
    with pytest.raises(AlreadyHolds, match="Joko sudah memegang peran ini di Simpul Bandung"):
        services.appoint(user=joko, chapter=bandung, role="coordinator", starts=DAY, by="system:test")
    assert ChapterRole.objects.count() == 1


def test_an_office_cannot_end_before_it_began(joko, bandung) -> None:
    office = services.appoint(user=joko, chapter=bandung, role="member", starts=DAY, by="system:test")
    with pytest.raises(EndsBeforeStart):
        services.end_office(office=office, ends=date(2026, 10, 1), by="system:test")
    office.refresh_from_db()
    assert office.ends is None


def test_only_the_chapters_own_coordinator_may_coordinate(bagus, joko, bandung, jepara) -> None:
    assert may_coordinate(user=bagus, chapter=bandung)
    assert not may_coordinate(user=bagus, chapter=jepara)
    verdict = may_coordinate(user=joko, chapter=bandung)
    assert not verdict
    assert verdict.refusal.code == "not_coordinator"


def test_only_active_chapters_are_shown(bandung, jepara) -> None:
    Chapter.objects.filter(pk=jepara.pk).update(is_active=False)
    assert list(selectors.active_chapters()) == [bandung]
