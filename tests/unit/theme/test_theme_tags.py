"""What the theme's tags reckon."""

import pytest
from django.core.paginator import Paginator

from iccn.config.theme_tags import elided, query_before, rupiah, switched_path, with_query, with_shares


@pytest.mark.parametrize(
    ("amount", "text"), [(0, "Rp0"), (950, "Rp950"), (125000, "Rp125.000"), (-2450000, "-Rp2.450.000")]
)
def test_rupiah_are_written_with_points_and_without_a_space(amount, text):
    assert rupiah(amount) == text


def test_the_parts_of_a_price_fill_the_whole_bar_and_a_hundred_percent():
    parts = [{"amount": amount} for amount in (200_000, 28_874, 19_250, 1_876)]

    shares = with_shares(parts)

    assert [share["start"] for share in shares] == [0, 800, 915, 992]
    assert [share["length"] for share in shares] == [800, 115, 77, 8]
    assert [share["percent"] for share in shares] == [80, 11, 8, 1]


def test_a_price_of_nothing_has_an_empty_bar():
    assert [(s["length"], s["percent"]) for s in with_shares([{"amount": 0}, {"amount": 0}])] == [
        (0, 0),
        (0, 0),
    ]


def test_a_long_list_of_pages_is_shortened():
    assert elided(Paginator(range(120), 10).page(6)) == [1, "…", 5, 6, 7, "…", 12]


@pytest.mark.parametrize(
    ("path", "code", "twin"),
    [
        ("/id/toko/", "en", "/en/toko/"),
        ("/en/", "id", "/id/"),
        ("/id/", "en", "/en/"),
        ("/kelola/", "en", "/en/"),
    ],
)
def test_the_language_switch_keeps_the_path(rf, path, code, twin):
    assert switched_path({"request": rf.get(path)}, code) == twin


def test_a_query_keeps_what_is_not_changed(rf):
    request = rf.get("/id/toko/?q=batik&halaman=3&asal=solo&asal=pati")

    assert (
        with_query({"request": request}, halaman="", urut="harga")
        == "?q=batik&asal=solo&asal=pati&urut=harga"
    )


def test_page_numbers_follow_the_rest_of_the_query(rf):
    assert query_before({"request": rf.get("/id/toko/?q=batik&halaman=3")}, "halaman") == "?q=batik&"
    assert query_before({"request": rf.get("/id/toko/?halaman=3")}, "halaman") == "?"


def test_a_mail_without_a_request_has_no_query():
    assert with_query({}, halaman=2) == "?"
