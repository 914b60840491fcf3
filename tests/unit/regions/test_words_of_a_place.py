from iccn.regions.rules import query_of, words_of


def test_level_words_signs_and_case_do_not_matter() -> None:
    assert words_of("Kel. Cibadak, Kota BANDUNG") == ["cibadak", "bandung"]


def test_common_short_names_are_understood() -> None:
    assert words_of("jogja") == ["yogyakarta"]


def test_accents_are_taken_off_and_single_letters_are_left_out() -> None:
    assert words_of("Sé lat a") == ["se", "lat"]


def test_at_most_six_words_are_used() -> None:
    assert len(words_of("aa bb cc dd ee ff gg hh")) == 6


def test_every_word_becomes_a_beginning_that_must_match() -> None:
    assert query_of("cibadak bandung") == "cibadak:* & bandung:*"


def test_signs_of_the_query_language_cannot_be_smuggled_in() -> None:
    assert query_of("a:* | !cibadak & ()") == "cibadak:*"


def test_nothing_typed_is_an_empty_query() -> None:
    assert query_of("  kota ") == ""
