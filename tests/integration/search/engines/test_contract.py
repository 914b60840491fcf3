"""What every engine must do, on each of them."""

import pytest

from store.search.engines.port import Facets, FacetValue, ProductQuery, Readiness, Sort
from store.search.models import Variant
from tests.factories.documents import make_documents, variant

pytestmark = pytest.mark.django_db


def titles_of(*rows: str, **fields: object) -> None:
    make_documents([{"title": title, **fields} for title in rows])


# --- words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("tas", ["Tas pandan"]),
        ("TÁS", ["Tas pandan"]),
        ("menganyam", ["Anyaman rotan"]),  # by the root
        ("bags", ["Tas pandan"]),  # an English plural, in the English title
        ("tas2", ["Tas pandan"]),
        ("kapas", ["Kain putih"]),  # only in the story
        ("rotan anyaman", ["Anyaman rotan"]),
        ("rotan kapas", []),  # all words must be there
        ("xylofon", []),
    ],
)
def test_words_find_what_they_mean(ask, words, found):
    make_documents(
        [
            {"title": "Tas pandan", "title_en": "Pandan bag"},
            {"title": "Anyaman rotan"},
            {"title": "Kain putih", "story": "Dari kapas."},
        ]
    )
    assert ask.titles(words) == found


def test_some_words_are_enough_when_the_search_is_widened(ask):
    titles_of("Tas pandan", "Kain putih", "Sendok kayu")
    assert ask.titles("pandan putih", widen=True) == ["Kain putih", "Tas pandan"]
    assert ask("pandan putih", widen=True).is_widened is True


def test_a_word_and_what_means_the_same_find_each_other(ask):
    Variant.objects.create(word="kripik", means="keripik")
    titles_of("Keripik singkong", "Kripik tempe", "Kerupuk udang")
    assert ask.titles("kripik") == ["Kripik tempe", "Keripik singkong"]  # as typed comes first
    assert ask.titles("keripik") == ["Keripik singkong", "Kripik tempe"]


def test_a_kind_answers_for_its_whole_and_not_the_other_way(ask):
    Variant.objects.create(word="ulos", means="tenun", relation=Variant.Relation.KIND)
    titles_of("Ulos merah", "Tenun ikat")
    assert ask.titles("tenun") == ["Tenun ikat", "Ulos merah"]
    assert ask.titles("ulos") == ["Ulos merah"]


def test_a_phrase_stays_together_and_does_not_run_over_from_one_text_into_the_next(ask):
    Variant.objects.create(word="gula jawa", means="gula aren")
    make_documents(
        [
            {"title": "Gula aren bubuk"},
            {"title": "Gula dari aren"},
            {"title": "Sirup gula", "names": ["aren"]},
            {"title": "Manisan", "names": ["gula aren"]},
            {"title": "Bolu", "story": "Manis oleh gula aren asli."},
        ]
    )
    assert ask.titles("gula jawa") == ["Gula aren bubuk", "Manisan", "Bolu"]


def test_a_phrase_meets_words_and_roots_that_stand_beside_each_other(ask):
    Variant.objects.create(word="oleh tangan", means="buat tangan")
    titles_of("Buatan tangannya Sari", "Tangan buatan", "Buat tangan", "Buatan tangan")
    assert ask.titles("oleh tangan") == ["Buat tangan", "Buatan tangan", "Buatan tangannya Sari"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ker", ["Keranjang", "Keripik singkong"]),
        ("sing", ["Keripik singkong"]),
        ("keripik sing", ["Keripik singkong"]),
        ("sing keripik", []),  # only the last word may be unfinished
        ("anya", ["Penganyam"]),  # a beginning of the root
        ("keripiksingkon", []),
        ("ke", []),
    ],
)
def test_the_last_word_may_be_unfinished(ask, words, found):
    titles_of("Keripik singkong", "Keranjang", "Penganyam")
    assert ask.titles(words) == found


# --- order ------------------------------------------------------------------------------------------------


def test_the_titles_first_word_weighs_most_then_its_words_their_roots_names_and_the_story(ask):
    make_documents(
        [
            {"title": "Kotak", "story": "Dianyam: anyaman."},
            {"title": "Kipas", "names": ["anyaman"]},
            {"title": "Rak menganyam"},
            {"title": "Rak anyaman"},
            {"title": "Anyaman rak"},
        ][::-1]
    )
    assert ask.titles("anyaman") == ["Anyaman rak", "Rak anyaman", "Rak menganyam", "Kipas", "Kotak"]


def test_words_side_by_side_in_the_title_weigh_more(ask):
    titles_of("Batik tulis halus", "Batik halus tulis")
    assert ask.titles("batik tulis") == ["Batik tulis halus", "Batik halus tulis"]


