"""The pages that belong to no programme: components, errors, signing in."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import Client

INLINE = re.compile(r'\sstyle="|<style|<script(?![^>]*(?:src=|type="application/))|\son[a-z]+="')


@pytest.fixture
def visitor(db) -> Client:
    return Client()


def test_the_demo_shows_every_component(visitor, settings):
    settings.DEMO = True

    page = visitor.get("/id/komponen/").content.decode()

    assert 'id="komponen-price_breakdown"' in page
    assert not INLINE.findall(page)


def test_without_the_demo_there_is_no_page_of_components(visitor, settings):
    settings.DEMO = False

    assert visitor.get("/id/komponen/").status_code == 404


@pytest.mark.parametrize(
    ("path", "words", "other"),
    [
        ("/id/komponen/tidak-ada/", "Halaman ini tidak ada", "This page does not exist"),
        ("/en/komponen/tidak-ada/", 'lang="en"', "Halaman ini tidak ada. Coba cari"),
    ],
)
def test_a_missing_page_says_so_in_both_languages_and_offers_a_way_on(visitor, path, words, other):
    answer = visitor.get(path)
    page = answer.content.decode()

    assert answer.status_code == 404
    assert words in page
    assert other in page
    assert f'href="{path[:4]}toko/"' in page
    assert not INLINE.findall(page)


def test_a_broken_server_answers_with_a_page_that_needs_nothing():
    page = render_to_string("500.html")

    assert "Ada yang rusak di pihak kami" in page
    assert "Something broke on our side" in page
    assert "{%" not in page
    assert 'href="/id/"' in page
    assert 'href="/en/"' in page


def test_a_form_without_proof_of_origin_is_refused_kindly(db):
    answer = Client(enforce_csrf_checks=True).post("/id/akun/login/", {"login": "joko@contoh.example"})

    assert answer.status_code == 403
    assert "terlalu lama terbuka" in answer.content.decode()


@pytest.mark.parametrize("path", ["login/", "signup/", "login/code/", "password/reset/"])
def test_the_doors_wear_the_theme(visitor, path):
    page = visitor.get(f"/id/akun/{path}").content.decode()

    assert "nusantara/nusantara" in page
    assert 'class="entrance"' in page
    assert 'class="form-field' in page
    assert not INLINE.findall(page)


@pytest.mark.parametrize("path", ["email/", "2fa/", "password/change/", "sessions/", "logout/"])
def test_a_persons_own_pages_wear_the_theme(visitor, sari, path):
    visitor.force_login(sari)

    page = visitor.get(f"/id/akun/{path}", follow=True).content.decode()

    assert 'class="desk-nav"' in page or 'class="entrance"' in page
    assert not INLINE.findall(page)
