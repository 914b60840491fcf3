"""Words of Indonesian text; the figures of docs/rules/search.md."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.search.analysis import forms, is_indonesian, new_spelling, roots, singular, stem, tokens


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


WORDS = st.from_regex(r"[a-z]{1,24}", fullmatch=True)
ANYTHING = st.text(st.characters(), max_size=400)


@given(st.text("abcdefgTUéÉ ,.-!'"), st.sampled_from(" ,.;:!?/\t\n"))
def test_case_accents_and_signs_make_no_difference(text, sign):
    plain = tokens(text)
    assert tokens(text.upper()) == plain
    assert tokens(text.replace("é", "e").replace("É", "E")) == plain
    assert tokens(f"{sign}{text}{sign}") == plain
    assert tokens(text.replace(" ", f"{sign} ")) == plain


@given(WORDS)
def test_forms_hold_the_word_once_and_its_root(word):
    ways = forms(word)
    assert len(ways) == len(set(ways))
    assert {word, stem(word), singular(word)} <= set(ways)


@given(WORDS)
def test_a_root_is_a_plain_word(word):
    assert all(tokens(root) == [root] or len(root) > 1 for root in roots(word))
    assert all(root.isascii() and root.isalpha() for root in roots(word))


@given(ANYTHING)
def test_any_text_of_the_world_is_analysed(text):
    words = tokens(text)
    assert all(re.fullmatch("[a-z]+|[0-9]+", word) for word in words)


@pytest.mark.parametrize(
    "text",
    [
        "\0",
        "tas\0pandan",
        "🧺🧺",
        "سلة",
        "\u202etas\u202c",
        "ﬁ",
        "١٢٣",
        "a" * 10_000,
        "tas " * 2_500,
        "\ud800",
        "İSTANBUL",
        "ß",
    ],
)
def test_odd_texts_are_analysed(text):
    assert all(re.fullmatch("[a-z]+|[0-9]+", word) for word in tokens(text))


def test_a_word_of_ten_thousand_letters_costs_little():
    assert forms("me" + "a" * 10_000)[0].startswith("mea")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tas\0pandan", ["tas", "pandan"]),
        ("P-IRT", ["p", "irt"]),
        ("harga brp kak", ["harga", "berapa", "kak"]),
        ("sy ga mau yg mahal", ["saya", "tidak", "mau", "yang", "mahal"]),
        ("kab. Garut", ["kabupaten", "garut"]),
    ],
)
def test_chat_and_signs_are_read(text, words):
    assert tokens(text) == words


def test_real_words_are_told_from_slips():
    assert [is_indonesian(word) for word in ("pria", "merica", "kerapik", "bitik")] == [
        True,
        True,
        False,
        False,
    ]
