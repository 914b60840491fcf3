"""Terms as Elasticsearch understands them: what matches, and how well. No BM25: `store.search.scoring` is the rule."""

from collections.abc import Sequence
from typing import Final

from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    DisMax,
    MatchAll,
    MatchPhrase,
    Prefix,
    Query,
    SpanFieldMasking,
    SpanNear,
    SpanOr,
    SpanTerm,
    Terms,
)

from store.search import scoring
from store.search.engines.elasticsearch.mapping import (
    EVERYTHING,
    HEADING,
    ROOTS,
    TITLE,
    TITLE_FORMS,
    ZONES,
    line,
)
from store.search.expansion import Phrase, Term

# The bag for each set of weights that the rule names, and the zones in whose lines a phrase may stand.
BAG_OF: Final = {"A": TITLE, "AB": TITLE_FORMS, "ABC": HEADING, "": EVERYTHING}
ZONES_OF: Final = {"A": ZONES[:1], "AB": ZONES[:1], "ABC": ZONES[:2], "": ZONES}


def matching(terms: Sequence[Term], *, widen: bool) -> Query:
    """All terms, or any of them."""
    found = [_anywhere(term) for term in terms]
    return Bool(should=found, minimum_should_match=1) if widen else Bool(filter=found)


def scores(terms: Sequence[Term], *, widen: bool) -> list[Query]:
    """Parts whose sum is the score of a document that matches."""
    present = scoring.PRESENT if widen else 0
    parts: list[Query] = [DisMax(queries=_places(term, present, widen=widen)) for term in terms]
    if phrase := scoring.side_by_side(terms):
        parts.append(_worth(_phrase(phrase, "AB"), scoring.SIDE_BY_SIDE))
    return parts


def _places(term: Term, present: int, *, widen: bool) -> list[Query]:
    steps = [
        _worth(wanted, step.worth + present)
        for step in scoring.STEPS
        if (wanted := _wordings(*step.wordings(term), step.weights))
    ]
    return [*steps, _worth(_rest(term, widen=widen), scoring.REST + present)]


def _rest(term: Term, *, widen: bool) -> Query:
    """Unless some terms suffice, every term is known to stand somewhere, and looking again is spared."""
    return _anywhere(term) if widen else MatchAll()


def _worth(wanted: Query, worth: int) -> Query:
    return ConstantScore(filter=wanted, boost=worth)


def _anywhere(term: Term) -> Query:
    return _wordings((*term.own, *term.others), term.prefix, "")


def _wordings(phrases: Sequence[Phrase], prefix: str, weights: str) -> Query | None:
    bag = BAG_OF[weights]
    singles = [phrase[0] for phrase in phrases if len(phrase) == 1]
    found: list[Query] = [Terms(**{bag: singles})] if singles else []
    found += [_phrase(phrase, weights) for phrase in phrases if len(phrase) > 1]
    if prefix:
        found.append(Prefix(**{bag: prefix}))
    if not found:
        return None
    return found[0] if len(found) == 1 else Bool(should=found)


def _phrase(phrase: Phrase, weights: str) -> Query:
    if weights == "A":
        return MatchPhrase(**{line(ZONES[0]): " ".join(phrase)})
    lines = [_in_line(phrase, zone) for zone in ZONES_OF[weights]]
    return lines[0] if len(lines) == 1 else Bool(should=lines)


def _in_line(phrase: Phrase, zone: str) -> Query:
    """Words side by side, each as itself or as the root of what stands there."""
    return SpanNear(clauses=[_standing(word, zone) for word in phrase], slop=0, in_order=True)


def _standing(word: str, zone: str) -> Query:
    plain = line(zone)
    masked = [
        SpanFieldMasking(query=SpanTerm(**{line(zone, twin): word}), field=plain)
        for twin in range(1, ROOTS + 1)
    ]
    return SpanOr(clauses=[SpanTerm(**{plain: word}), *masked])
