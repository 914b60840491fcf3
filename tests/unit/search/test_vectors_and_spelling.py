"""The words of a document, and "did you mean"."""

from hypothesis import given
from hypothesis import strategies as st

from store.search.spelling import suggest
from store.search.vectors import Passage, vector_text

VOCABULARY = {"keripik": 9, "singkong": 7, "anyam": 4, "batik": 12, "botik": 1, "sambal": 2}


def test_words_and_roots_share_a_place_under_their_own_weights():
    text = vector_text([Passage("Tas anyaman", words="A", roots="B"), Passage("anyam", words="C", roots="D")])
    assert text == "'anyam':2B,13C 'anyaman':2A 'tas':1A"


def test_passages_stand_apart_so_that_no_phrase_runs_over():
    assert vector_text([Passage("satu", "A", "B"), Passage("lain", "A", "B")]) == "'lain':12A 'satu':1A"


def test_a_word_said_very_often_keeps_its_first_places():
    text = vector_text([Passage("tas kain " * 300, words="D", roots="D")])
    assert text.count("D") == 400


@given(st.text(max_size=300))
def test_any_text_makes_a_vector_of_plain_words(text):
    made = vector_text([Passage(text, words="A", roots="B")])
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
