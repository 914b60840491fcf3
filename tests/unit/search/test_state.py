"""One state of a listing has one address."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from store.search.engines.port import Readiness, Sort
from store.search.state import NAMES, ListingState, is_said_cleanly

EVERYTHING = (
    "q=tas+pandan&provinsi=32&provinsi=33&kabupaten=32.73&kabupaten=33.20&teknik=anyam&bahan=daun-pandan&bahan=rotan"
    "&harga_dari=50000&harga_sampai=99999&siap=siap&sertifikat=halal&sertifikat=pirt&nilai=4&ukuran=L&ukuran=M"
    "&warna=merah+tua&urut=termurah&halaman=2"
)


def read(query: str) -> ListingState:
    return ListingState.read(QueryDict(query))


def is_clean(query: str) -> bool:
    said = QueryDict(query)
    return is_said_cleanly(read(query), [(name, one) for name, values in said.lists() for one in values])


def test_an_empty_address_is_the_whole_shop_newest_first():
    state = read("")
    assert (state, state.order, state.is_narrowed) == (ListingState(), Sort.NEWEST, False)
    assert state.at("/id/toko/") == "/id/toko/"


def test_everything_is_read_and_written_in_one_order():
    state = read(EVERYTHING)
    assert state == ListingState(
        words="tas pandan",
        provinces=("32", "33"),
        regencies=("32.73", "33.20"),
        techniques=("anyam",),
        materials=("daun-pandan", "rotan"),
        price_from=50_000,
        price_to=99_999,
        readiness=Readiness.READY,
        certificates=("halal", "pirt"),
        rating_from=4,
        options=(("ukuran", ("L", "M")), ("warna", ("merah tua",))),
        sort=Sort.CHEAPEST,
        page=2,
    )
    assert state.at("/x/") == f"/x/?{EVERYTHING}"
    assert is_clean(EVERYTHING)


def test_a_state_is_asked_of_the_engine_in_full():
    query = read(EVERYTHING).query(category=7)
    assert (query.words, query.category, query.regencies) == ("tas pandan", 7, ("32.73", "33.20"))
    assert (query.materials, query.techniques) == (("daun-pandan", "rotan"), ("anyam",))
    assert (query.certificates, query.rating_from) == (("halal", "pirt"), 4)
    assert query.options == (("ukuran", ("L", "M")), ("warna", ("merah tua",)))
    assert (int(query.price_from), int(query.price_to), query.page) == (50_000, 99_999, 2)


def test_what_is_not_understood_is_left_out():
    assert (
        read(
            "provinsi=abc&kabupaten=3273&teknik=%3Cb%3E&bahan=Daun+Pandan&harga_dari=murah&siap=entah&sertifikat=-"
            "&nilai=3&ukuran=+&urut=acak&halaman=-2"
        )
        == ListingState()
    )


def test_a_regency_goes_with_its_province():
    assert read("provinsi=33&kabupaten=32.73").regencies == ()
    assert read("provinsi=32&kabupaten=32.73").without("provinces", "32") == ListingState()


@pytest.mark.parametrize(("typed", "low", "high"), [("Rp250.000", 100_000, 250_000), ("0", None, 100_000)])
def test_prices_are_read_as_people_type_them_and_put_in_order(typed, low, high):
    state = read(f"harga_dari={typed}&harga_sampai=000100.000")
    assert (state.price_from, state.price_to) == (low, high)


def test_a_price_beyond_all_measure_is_the_highest():
    assert read(f"harga_sampai={'9' * 6_000}").price_to == 9_999_999_999


def test_the_usual_order_need_not_be_said_and_relevance_needs_words():
    assert read("urut=terbaru").sort is None
    assert read("urut=sesuai").sort is None
    assert read("q=tas&urut=sesuai").sort is None
    assert (read("q=tas").order, read("q=tas&urut=terbaru").order) == (Sort.RELEVANCE, Sort.NEWEST)
    assert [read(f"urut={one}").order for one in ("nilai", "bergilir")] == [Sort.RATING, Sort.ROTATION]


def test_changing_something_starts_from_the_first_page():
    assert read("q=tas&halaman=4").but(words="topi") == ListingState(words="topi")


def test_one_value_is_taken_away_and_the_others_stay():
    state = read(EVERYTHING)
    assert state.without("materials", "rotan").materials == ("daun-pandan",)
    assert state.without_option("ukuran", "L").options == (("ukuran", ("M",)), ("warna", ("merah tua",)))
    assert state.without_option("warna", "merah tua").options == (("ukuran", ("L", "M")),)
    assert state.without_option("warna", "merah tua").chosen("warna") == ()


def test_an_address_of_a_form_is_not_clean_and_a_campaigns_name_does_no_harm():
    assert not is_clean("harga_dari=&harga_sampai=&siap=&urut=terbaru")
    assert not is_clean("provinsi=33&provinsi=32")
    assert not is_clean("bahan=rotan&teknik=anyam")
    assert is_clean("q=tas&utm_source=kabar")


def test_order_and_page_alone_do_not_narrow():
    assert not read("urut=termurah&halaman=3").is_narrowed
    assert read("siap=pesanan").is_narrowed
    assert read("ukuran=M").is_narrowed


PLAUSIBLE = st.sampled_from(
    [
        "32",
        "33",
        "32.73",
        "33.20",
        "daun-pandan",
        "rotan",
        "M",
        "L ",
        "4",
        "0",
        "Rp1.000",
        "siap",
        "bergilir",
        "sesuai",
    ]
)


@given(st.lists(st.tuples(st.sampled_from(NAMES), PLAUSIBLE | st.text(max_size=20)), max_size=12))
def test_what_is_written_is_read_as_the_same(pairs):
    said = QueryDict(mutable=True)
    for name, value in pairs:
        said.appendlist(name, value)
    state = ListingState.read(said)
    again = state.at("/").partition("?")[2]
    assert read(again) == state
    assert is_clean(again)
    assert "=&" not in f"{again}&"


@given(st.binary(max_size=300))
def test_no_address_is_an_error(garbage):
    state = ListingState.read(QueryDict(garbage))
    assert read(state.at("/").partition("?")[2]) == state
