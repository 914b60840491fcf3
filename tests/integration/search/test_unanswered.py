"""Searches that found nothing are counted for curators, without a trace of who asked."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from iccn.accounts.services import sync_roles
from store.search import tasks, unanswered
from store.search.models import ZeroResult
from store.search.services import reindex
from tests.factories.catalogue import make_product

pytestmark = pytest.mark.django_db


def counted() -> dict[str, tuple[int, str]]:
    return {row.words: (row.count, row.shown) for row in ZeroResult.objects.all()}


@pytest.fixture
def shop(artisan):
    make_product(artisan, title="Keripik singkong", story="Renyah.", materials=("singkong",), techniques=())
    list(reindex())


def test_what_a_page_did_not_find_is_counted_and_what_it_found_is_not(shop, client):
    for words in ("Marmer Putih!", "marmer putih", "keripik", "kerapik", "keripik marmer"):
        client.get("/id/toko/", {"q": words})
    assert counted() == {
        "marmer putih": (2, "nothing"),
        "kerapik": (1, "meant"),
        "keripik marmer": (1, "some"),
    }


def test_pages_and_filters_that_find_nothing_are_not_the_words_fault(shop, client):
    client.get("/id/toko/", {"q": "keripik", "provinsi": "94"})
    client.get("/id/toko/", {"q": "marmer", "siap": "siap"})
    assert counted() == {}


def test_a_row_holds_words_day_language_what_was_shown_and_a_number_alone(shop, client):
    with time_machine.travel("2026-11-24 03:00:00+00:00", tick=False):
        client.get("/en/toko/", {"q": "marble"})
    row = ZeroResult.objects.values().get()
    row.pop("id")
    assert row == {
        "day": date(2026, 11, 24),
        "words": "marble",
        "language": "en",
        "shown": "nothing",
        "count": 1,
    }


@pytest.mark.parametrize(
    "text",
    [
        "0812-3456-7890",
        "hubungi +62 812 3456 7890",
        "budi@contoh.example",
        "www.toko",
        "https://judi",
        "3273101234567890",
        "1 2 3 4 5 6",
        "2026",
        "!!!",
        "",
        "satu dua tiga empat lima enam tujuh",
        "x" * 30,
        "slot gacor " * 12,
    ],
)
def test_what_may_tell_people_apart_or_is_no_shoppers_is_not_kept(text):
    assert unanswered.kept(text) == ""


def test_ordinary_words_are_kept_as_they_are_searched():
    assert unanswered.kept("Kopi 200gr utk Ibu") == "kopi 200 gram untuk ibu"


@given(st.text(max_size=200))
def test_whatever_is_typed_what_is_kept_fits_and_holds_no_long_number(text):
    words = unanswered.kept(text)
    assert len(words) <= 120
    assert sum(letter.isdigit() for letter in words.replace(" ", "")) < 12
    assert "@" not in words


def test_a_flood_of_different_words_ends_at_the_days_limit(monkeypatch):
    monkeypatch.setattr(unanswered, "MOST_A_DAY", 2)
    for words in ("marmer", "granit", "beton", "marmer"):
        unanswered._count(words, "id", ZeroResult.Shown.NOTHING)
    assert counted() == {"marmer": (2, "nothing"), "granit": (1, "nothing")}


def test_after_ninety_days_they_are_forgotten():
    today = timezone.localdate()
    for age in (89, 90, 91):
        ZeroResult.objects.create(
            day=today - timedelta(days=age), words=f"umur {age}", language="id", shown="nothing"
        )
    assert tasks.forget_unanswered.func() == 1
    assert sorted(counted()) == ["umur 89", "umur 90"]


@pytest.fixture
def missed(db):
    sync_roles()
    today = timezone.localdate()
    for words, age, count in (("marmer", 0, 3), ("marmer", 8, 4), ("granit", 1, 5), ("beton", 40, 99)):
        ZeroResult.objects.create(
            day=today - timedelta(days=age), words=words, language="id", shown="nothing", count=count
        )


@pytest.mark.parametrize("who", ["wulan", "ratna"])
def test_curators_and_editors_see_what_was_missed_most(missed, client, who, request):
    client.force_login(request.getfixturevalue(who))
    page = client.get(reverse("search_desk:unanswered"), {"days": "30"}).content.decode()
    assert page.index("marmer") < page.index("granit")
    assert "beton" not in page
    assert "?word=marmer" in page


def test_the_list_goes_home_as_a_table(missed, client, wulan):
    client.force_login(wulan)
    answer = client.get(reverse("search_desk:unanswered"), {"days": "90", "export": "csv"})
    lines = b"".join(answer.streaming_content).decode().splitlines()
    assert [line.split(",")[:3] for line in lines[1:]] == [
        ["beton", "id", "99"],
        ["marmer", "id", "7"],
        ["granit", "id", "5"],
    ]


def test_nobody_else_sees_it(missed, client, joko, sari, dewi):
    for person in (joko, sari, dewi):
        client.force_login(person)
        for name in ("unanswered", "unanswered_results", "try"):
            answer = client.get(reverse(f"search_desk:{name}"), {"q": "marmer"})
            assert answer.status_code in {302, 403}
            assert "marmer" not in answer.content.decode()
