"""Terms as PostgreSQL understands them: what matches, and how well."""

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db.models import Case, IntegerField, Value, When

from store.search import scoring
from store.search.expansion import Phrase, Term


def matching(terms: Sequence[Term], *, widen: bool) -> SearchQuery:
    """All terms, or any of them."""
    return _query((" | " if widen else " & ").join(_wordings(_all(term), term.prefix) for term in terms))


def score(terms: Sequence[Term], *, widen: bool) -> Any:
    """`store.search.scoring` as an expression over a document that matches."""
    return reduce(add, score_parts(terms, widen=widen))


def score_parts(terms: Sequence[Term], *, widen: bool) -> list[Case]:
    """What each term brings; where several words were typed, the last is for standing side by side."""
    parts = [_term_score(term, widen=widen) for term in terms]
    if phrase := scoring.side_by_side(terms):
        found = When(heading=_query(_phrase(phrase, "AB")), then=Value(scoring.SIDE_BY_SIDE))
        parts.append(Case(found, default=Value(0), output_field=IntegerField()))
    return parts


def _term_score(term: Term, *, widen: bool) -> Case:
    """The steps stand in falling order, so the first that holds is the best."""
    present = scoring.PRESENT if widen else 0
    steps = [
        When(heading=_query(wanted), then=Value(step.worth + present))
        for step in scoring.STEPS
        if (wanted := _at(term, step))
    ]
    if not widen:
        return Case(*steps, default=Value(scoring.REST), output_field=IntegerField())
    rest = When(words=_query(_wordings(_all(term), term.prefix)), then=Value(scoring.REST + present))
    return Case(*steps, rest, default=Value(0), output_field=IntegerField())


def _at(term: Term, step: scoring.Step) -> str:
    return _wordings(*step.wordings(term), step.weights)


def _all(term: Term) -> tuple[Phrase, ...]:
    return (*term.own, *term.others)


def _query(text: str) -> SearchQuery:
    """Words hold letters and digits alone (see `analysis.tokens`), so they may stand in a raw query."""
    return SearchQuery(text, search_type="raw", config="simple")


def _wordings(phrases: Sequence[Phrase], prefix: str, weights: str = "") -> str:
    choices = [_phrase(phrase, weights) for phrase in phrases]
    if prefix:
        choices.append(f"'{prefix}':*{weights}")
    return f"({' | '.join(choices)})" if choices else ""


def _phrase(phrase: Phrase, weights: str = "") -> str:
    mark = f":{weights}" if weights else ""
    return "(" + " <-> ".join(f"'{word}'{mark}" for word in phrase) + ")"
