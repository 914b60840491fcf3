"""Searching the whole site."""

import re

import pytest
from wagtail.models import Page, PageViewRestriction

from content.home.services import publish_news
from content.news.models import NewsPage
from tests.factories import pages

pytestmark = pytest.mark.django_db

HERE = "/id/cari/"


def found(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response.headers.get("Location")
    return response.content.decode()


def sections(html: str) -> list[str]:
    return re.findall(r'id="bagian-(\w+)"', html)


def lines(html: str) -> list[str]:
    """Titles of what was found, without the marks."""
    return [
        re.sub(r"<[^>]+>", "", one)
        for one in re.findall(r'site-search__title"><a href="[^"]+">(.*?)</a>', html)
    ]


def test_everything_that_answers_is_shown_by_section(client, site):
    html = found(client, f"{HERE}?q=anyaman")
    assert sections(html) == ["karya", "halaman", "perajin"]
    assert "Tas pandan anyam" in html
    assert lines(html) == ["Belajar menganyam", "Sari"]
    assert "3 hasil di seluruh situs" in html


def test_a_page_is_found_by_another_form_of_its_word_and_the_word_is_marked(client, site):
    html = found(client, f"{HERE}?q=anyam&bagian=halaman")
    assert "Belajar <mark>menganyam</mark>" in html
    assert "Ringkasan Belajar <mark>menganyam</mark>." in html


def test_classes_lessons_news_and_chapters_have_their_sections(client, site):
    html = found(client, f"{HERE}?q=foto+produk")
    assert sections(html) == ["kelas"]
    assert lines(html)[0] == "Foto produk dengan ponsel"
    assert "Kelas" in html
    assert sections(found(client, f"{HERE}?q=kabar+1")) == ["kabar"]
    assert sections(found(client, f"{HERE}?q=cahaya")) == ["kelas"]
    html = found(client, f"{HERE}?q=bandung")
    assert "simpul" in sections(html)
    assert "Simpul <mark>Bandung</mark>" in html


def test_the_english_site_finds_english_pages(client, site):
    html = found(client, "/en/cari/?q=weaving")
    assert lines(html)[0] == "Learning to weave"
    assert "Belajar" not in html
    assert lines(found(client, "/en/cari/?q=menganyam&bagian=halaman")) == []


def test_drafts_and_private_pages_are_never_found(client, site, ratna):
    news = NewsPage.objects.get(slug="kabar-1", locale__language_code="id")
    PageViewRestriction.objects.create(page=news, restriction_type=PageViewRestriction.LOGIN)
    assert sections(found(client, f"{HERE}?q=kabar+1")) == []
    client.force_login(ratna)
    assert sections(found(client, f"{HERE}?q=kabar+1")) == []
    Page.objects.get(slug="belajar-menganyam", locale__language_code="id").unpublish()
    assert "Belajar" not in found(client, f"{HERE}?q=menganyam")


def test_a_private_parent_hides_what_is_under_it(client, site):
    parent = Page.objects.get(slug="ajar", locale__language_code="id")
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)
    assert sections(found(client, f"{HERE}?q=cahaya")) == []


def test_an_artisan_who_did_not_agree_is_not_found(client, site):
    from store.partner.models import Partner

    Partner.objects.update(is_public=False)
    assert "perajin" not in sections(found(client, f"{HERE}?q=sari"))


def test_a_section_has_pages_of_its_own(client, site):
    for number in range(2, 17):
        pages.news(number)
    html = found(client, f"{HERE}?q=kabar")
    assert lines(html) == ["Kabar 16", "Kabar 15", "Kabar 14", "Kabar"]  # the last is the list of all news
    assert f'href="{HERE}?q=kabar&amp;bagian=kabar"' in html
    html = found(client, f"{HERE}?q=kabar&bagian=kabar")
    assert len(lines(html)) == 12
    assert f'href="{HERE}?q=kabar&amp;bagian=kabar&amp;halaman=2"' in html
    assert len(lines(found(client, f"{HERE}?q=kabar&bagian=kabar&halaman=2"))) == 4
    assert len(lines(found(client, f"{HERE}?q=kabar&bagian=kabar&halaman=99"))) == 4


@pytest.mark.parametrize(
    ("said", "clean"),
    [
        ("?q=++tas+", "?q=tas"),
        ("?q=tas&bagian=karya", "?q=tas"),
        ("?q=tas&bagian=lain&halaman=1", "?q=tas"),
        ("?q=&bagian=kabar", ""),
        ("?halaman=2", ""),
        ("?bagian=kabar&q=tas", "?q=tas&bagian=kabar"),
    ],
)
def test_one_state_has_one_address(client, site, said, clean):
    assert client.get(f"{HERE}{said}")["Location"] == f"{HERE}{clean}"
    assert client.get(f"{HERE}{clean}").status_code == 200


def test_what_people_typed_is_never_html(client, site):
    both = {"id": pages.words("<b>Tebal</b> bahaya", "Isi <script>alert(1)</script> bahaya.")}
    publish_news(slug="bahaya", date="2026-11-20", words=both)
    html = found(client, f"{HERE}?q=bahaya")
    assert "&lt;b&gt;Tebal&lt;/b&gt; <mark>bahaya</mark>" in html
    assert "<script>alert" not in html
    assert "<script>alert" not in found(client, f"{HERE}?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E")


@pytest.mark.parametrize("words", ["xylofon", "%00", "'", "x | y & !z", "…", "%F0%9F%8E%81", "x(*"])
def test_nothing_found_is_said_kindly(client, site, words):
    html = found(client, client.get(f"{HERE}?q={words}").headers.get("Location", f"{HERE}?q={words}"))
    assert "Lihat semua karya" in html


def test_without_words_the_page_asks_for_some(client, site):
    assert "Apa yang Anda cari?" in found(client, HERE)


def test_it_asks_a_bounded_number_of_queries(client, site, django_assert_max_num_queries):
    for number in range(2, 17):
        pages.news(number)
    found(client, f"{HERE}?q=kabar")
    for address in (
        f"{HERE}?q=bandung",
        f"{HERE}?q=kabar",
        f"{HERE}?q=kabar&bagian=kabar",
        "/en/cari/?q=weaving",
    ):
        with django_assert_max_num_queries(20):
            found(client, address)
