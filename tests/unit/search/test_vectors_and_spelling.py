"""The words of a document, and "did you mean"."""

from hypothesis import given
from hypothesis import strategies as st

from store.search.spelling import suggest
from store.search.vectors import Analysed, analyse, heading_vector, whole_vector

VOCABULARY = {"keripik": 9, "singkong": 7, "anyam": 4, "batik": 12, "botik": 1, "sambal": 2}


def test_words_and_roots_share_a_place_under_their_own_weights():
    made = analyse(title=["Tas anyaman"], names=["Menganyam"], rest=["bagus"])
    assert made == Analysed(("tas anyaman",), ("menganyam",), ("bagus",))
    assert heading_vector(made) == "'anyam':2B,13C 'anyaman':2A 'menganyam':13C 'tas':1A"
    assert whole_vector(made) == "'anyam':2B,13C 'anyaman':2A 'bagus':24D 'menganyam':13C 'tas':1A"


def test_passages_stand_apart_so_that_no_phrase_runs_over():
    assert heading_vector(analyse(title=["satu", "lain"], names=[], rest=[])) == "'lain':12A 'satu':1A"


def test_empty_passages_and_repeated_ones_are_left_out():
    assert analyse(title=["Tas", "", "tas!"], names=["…"], rest=[]) == Analysed(("tas",), (), ())


def test_a_word_said_very_often_keeps_its_first_places():
    assert whole_vector(analyse(title=[], names=[], rest=["tas kain " * 300])).count("D") == 400


def test_a_document_has_an_end():
    made = analyse(title=["tas"], names=[], rest=[f"kata {' '.join(f'x{one}' for one in range(3_000))}"] * 2)
    assert len(made.rest) == 1
    assert len(whole_vector(analyse(title=[], names=[], rest=["satu " + "dua tiga " * 4_000])).split()) == 3


@given(st.text(max_size=300))
def test_any_text_makes_a_vector_of_plain_words(text):
    made = whole_vector(analyse(title=[text], names=[text], rest=[text]))
    assert all(part.startswith("'") and "':" in part for part in made.split())


def test_a_slip_is_mended_with_the_nearest_known_word():
    assert suggest("kripsik singkong", VOCABULARY) == "keripik singkong"
    assert suggest("batij", VOCABULARY) == "batik"


def test_of_equally_near_words_the_commoner_wins():
    assert suggest("bitik", VOCABULARY) == "batik"


def test_known_words_their_forms_and_fillers_are_left_alone():
    assert suggest("menganyam untuk batik", VOCABULARY) == ""


def test_words_too_short_or_too_far_are_left_alone():
    assert suggest("btk", VOCABULARY) == ""
    assert suggest("kulkas", VOCABULARY) == ""
