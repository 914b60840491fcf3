"""One state of a listing has one address."""

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from store.search.engines.port import Readiness, Sort
from store.search.state import ListingState, is_said_cleanly


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
    query = "q=tas+pandan&provinsi=32&provinsi=33&harga_dari=50000&harga_sampai=99999&siap=siap&urut=termurah&halaman=2"
    state = read(query)
    assert state == ListingState(
        words="tas pandan",
        provinces=("32", "33"),
        price_from=50_000,
        price_to=99_999,
        readiness=Readiness.READY,
        sort=Sort.CHEAPEST,
        page=2,
    )
    assert state.at("/x/") == f"/x/?{query}"
    assert is_clean(query)


def test_what_is_not_understood_is_left_out():
    assert read("provinsi=abc&harga_dari=murah&siap=entah&urut=acak&halaman=-2") == ListingState()


def test_prices_are_read_as_people_type_them_and_put_in_order():
    state = read("harga_dari=Rp250.000&harga_sampai=100.000")
    assert (state.price_from, state.price_to) == (100_000, 250_000)


def test_the_usual_order_need_not_be_said_and_relevance_needs_words():
    assert read("urut=terbaru").sort is None
    assert read("urut=sesuai").sort is None
    assert read("q=tas&urut=sesuai").sort is None
    assert (read("q=tas").order, read("q=tas&urut=terbaru").order) == (Sort.RELEVANCE, Sort.NEWEST)


def test_changing_something_starts_from_the_first_page():
    assert read("q=tas&halaman=4").but(words="topi") == ListingState(words="topi")


def test_an_address_of_a_form_is_not_clean_and_a_campaigns_name_does_no_harm():
    assert not is_clean("harga_dari=&harga_sampai=&siap=&urut=terbaru")
    assert not is_clean("provinsi=33&provinsi=32")
    assert is_clean("q=tas&utm_source=kabar")


def test_order_and_page_alone_do_not_narrow():
    assert not read("urut=termurah&halaman=3").is_narrowed
    assert read("siap=pesanan").is_narrowed


@given(
    st.dictionaries(
        st.sampled_from(["q", "provinsi", "harga_dari", "harga_sampai", "siap", "urut", "halaman"]), st.text()
    )
)
def test_what_is_written_is_read_as_the_same(values):
    said = QueryDict(mutable=True)
    said.update(values)
    state = ListingState.read(said)
    again = QueryDict(state.at("/").partition("?")[2])
    assert ListingState.read(again) == state
