"""What holds for every thesaurus and every search: properties of expansion and scoring."""

from hypothesis import given
from hypothesis import strategies as st

from store.search.analysis import tokens
from store.search.expansion import Thesaurus, thesaurus, understand
from store.search.scoring import HEAD_MARK, STEPS, at_head
from store.search.seeds import KINDS, SAME
from store.search.vectors import analyse, whole_vector

WORD = st.sampled_from(["tas", "topi", "kain", "kopi", "teh", "ulos", "tenun", "songket", "baju", "kemeja"])
PAIRS = st.lists(st.tuples(WORD, WORD), max_size=8)
SEEDED = thesaurus(
    [(first, other) for first, *others in (line.split(" = ") for line in SAME) for other in others], KINDS
)


@given(PAIRS)
def test_what_means_the_same_does_so_both_ways_and_through_all_links(pairs):
    same = thesaurus(pairs, []).same
    for one, others in same.items():
        assert one not in others
        for other in others:
            assert one in same[other]
            assert set(same[other]) | {other} == set(others) | {one}


@given(st.lists(st.tuples(WORD, WORD).filter(lambda pair: pair[0] < pair[1]), max_size=8))
def test_a_kind_works_one_way_alone(pairs):
    known = thesaurus([], pairs)
    for kind, whole in pairs:
        assert (kind,) in known.wordings((whole,))
        assert (whole,) not in known.wordings((kind,))


@given(PAIRS, PAIRS)
def test_rings_of_kinds_come_to_an_end_and_nothing_is_said_twice(same, kinds):
    known = thesaurus(same, kinds)
    for one in (*known.same, *known.kinds):
        wordings = known.wordings(one)
        assert wordings[0] == one
        assert len(wordings) == len(set(wordings))


def test_kinds_of_kinds_are_kinds():
    wordings = SEEDED.wordings(("makanan",))
    assert {("camilan",), ("keripik",), ("kripik",)} <= set(wordings)
    assert ("makanan",) not in SEEDED.wordings(("keripik",))


def test_batik_by_hand_and_by_stamp_are_two_things():
    (term,) = understand("batik tulis", SEEDED)
    assert term.own == (("batik", "tulis"),)
    assert ("batik", "cap") not in term.others


@given(st.text(max_size=200), st.booleans())
def test_a_search_never_loses_a_telling_word(text, is_seeded):
    known = SEEDED if is_seeded else Thesaurus()
    terms = understand(text, known)
    typed = [word for term in terms for word in term.own[0]]
    words = iter(tokens(text))
    assert all(word in words for word in typed)  # in the order in which they were typed
    assert bool(typed) == bool(tokens(text))


@given(
    st.lists(
        st.sampled_from(["Tas", "anyaman", "PANDAN", "untuk", "ibu", "22", "Kué", "baju2"]),
        min_size=1,
        max_size=6,
    )
)
def test_a_document_is_found_by_every_word_of_its_title(title):
    text = " ".join(title)
    kept = whole_vector(analyse(title=[text], names=[], rest=[]))
    for word in tokens(text):
        (term,) = understand(word, Thesaurus())
        assert any(f"'{phrase[0]}':" in kept for phrase in term.own)


@given(st.text(max_size=60))
def test_the_mark_of_a_titles_first_word_is_no_word(text):
    assert not any(word.startswith(HEAD_MARK) for word in tokens(text))
    assert at_head("tas") not in tokens(at_head("tas"))


def test_the_rule_stands_in_falling_order_with_the_figures_of_the_rules_page():
    assert [step.worth for step in STEPS] == sorted((step.worth for step in STEPS), reverse=True)
    assert [(step.worth, step.weights, step.part) for step in STEPS] == [
        (130, "A", 100), (100, "A", 100), (65, "A", 50), (60, "AB", 100), (50, "A", 50),
        (30, "AB", 50), (20, "ABC", 100), (15, "A", 15), (10, "ABC", 50),
    ]  # fmt: skip


def test_a_step_asks_for_what_was_typed_meant_or_begun():
    (term,) = understand("krip", thesaurus([("kripik", "keripik")], []))
    head, meant, begun = STEPS[0], STEPS[4], STEPS[7]
    assert head.wordings(term) == ([("h0krip",)], "")
    assert meant.wordings(term) == ((("kripik",), ("keripik",)), "")
    assert begun.wordings(term) == ((), "krip")