def test_equal_scores_fall_by_pieces_sold_then_by_the_newer(ask):
    make_documents([{"title": "Tas A", "sold": 3}, {"title": "Tas B"}, {"title": "Tas C"}])
    assert ask.titles("tas") == ["Tas A", "Tas C", "Tas B"]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.NEWEST, "DCBA"),
        (Sort.CHEAPEST, "BCDA"),
        (Sort.DEAREST, "DCBA"),
        (Sort.RATING, "CBDA"),
        (Sort.ROTATION, "BDCA"),
        (Sort.RELEVANCE, "DCBA"),  # nothing was typed
    ],
)
def test_every_order_has_the_sold_out_last(ask, sort, order):
    make_documents(
        [
            {"title": "A", "price": 1_000, "rating": 5.0, "turn": 0, "is_available": False},
            {"title": "B", "price": 10_000, "rating": 4.5, "reviews": 3, "turn": 1},
            {"title": "C", "price": 20_000, "rating": 4.5, "reviews": 9, "turn": 3},
            {"title": "D", "price": 20_000, "rating": None, "turn": 2},
        ]
    )
    assert "".join(ask.titles(sort=sort)) == order


def test_sold_out_comes_last_however_well_it_answers(ask):
    make_documents([{"title": "Tas tas", "is_available": False}, {"title": "Kain", "story": "tas"}])
    assert ask.titles("tas") == ["Kain", "Tas tas"]


# --- pages ------------------------------------------------------------------------------------------------


def test_pages_do_not_overlap_and_a_page_past_the_end_is_the_last(ask):
    titles_of(*"ABCDE")
    pages = [ask(page=page, per_page=2) for page in (1, 2, 3, 4, 999_999)]
    assert ["".join(hit.title for hit in one.hits) for one in pages] == ["ED", "CB", "A", "A", "A"]
    assert {one.total for one in pages} == {5}


def test_an_empty_answer_is_empty_on_every_page(ask):
    titles_of("Tas")
    nothing = ask("kain", page=7)
    assert (nothing.hits, nothing.total, nothing.facets) == ((), 0, Facets())


def test_without_total_and_facets_the_hits_alone_come(ask):
    titles_of(*"ABC")
    found = ask(per_page=2, with_facets=False, with_total=False)
    assert ([hit.title for hit in found.hits], found.facets) == (["C", "B"], Facets())
    assert ask(per_page=2, with_facets=False).total == 3


# --- filters and facets -----------------------------------------------------------------------------------


@pytest.fixture
def shelf(db) -> None:
    make_documents(
        [
            {"title": "A", "regency_code": "32.73", "category_ids": [1, 2], "price": 40_000, "rating": 4.2,
             "materials": ["daun-pandan"], "techniques": ["anyaman"], "certificates": ["halal", "pirt"]},
            {"title": "B", "regency_code": "32.04", "category_ids": [1], "price": 100_000, "rating": 3.9,
             "materials": ["daun-pandan", "rotan"], "techniques": ["anyaman"], "certificates": ["halal"]},
            {"title": "C", "regency_code": "33.20", "category_ids": [3], "price": 1_500_000,
             "is_made_to_order": True, "materials": ["kayu-jati"], "techniques": ["ukir"]},
            {"title": "D", "regency_code": "51.71", "category_ids": [1, 4], "price": 250_000, "rating": 4.0,
             "is_available": False, "chapter_slug": "denpasar", "artisan_id": 9},
            {"title": "E", "is_public": False, "category_ids": [1], "materials": ["rotan"]},
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({}, "CBAD"),
        ({"category": 1}, "BAD"),
        ({"category": 9}, ""),
        ({"provinces": ("32",)}, "BA"),
        ({"provinces": ("32", "33")}, "CBA"),
        ({"provinces": ("32", "33"), "regencies": ("32.73",)}, "CA"),
        ({"regencies": ("32.04",)}, "B"),
        ({"materials": ("rotan", "kayu-jati")}, "CB"),
        ({"techniques": ("anyaman",), "materials": ("rotan",)}, "B"),
        ({"certificates": ("halal",)}, "BA"),
        ({"certificates": ("halal", "pirt")}, "A"),
        ({"rating_from": 4}, "AD"),
        ({"price_from": 40_000, "price_to": 100_000}, "BA"),
        ({"price_from": 250_001}, "C"),
        ({"readiness": Readiness.READY}, "BA"),
        ({"readiness": Readiness.MADE_TO_ORDER}, "C"),
        ({"chapter": "denpasar"}, "D"),
        ({"artisan": 9}, "D"),
    ],
)
def test_filters_narrow(ask, shelf, chosen, found):
    results = ask(**chosen)
    assert ("".join(hit.title for hit in results.hits), results.total) == (found, len(found))
    assert "".join(ask.titles(**chosen, with_facets=False)) == found


def test_named_products_alone(ask):
    made = make_documents([{"title": "A"}, {"title": "B"}, {"title": "C"}])
    assert ask.titles(products=(made[0].pk, made[2].pk)) == ["C", "A"]


