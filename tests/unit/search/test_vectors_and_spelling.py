"""The words of a document, and "did you mean"."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from store.search.expansion import thesaurus
from store.search.spelling import NEAR_ENOUGH, OTHER_BEGINNING, Vocabulary, _nearest, suggest
from store.search.vectors import Analysed, analyse, heading_vector, whole_vector

VOCABULARY = Vocabulary(
    {
        "keripik": 9,
        "singkong": 7,
        "anyam": 4,
        "batik": 12,
        "botik": 1,
        "sambal": 2,
        "mega": 3,
        "mendung": 2,
    }
)
KNOWN = thesaurus(same=[("coklat", "cokelat"), ("hot sauce", "sambal")], kinds=[])


def test_words_and_roots_share_a_place_under_their_own_weights():
    made = analyse(title=["Tas anyaman"], names=["Menganyam"], rest=["bagus"])
    assert made == Analysed(("tas anyaman",), ("menganyam",), ("bagus",))
    assert heading_vector(made) == "'anyam':2B,13C 'anyaman':2A 'menganyam':13C 'tas':1A 'h0tas':8000A"
    assert whole_vector(made) == "'anyam':2B,13C 'anyaman':2A 'bagus':24D 'menganyam':13C 'tas':1A"


def test_passages_stand_apart_so_that_no_phrase_runs_over():
    assert (
        heading_vector(analyse(title=["satu", "lain"], names=[], rest=[]))
        == "'lain':12A 'satu':1A 'h0satu':8000A"
    )


def test_the_first_word_of_the_first_title_and_its_roots_are_marked():
    made = heading_vector(analyse(title=["Anyaman pandan", "Woven thing"], names=[], rest=[]))
    assert "'h0anyaman':8000A 'h0anyam':8000A" in made
    assert "h0woven" not in made
    assert heading_vector(analyse(title=["!"], names=[], rest=[])) == ""


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


def meant(text: str) -> str:
    return suggest(text, VOCABULARY, KNOWN)


def test_a_slip_is_mended_with_the_nearest_known_word():
    assert meant("kripsik singkong") == "keripik singkong"
    assert meant("batij") == "batik"


def test_of_equally_near_words_the_commoner_wins_and_the_first_letter_is_seldom_a_slip():
    assert meant("bitik") == "batik"
    assert suggest("sutara", Vocabulary({"utara": 90, "sutra": 1}), KNOWN) == "sutra"


def test_known_words_their_forms_and_fillers_are_left_alone():
    assert meant("menganyam untuk batik") == ""


def test_a_word_that_stands_for_another_is_no_slip_nor_is_one_of_a_known_phrase():
    assert meant("coklat") == ""
    assert meant("hot sauce") == ""


def test_a_word_of_the_dictionary_is_no_slip_even_when_nothing_has_it():
    assert suggest("pria", Vocabulary({"prima": 9}), KNOWN) == ""
    assert suggest("kado", Vocabulary({"lado": 9}), KNOWN) == ""


def test_known_words_beside_an_unknown_one_stay():
    assert meant("batik megamendung sambel") == "batik mega mendung sambal"


def test_words_are_written_apart_and_together_as_the_catalogue_has_them():
    assert meant("megamendung") == "mega mendung"
    assert meant("sing kong") == "singkong"
    assert meant("mega mendung") == ""


def test_words_too_short_or_too_far_or_too_long_are_left_alone():
    assert meant("btk") == ""
    assert meant("kulkas") == ""
    assert meant("x" * 5_000) == ""
    assert meant("batik 2026") == ""


@given(st.text(max_size=60))
def test_any_text_may_be_asked_about_and_what_is_meant_is_said_in_plain_words(text):
    assert all(word.isascii() and word.isalnum() for word in meant(text).split())


@given(
    st.from_regex("[a-d]{4,9}", fullmatch=True),
    st.lists(st.from_regex("[a-d]{3,10}", fullmatch=True), max_size=30),
)
def test_looking_by_length_and_beginning_misses_no_nearer_word(word, others):
    vocabulary = Vocabulary((one, len(one)) for one in others)
    likeness = {
        one: OSA.normalized_similarity(word, one) - (OTHER_BEGINNING if one[0] != word[0] else 0.0)
        for one in vocabulary
    }
    best = max(likeness.values(), default=0.0)
    found = _nearest(word, vocabulary)
    assert (
        (likeness[found] == best)
        if best > NEAR_ENOUGH
        else (found == word or likeness[found] >= NEAR_ENOUGH - 1e-9)
    )
