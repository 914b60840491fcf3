"""Curators and editors keep wordings with care, and try how a search is understood."""

import pytest
from django.urls import reverse

from iccn.accounts.services import sync_roles
from iccn.money.rupiah import Rupiah
from store.search.models import Variant
from store.search.services import reindex
from tests.factories.catalogue import make_product

pytestmark = pytest.mark.django_db
ADD = "wagtailsnippets_search_variant:add"


@pytest.fixture
def desk(client, wulan):
    sync_roles()
    client.force_login(wulan)
    return client


def add(desk, word: str, means: str, relation: str = "same") -> str:
    """The page that answers; empty once the row is there."""
    answer = desk.post(reverse(ADD), {"word": word, "relation": relation, "means": means})
    return answer.content.decode() if answer.status_code == 200 else ""


def rows() -> list[tuple[str, str, str]]:
    return sorted(Variant.objects.values_list("word", "relation", "means"))


def test_a_row_is_kept_in_small_letters_with_single_blanks(desk):
    assert add(desk, "  Oleh-Oleh   KHAS ", "Buah tangan") == ""
    assert rows() == [("oleh-oleh khas", "same", "buah tangan")]


@pytest.mark.parametrize(
    ("word", "relation", "means", "said"),
    [
        ("!!", "same", "keripik", "setidaknya satu kata"),
        ("satu dua tiga empat lima", "same", "keripik", "Paling banyak empat kata"),
        ("Kéripik", "same", "keripik", "sudah satu kata bagi pencarian"),
        ("keripik", "same", "kripik", "sudah sama artinya"),
        ("kripek", "same", "keripik", "sudah sama artinya"),
        ("kripik", "kind", "kripek", "sudah sama artinya"),
        ("ulos", "kind", "tenun", "sudah termasuk jenis"),
        ("tenun", "kind", "ulos", "Terbalik"),
    ],
)
def test_what_is_there_already_or_cannot_be_is_told_kindly(desk, word, relation, means, said):
    Variant.objects.create(word="kripik", means="keripik")
    Variant.objects.create(word="kripek", means="kripik")
    Variant.objects.create(word="ulos", means="tenun", relation=Variant.Relation.KIND)
    before = rows()
    assert said in add(desk, word, means, relation)
    assert rows() == before


def test_a_row_may_be_saved_again_as_it_is(desk):
    row = Variant.objects.create(word="kripik", means="keripik")
    answer = desk.post(
        reverse("wagtailsnippets_search_variant:edit", args=[row.pk]),
        {"word": "kripik", "relation": "same", "means": "keripik"},
    )
    assert answer.status_code == 302


def test_the_form_is_filled_in_with_a_word_that_was_missed(desk):
    page = desk.get(reverse(ADD), {"word": "opak"}).content.decode()
    assert 'value="opak"' in page


def test_the_rows_go_home_as_a_table(desk):
    Variant.objects.create(word="kripik", means="keripik")
    answer = desk.get(reverse("wagtailsnippets_search_variant:list"), {"export": "csv"})
    assert "kripik,same,keripik" in b"".join(answer.streaming_content).decode()


@pytest.fixture
def shop(artisan):
    for title, story in (
        ("Keripik singkong", "Renyah."),
        ("Tas pandan", "Muat keripik."),
        ("Kripik pisang", "Manis."),
    ):
        make_product(artisan, title=title, story=story, materials=(), techniques=(), price=Rupiah(20_000))
    Variant.objects.create(word="kripik", means="keripik")
    list(reindex())


def test_a_tried_search_shows_terms_wordings_and_why_each_product_stands_where_it_does(desk, shop):
    page = desk.get(reverse("search_desk:try"), {"q": "keripik"}).content.decode()
    assert "Menemukan 3 produk" in page
    places = [page.index(title) for title in ("Keripik singkong", "Kripik pisang", "Tas pandan")]
    assert places == sorted(places)
    for score in ("130", "65", "5"):
        assert f"<td>{score}</td>" in page


def test_a_tried_slip_says_what_visitors_see(desk, shop):
    page = desk.get(reverse("search_desk:try"), {"q": "kerapik"}).content.decode()
    assert "hasil untuk “keripik”" in page
    assert "Menemukan 3 produk" in page


@pytest.mark.parametrize("words", ["", " ! ", "\0", "keripik marmer", "x" * 500])
def test_anything_may_be_tried(desk, shop, words):
    assert desk.get(reverse("search_desk:try"), {"q": words}).status_code == 200