def test_facets_of_everything(ask, shelf):
    facets = ask().facets
    assert facets == Facets(
        categories={1: 3, 2: 1, 3: 1, 4: 1},
        provinces=(FacetValue("51", "Bali", 1), FacetValue("32", "Jawa Barat", 2),
                   FacetValue("33", "Jawa Tengah", 1)),
        materials=(FacetValue("daun-pandan", "Daun pandan", 2), FacetValue("kayu-jati", "Kayu jati", 1),
                   FacetValue("rotan", "Rotan", 1)),
        techniques=(FacetValue("anyaman", "Anyaman", 2), FacetValue("ukir", "Ukir", 1)),
        certificates=(FacetValue("halal", "", 2), FacetValue("pirt", "", 1)),
        readiness={"siap": 2, "pesanan": 1},
        prices=(FacetValue("-49999", "", 1), FacetValue("100000-249999", "", 1),
                FacetValue("250000-499999", "", 1), FacetValue("1000000-", "", 1)),
        ratings=(FacetValue("4", "", 2),),
    )  # fmt: skip


def test_a_facet_counts_as_if_its_own_filter_were_off_and_all_others_on(ask, shelf):
    facets = ask(provinces=("32",), materials=("rotan", "batu"), price_to=100_000).facets
    assert facets.categories == {1: 1}
    assert facets.provinces == (FacetValue("32", "Jawa Barat", 1),)
    assert facets.regencies == (FacetValue("32.04", "Kabupaten Bandung", 1),)
    assert facets.materials == (
        FacetValue("daun-pandan", "Daun pandan", 2),
        FacetValue("rotan", "Rotan", 1),
        FacetValue("batu", "Batu", 0),  # chosen, so it stays
    )
    assert facets.prices == (FacetValue("100000-249999", "", 1),)
    assert ask(certificates=("pirt",)).facets.certificates == (
        FacetValue("halal", "", 1),
        FacetValue("pirt", "", 1),
    )


def test_facets_count_what_the_words_found(ask, shelf):
    assert ask("b").facets.categories == {1: 1}
    assert ask("jawa").facets.provinces == (
        FacetValue("32", "Jawa Barat", 2),
        FacetValue("33", "Jawa Tengah", 1),
    )


# --- variants ---------------------------------------------------------------------------------------------


@pytest.fixture
def shirts(db) -> None:
    make_documents(
        [
            {"title": "A", "variants": [variant("M", "Merah"), variant("L", "Biru")]},
            {"title": "B", "variants": [variant("L", "Merah"), variant("M", "Biru", there=False)]},
            {"title": "C"},
        ]
    )


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((("ukuran", ("M",)),), "A"),  # B's M cannot be bought
        ((("ukuran", ("M", "L")),), "BA"),
        ((("ukuran", ("L",)), ("warna", ("Merah",))), "B"),  # A has both, but not in one variant
        ((("ukuran", ("M", "L")), ("warna", ("Merah",))), "BA"),
        ((("ukuran", ("M",)), ("warna", ("Biru",))), ""),
    ],
)
def test_one_variant_must_meet_every_option(ask, shirts, options, found):
    assert "".join(ask.titles(options=options)) == found


def test_options_count_products_under_the_other_options(ask, shirts):
    facets = ask(options=(("ukuran", ("M", "XL")),)).facets
    assert facets.options == {
        "ukuran": (FacetValue("L", "L", 2), FacetValue("M", "M", 1), FacetValue("XL", "XL", 0)),
        "warna": (FacetValue("Merah", "Merah", 1),),
    }


# --- the card ---------------------------------------------------------------------------------------------


def test_a_hit_carries_all_that_a_card_shows(ask):
    document = make_documents([{"title": "Tas", "title_en": "Bag", "rating": 4.25, "reviews": 7,
                                "picture": {"alt": "Tas", "sources": [["image/avif", "a.avif 300w"]]},
                                "is_from_price": True, "pieces_left": None}])[0]  # fmt: skip
    hit = ask().hits[0]
    assert hit.product == document.pk
    for name in ("slug", "title", "title_en", "artisan_name", "chapter_name", "regency_name", "province_name",
                 "is_from_price", "is_made_to_order", "is_available", "pieces_left", "rating", "reviews",
                 "published_at", "picture"):  # fmt: skip
        assert getattr(hit, name) == getattr(document, name), name
    assert (type(hit.price).__name__, int(hit.price)) == ("Rupiah", 100_000)


def test_what_the_search_is_asked_is_not_changed_by_strange_signs(ask):
    titles_of("Tas")
    for words in ('tas" OR 1=1', "tas:* & !kain", "\\tas*", "(tas", "{}[]~^"):
        ask(words)
    assert ProductQuery(words="tas").words == "tas"
