"""Words of Indonesian text; the figures of docs/rules/search.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search.analysis import forms, new_spelling, roots, singular, stem, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tas Pandan ANYAM", ["tas", "pandan", "anyam"]),
        ("Kué Lapis Legít", ["kue", "lapis", "legit"]),
        ("baju2 anak", ["baju", "anak"]),
        ("baju-baju anak", ["baju", "anak"]),
        ("Oleh-Oleh Khas", ["oleholeh", "khas"]),
        ("oleh oleh khas", ["oleholeh", "khas"]),
        ("Kopi 200gr utk ibu", ["kopi", "200", "gram", "untuk", "ibu"]),
        ("22 22 kg", ["22", "22", "kg"]),
        ("Jum'at", ["jumat"]),
        ("!!! ???", []),
    ],
)
def test_text_becomes_plain_words(text, words):
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("menganyam", "anyam"),
        ("anyaman", "anyam"),
        ("penganyam", "anyam"),
        ("menenun", "tenun"),
        ("perajin", "rajin"),
        ("keripik", "keripik"),
        ("kopinya", "kopi"),
        ("melukis", "lukis"),
        ("perhiasan", "perhiasan"),
        ("hiasan", "hias"),
        ("makanan", "makanan"),
        ("pekalongan", "pekalongan"),
        ("gantungannya", "gantung"),
        ("qwertnya", "qwert"),
    ],
)
def test_words_have_the_roots_that_people_mean(word, root):
    assert stem(word) == root


@pytest.mark.parametrize(
    ("word", "one"),
    [("bags", "bag"), ("candies", "candy"), ("glass", "glass"), ("tas", "tas"), ("bag", "bag")],
)
def test_english_plurals_become_singular(word, one):
    assert singular(word) == one


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("soerabaja", "surabaya"),
        ("djakarta", "jakarta"),
        ("tjandi", "candi"),
        ("batoe", "batu"),
        ("janji", "janji"),
    ],
)
def test_old_spelling_is_read_as_new(old, new):
    assert new_spelling(old) == new


def test_a_document_keeps_roots_beside_its_words_only_when_they_differ():
    assert roots("anyaman") == ("anyam",)
    assert roots("tas") == ()


@given(st.text())
def test_words_are_letters_and_digits_alone(text):
    assert all(word.isascii() and word.isalnum() and word == word.lower() for word in tokens(text))


@given(st.text())
def test_analysing_words_again_changes_nothing(text):
    once = tokens(text)
    assert [word for one in once for word in tokens(one)] == once


@given(st.from_regex(r"[a-z]{1,24}", fullmatch=True))
def test_a_word_is_always_found_by_itself_and_no_form_is_empty(word):
    assert forms(word)[0] == word
    assert all(form and form.isalnum() for form in forms(word))


@given(st.from_regex(r"[a-z]{1,24}", fullmatch=True))
def test_whatever_a_document_keeps_of_a_word_answers_a_search_for_it(word):
    assert {word, *roots(word)} <= set(forms(word))
