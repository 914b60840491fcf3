"""How a typed search is understood, and why its products stand in their order."""

from collections.abc import Sequence
from dataclasses import dataclass

from store.search.engines.database.words import score_parts
from store.search.engines.port import ProductQuery, ProductResults, Sort
from store.search.expansion import Phrase, Term, understand
from store.search.models import ProductDocument
from store.search.selectors import apart, find_products, known_variants

FIRST = 10


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term in a reader's words."""

    typed: str
    forms: tuple[str, ...]
    others: tuple[str, ...]
    prefix: str


@dataclass(frozen=True, slots=True)
class Scored:
    """A product with what each term brings, in the order of the terms; the last is for words side by side."""

    title: str
    parts: tuple[int, ...]
    is_available: bool

    @property
    def total(self) -> int:
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Explained:
    meanings: tuple[Meaning, ...]
    found: ProductResults
    hits: tuple[Scored, ...]

    @property
    def has_neighbours(self) -> bool:
        """Whether the last part of the scores is for words side by side."""
        return any(len(hit.parts) > len(self.meanings) for hit in self.hits)


def explain(words: str) -> Explained:
    found = find_products(
        ProductQuery(words=words, sort=Sort.RELEVANCE, per_page=FIRST, with_facets=False, with_nearby=False)
    )
    meant = found.suggestion if found.is_corrected else words
    terms = apart(meant) if found.is_widened else understand(meant, known_variants())
    return Explained(tuple(_meaning(term) for term in terms), found, _scored(found, terms))


def _meaning(term: Term) -> Meaning:
    typed, *forms = (_said(phrase) for phrase in term.own)
    return Meaning(typed, tuple(forms), tuple(_said(phrase) for phrase in term.others), term.prefix)


def _said(phrase: Phrase) -> str:
    return " ".join(phrase)


def _scored(found: ProductResults, terms: Sequence[Term]) -> tuple[Scored, ...]:
    """What the rule gives by the documents' table, whichever engine answered."""
    if not terms:
        return ()
    parts = score_parts(terms, widen=found.is_widened)
    named = {f"part_{place}": part for place, part in enumerate(parts)}
    rows = ProductDocument.objects.filter(pk__in=[hit.product for hit in found.hits]).annotate(**named)
    values = {row.pk: tuple(getattr(row, name) for name in named) for row in rows}
    return tuple(
        Scored(hit.title, values[hit.product], hit.is_available)
        for hit in found.hits
        if hit.product in values
    )
