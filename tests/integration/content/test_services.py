"""Pages published from plain data: what is written, what is left alone, what is refused."""

from datetime import date

import pytest

from content.ajar.models import CoursePage, Mentor
from content.home.details import ClassWords, HomeWords, MentorDetails, PageWords
from content.home.laying import NotLaid
from content.home.models import HomePage, Menu, SiteSettings, StandardPage
from content.home.services import (
    dress_home,
    introduce_site,
    publish_class,
    publish_mentor,
    publish_news,
    publish_standard,
    write_menu,
)
from iccn.audit.models import Line
from tests.factories import pages

WORDS = {
    "id": HomeWords(headline="Karya kita", lead="Mari."),
    "en": HomeWords(headline="Our work", lead="Come."),
}


def told() -> set[str]:
    return set(Line.objects.values_list("verb", flat=True))


def test_the_home_pages_are_dressed_with_words_and_pictures_over_what_stood_there(laid):
    mosaic = [pages.picture("Satu"), pages.picture("Dua", "#225588")]
    home = dress_home(words=WORDS, pictures=mosaic)
    assert home.headline == "Karya kita"
    assert [one.value.title for one in home.hero_pictures] == ["Satu", "Dua"]
    assert home.picture == mosaic[0]
    english = HomePage.objects.get(locale__language_code="en")
    assert (english.headline, english.title) == ("Our work", "Home")
    assert "page.published" in told()


def test_without_pictures_the_home_page_keeps_the_one_it_had(laid):
    kept = pages.picture()
    dress_home(words=WORDS, pictures=[kept])
    assert dress_home(words={"id": WORDS["id"]}).picture == kept


@pytest.mark.django_db
def test_nothing_is_published_before_the_foundation_stands():
    with pytest.raises(NotLaid):
        dress_home(words=WORDS)
    with pytest.raises(NotLaid):
        publish_news(slug="kabar", date=date(2026, 11, 1), words={"id": PageWords(title="Kabar")})
    with pytest.raises(NotLaid):
        write_menu(place=Menu.Place.FOOTER, language="id")
    assert not HomePage.objects.exists()
    assert not Line.objects.exists()


def test_a_page_that_stands_is_left_as_it_is(laid):
    first = publish_standard(slug="tentang", words={"id": PageWords(title="Tentang")})
    again = publish_standard(slug="tentang", words={"id": PageWords(title="Lain sama sekali")})
    assert (again.pk, again.title) == (first.pk, "Tentang")


def test_a_page_may_stand_below_another_one(laid):
    above = publish_standard(slug="bantuan", words={"id": PageWords(title="Bantuan")})
    below = publish_standard(slug="retur", words={"id": PageWords(title="Retur")}, parent=above)
    assert below.get_parent().pk == above.pk


def test_a_twin_that_wagtail_made_as_a_draft_gets_its_words_and_goes_live(laid, moderator):
    words = {"id": PageWords(title="Tentang"), "en": PageWords(title="About")}
    publish_standard(slug="tentang", words=words, by=moderator)
    twin = StandardPage.objects.get(locale__language_code="en")
    assert (twin.title, twin.live, twin.alias_of) == ("About", True, None)


def test_a_mentor_is_found_again_and_may_speak_one_language_only(laid):
    details = MentorDetails(name="Sari", craft={"id": "Perajin"}, place="Bandung")
    first = publish_mentor(details=details)
    assert publish_mentor(details=details) == first
    assert Mentor.objects.count() == 1


def test_a_class_without_lessons_stands_with_its_mentors_in_order(laid):
    one, two = pages.mentor("Sari"), pages.mentor("Bagus")
    words = ClassWords(title="Kelas", promise="Janji", audience="Siapa saja", outcomes=("Bisa",))
    course = publish_class(slug="kelas", words={"id": words}, lessons=[], mentors=[two, one])
    assert [each.mentor.name for each in CoursePage.objects.get(pk=course.pk).mentors.all()] == [
        "Bagus",
        "Sari",
    ]


def test_the_site_introduces_itself_over_what_it_said(laid):
    introduce_site(description={"id": "Tentang kami", "en": "About us"}, email="halo@contoh.example")
    words = introduce_site(description={"id": "Lain"})
    assert (words.description_id, words.description_en, words.email) == ("Lain", "", "")
    assert SiteSettings.objects.count() == 1
    assert "site.introduced" in told()


def test_the_site_introduces_itself_where_nothing_was_said(db):
    assert introduce_site(description={"id": "Tentang kami"}).pk


def test_a_menu_is_written_over_what_stood_there(laid):
    write_menu(place=Menu.Place.MAIN, language="en", links=[("Store", "/en/toko/")])
    menu = write_menu(place=Menu.Place.FOOTER, language="en", groups=[("Help", [("Contact", "/en/kontak/")])])
    assert Menu.objects.get(place="main", locale__language_code="en").main() == [
        {"label": "Store", "url": "/en/toko/"}
    ]
    assert menu.footer() == [{"title": "Help", "links": [{"label": "Contact", "url": "/en/kontak/"}]}]
    assert Menu.objects.get(place="footer", locale__language_code="id").footer()[0]["title"] == "Jelajahi"
    assert "menu.written" in told()
