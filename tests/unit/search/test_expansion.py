"""What a typed search means."""

from hypothesis import given
from hypothesis import strategies as st

from store.search.expansion import Thesaurus, thesaurus, understand
from store.search.seeds import KINDS, SAME

KNOWN = thesaurus(
    same=[
        ("kripik", "keripik"),
        ("kripek", "keripik"),
        ("gula jawa", "gula aren"),
        ("buah tangan", "oleh-oleh"),
    ],
    kinds=[("ulos", "tenun"), ("rotan", "anyam")],
)
NOTHING = Thesaurus()


def wordings(text: str) -> list[set[str]]:
    return [{" ".join(phrase) for phrase in (*term.own, *term.others)} for term in understand(text, KNOWN)]


def test_spellings_stand_for_each_other_through_all_links():
    assert wordings("kripek") == [{"kripek", "kripik", "keripik"}]
    assert wordings("keripik") == [{"kripek", "kripik", "keripik"}]


def test_a_kind_answers_for_the_whole_but_not_the_whole_for_the_kind():
    assert wordings("tenun") == [{"tenun", "ulos", "ulo"}]
    assert wordings("ulos") == [{"ulos", "ulo"}]


def test_a_form_of_a_word_knows_what_its_root_knows():
    assert wordings("menganyam") == [{"menganyam", "anyam", "rotan"}]


def test_phrases_are_kept_together():
    assert wordings("gula jawa asli") == [{"gula jawa", "gula aren"}, {"asli"}]
    assert wordings("oleh-oleh") == [{"oleholeh", "buah tangan"}]


def test_what_was_typed_is_told_from_what_means_the_same():
    (term,) = understand("kripik", KNOWN)
    assert (term.own, term.others) == ((("kripik",),), (("keripik",), ("kripek",)))


def test_fillers_are_left_out_unless_there_is_nothing_else():
    assert wordings("tas untuk ibu") == [{"tas"}, {"ibu"}]
    assert wordings("untuk") == [{"untuk"}]


def test_only_the_last_word_may_be_a_beginning():
    assert [term.prefix for term in understand("tas pan", NOTHING)] == ["", "pan"]
    assert [term.prefix for term in understand("tas pa", NOTHING)] == ["", "pa"]
    assert [term.prefix for term in understand("tas p", NOTHING)] == ["", ""]
    assert [term.prefix for term in understand("pa", NOTHING)] == [""]
    assert [term.prefix for term in understand("kopi 200", NOTHING)] == ["", ""]
    assert [term.prefix for term in understand("gula jawa", KNOWN)] == [""]


def test_the_beginning_of_a_known_word_knows_what_the_word_knows():
    assert wordings("krip") == [{"krip", "kripik", "keripik", "kripek"}]
    assert wordings("kri") == [{"kri"}]


def test_a_search_has_at_most_twelve_terms():
    assert len(understand(" ".join(f"kata{'abcdefghijklmnopqrst'[n]}" for n in range(20)), NOTHING)) == 12


def test_nothing_typed_asks_for_nothing():
    assert understand(" ?! ", KNOWN) == ()


def test_the_seeds_are_well_formed():
    pairs = [line.split(" = ") for line in SAME]
    words = [word for line in pairs for word in line]
    assert len(words) == len(set(words))
    assert all(len(words) > 1 and all(words) for words in pairs)
    known = thesaurus([(words[0], other) for words in pairs for other in words[1:]], KINDS)
    assert ("keripik",) in known.same[("kripik",)]
    assert ("songket",) in known.kinds[("tenun",)]


@given(st.text())
def test_any_text_can_be_understood(text):
    for term in understand(text, KNOWN):
        assert term.own
        assert all(word.isalnum() for phrase in (*term.own, *term.others) for word in phrase)
