import json
import re

import pytest
from django.core.cache import cache

from content.home.details import ProgrammeWords
from content.home.services import publish_programme, publish_standard
from tests.factories import pages

MOST = 12
MOST_AFTER_A_MINUTE = 19  # once a minute the frame, the network's figures and the sites are read anew


def programme(code: str = "rescue", **more: object):
    words = {
        "id": ProgrammeWords(
            title="Reaksi Cepat Komunitas Terdampak",
            promise="Pangan dan pelindung diri sampai lebih cepat.",
            body=({"heading": "Bagaimana caranya"}, "Lewat **simpul** terdekat."),
            figures=({"value": "210", "label": "kota dan kabupaten", "note": "Mei 2020"},),
            actions=({"label": "Lihat simpul", "address": "/id/simpul/"},),
        ),
        "en": ProgrammeWords(title="Quick relief", promise="Food and protection arrive sooner."),
    }
    return publish_programme(code=code, words=words, **more)


def linked_data(html: str) -> list[dict]:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])[
        "@graph"
    ]


def read(client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_a_class_is_read_in_both_languages(laid, client):
    pages.photo_class(mentors=[pages.mentor()], picture=pages.picture())
    indonesian, english = read(client, "/id/ajar/foto-produk/"), read(client, "/en/ajar/foto-produk/")
    assert "Foto yang jujur dan menarik tanpa alat mahal." in indonesian
    assert "Perajin anyaman" in indonesian
    assert "Mengatur cahaya jendela" in indonesian
    assert "/id/ajar/foto-produk/cahaya/" in indonesian
    assert "2 pelajaran" in indonesian
    assert "Honest, attractive pictures" in english
    assert "Weaver" in english
    assert "/en/ajar/foto-produk/latar/" in english


def test_a_lesson_shows_what_it_costs_and_the_way_on(laid, client):
    pages.photo_class()
    html = read(client, "/id/ajar/foto-produk/cahaya/")
    assert "Pelajaran 1 dari 2" in html
    assert "15 menit" in html
    assert "0,1 MB" in html
    assert 'rel="next"' in html
    assert 'rel="prev"' not in html


def test_a_page_says_where_its_twin_is_and_what_is_canonical(laid, client):
    pages.news(3)
    html = read(client, "/id/kabar/kabar-3/")
    assert '<link rel="canonical" href="http://localhost:8000/id/kabar/kabar-3/">' in html
    assert 'hreflang="en" href="http://localhost:8000/en/kabar/kabar-3/"' in html
    assert 'hreflang="x-default" href="http://localhost:8000/id/kabar/kabar-3/"' in html
    assert '<meta property="og:type" content="article">' in html
    assert '<meta name="description" content="Ringkasan Kabar 3.">' in html


def test_a_page_without_a_twin_names_none(laid, client):
    publish_standard(slug="tentang", words={"id": pages.words("Tentang kami")})
    html = read(client, "/id/tentang/")
    assert 'hreflang="en" href' not in html
    assert client.get("/en/tentang/").status_code == 404


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/id/", "WebSite"),
        ("/id/kabar/kabar-3/", "NewsArticle"),
        ("/id/ajar/foto-produk/", "Course"),
        ("/id/ajar/foto-produk/cahaya/", "LearningResource"),
    ],
)
def test_search_engines_are_told_what_a_page_is(laid, client, path, kind):
    pages.photo_class()
    pages.news(3)
    kinds = [one["@type"] for one in linked_data(read(client, path))]
    assert kinds == ["Organization", "BreadcrumbList", kind]


def test_a_draft_is_seen_by_nobody(laid, client):
    news = pages.news(3)
    news.unpublish()
    assert client.get("/id/kabar/kabar-3/").status_code == 404


def filled() -> None:
    """More of everything than the shelves show, with a picture each."""
    for code in ("rescue", "damping", "pulih"):
        programme(code, picture=pages.picture(code))
    for number in range(1, 6):
        pages.news(number, picture=pages.picture(f"Kabar {number}"))
    pages.photo_class(mentors=[pages.mentor()], picture=pages.picture("Kelas"))
    body = (
        {"heading": "Siapa kami"},
        {"programmes": {"title": "Lima bagian"}},
        {"classes": {"title": "Kelas"}},
    )
    words = {"id": pages.words("Tentang", *body), "en": pages.words("About", *body)}
    publish_standard(slug="tentang", words=words, picture=pages.picture("Tentang"))


@pytest.mark.parametrize(
    "path",
    [
        *("/id/", "/en/", "/id/program/", "/id/program/rescue/", "/id/kabar/", "/id/kabar/kabar-3/"),
        *("/id/ajar/", "/id/ajar/foto-produk/", "/id/ajar/foto-produk/cahaya/", "/id/tentang/"),
        *("/id/simpul/bandung/", "/id/transparansi/"),
    ],
)
@pytest.mark.usefixtures("sari")
def test_a_page_needs_at_most_twelve_queries(laid, client, path, django_assert_max_num_queries):
    filled()
    client.get(path)  # makes the renditions, and fills what is kept for a minute
    with django_assert_max_num_queries(MOST):
        assert client.get(path).status_code == 200
    cache.clear()
    with django_assert_max_num_queries(MOST_AFTER_A_MINUTE):
        assert client.get(path).status_code == 200


def test_an_address_for_machines_that_finds_nothing_is_not_sent_on_to_the_pages(laid, client):
    assert client.get("/berkas/999/tidak-ada.pdf").status_code == 404
    assert client.get("/toko/").url == "/id/toko/"
