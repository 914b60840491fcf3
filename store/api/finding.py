"""What a search of the whole site asks of the store: its products and makers, and how it understands words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Count, Q
from django.urls import reverse

from store.api.cards import ArtisanCard, ProductCard
from store.api.selectors import artisan_card
from store.partner.models import Partner
from store.search.analysis import roots, tokens
from store.search.cards import card_of
from store.search.engines.port import ProductQuery, Sort
from store.search.expansion import understand
from store.search.marking import Piece, excerpt, pieces, wanted
from store.search.selectors import find_products, known_variants
from store.search.state import ListingState

ARTISAN_FIELDS = (
    *("name", "craft", "story", "story_en", "member__chapter__name"),
    *("member__chapter__regency__name", "member__chapter__regency__province__name"),
)

__all__ = ["FoundArtisans", "FoundProducts", "Meaning", "find_artisans", "find_cards", "words_of"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """A typed search: for each thing asked for, every wording that answers it (a word, or words side by side)."""

    wordings: tuple[tuple[str, ...], ...]
    words: frozenset[str]

    @classmethod
    def of(cls, text: str) -> "Meaning":
        """One query, when the editors' wordings are not in the cache."""
        terms = understand(text, known_variants()) if text else ()
        wordings = (
            tuple(dict.fromkeys(" ".join(phrase) for phrase in (*term.own, *term.others))) for term in terms
        )
        return cls(tuple(wordings), wanted(terms))

    @property
    def patterns(self) -> tuple[str, ...]:
        """For each thing asked for, a regular expression of PostgreSQL: one of its wordings begins there."""
        return tuple(rf"\m({'|'.join(wordings)})" for wordings in self.wordings)

    def marked(self, text: str) -> list[Piece]:
        """A text in pieces: those that answer are marked."""
        return list(pieces(text, self.words))

    def excerpt(self, texts: Iterable[str]) -> list[Piece]:
        """Where the first of the texts answers."""
        return excerpt(texts, self.words)


@dataclass(frozen=True, slots=True)
class FoundProducts:
    """`meant` are the words that were searched instead, when nothing had those that were typed."""

    cards: Sequence[ProductCard]
    total: int
    url: str
    meant: str = ""


@dataclass(frozen=True, slots=True)
class FoundArtisans:
    cards: Sequence[ArtisanCard]
    total: int


def words_of(texts: Iterable[str]) -> str:
    """The words of a document and their roots, as a search will ask for them."""
    words = [word for text in texts for word in tokens(text)]
    return " ".join(dict.fromkeys(form for word in words for form in (word, *roots(word))))


def find_cards(text: str, most: int) -> FoundProducts:
    """The best products for a text, and where all of them are."""
    query = ProductQuery(words=text, sort=Sort.RELEVANCE, per_page=most, with_facets=False)
    found = find_products(query)
    return FoundProducts(
        cards=[card_of(hit) for hit in found.hits],
        total=found.total,
        url=ListingState(words=text).at(reverse("store:listing")),
        meant=found.suggestion if found.is_corrected else "",
    )


def find_artisans(meaning: Meaning, first: int, most: int) -> FoundArtisans:
    """Artisans who agreed to be shown and whose name, craft, story or place answers. Three queries."""
    found = (
        Partner.objects.filter(_answers(meaning), is_public=True)
        .select_related("member__chapter__regency", "member__village__district", "portrait")
        .prefetch_related("portrait__renditions")
        .annotate(on_sale=Count("products", filter=Q(products__is_public=True)))
        .order_by("name", "pk")
    )
    shown = found[first : first + most]
    return FoundArtisans([artisan_card(one, one.on_sale) for one in shown], found.count())


def _answers(meaning: Meaning) -> Q:
    """For each thing asked for, one of its wordings stands somewhere."""
    answers = Q()
    for pattern in meaning.patterns:
        somewhere = (Q(**{f"{field}__iregex": pattern}) for field in ARTISAN_FIELDS)
        answers &= reduce(or_, somewhere)
    return answers
