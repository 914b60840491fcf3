"""What a shopper may mean while still typing: products, categories, makers, places."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from django.core.cache import cache
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from store.catalogue.tree import CategoryTree
from store.catalogue.words import in_language
from store.search.analysis import forms, tokens
from store.search.cards import ProductCard, card_of
from store.search.engines.choice import engine
from store.search.engines.port import Hit, ProductQuery, Sort
from store.search.expansion import Term, understand
from store.search.models import ProductDocument
from store.search.selectors import known_variants, vocabulary
from store.search.spelling import suggest
from store.search.state import ListingState

GUIDE_KEY: Final = "search:guide"
GUIDE_SECONDS: Final = 300
SHORTEST: Final = 2
MOST_PRODUCTS: Final = 4
MOST_OTHERS: Final = 2
THUMB_SIZES: Final = "3rem"


@dataclass(frozen=True, slots=True)
class Signpost:
    """Something that has a name and a page: a category, a maker, a place. `key` is its id, code or area code."""

    kind: str
    key: str
    label: str
    label_en: str
    words: frozenset[str]
    products: int = 0
    path: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list."""

    label: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """`terms` are other words to search for, when nothing has those that were typed."""

    products: Sequence[ProductCard] = ()
    categories: Sequence[Entry] = ()
    makers: Sequence[Entry] = ()
    places: Sequence[Entry] = ()
    terms: Sequence[Entry] = ()

    @property
    def count(self) -> int:
        return sum(map(len, (self.products, self.categories, self.makers, self.places, self.terms)))


def complete(text: str, limit: int = MOST_PRODUCTS) -> Completion:
    """At most `limit` products and two of everything else. One query, three more when nothing is in the cache yet."""
    typed = tokens(text)
    if sum(map(len, typed)) < SHORTEST:
        return Completion()
    terms = _unfinished(text, typed[-1])
    hits, meant = _products(text, terms, limit)
    posts = guide()
    return Completion(
        products=[card_of(hit, sizes=THUMB_SIZES) for hit in hits],
        categories=[_category(one) for one in _answering(posts, "category", terms)],
        makers=[_maker(one) for one in _answering(posts, "maker", terms)],
        places=_places(posts, text, terms),
        terms=[Entry(meant, ListingState(words=meant).at(reverse("store:listing")))] if meant else [],
    )


def _unfinished(text: str, last: str) -> tuple[Term, ...]:
    """The terms of the search, with its last word as a beginning, be it only two letters long."""
    terms = understand(text, known_variants())
    if len(last) < SHORTEST or last.isdigit() or not terms or terms[-1].prefix:
        return terms
    return (*terms[:-1], replace(terms[-1], prefix=last) if len(terms[-1].own[0]) == 1 else terms[-1])


def _products(text: str, terms: Sequence[Term], limit: int) -> tuple[Sequence[Hit], str]:
    """The best products; when there are none, those of what was probably meant, and what that is."""
    query = ProductQuery(words=text, per_page=limit, sort=_sort(terms), with_facets=False, with_total=False)
    hits = engine().find(query, terms, widen=False).hits
    if hits:
        return hits, ""
    meant = suggest(text, vocabulary(), known_variants())
    if not meant:
        return (), ""
    again = engine().find(replace(query, words=meant), understand(meant, known_variants()), widen=False).hits
    return again, meant if again else ""


def _sort(terms: Sequence[Term]) -> Sort:
    """Two letters begin too much to be ranked: the newest come first."""
    is_telling = len(terms) > 1 or len(terms[0].prefix or "...") > SHORTEST
    return Sort.RELEVANCE if is_telling else Sort.NEWEST


# --- what has a page of its own ---------------------------------------------------------------------------


def guide() -> tuple[Signpost, ...]:
    """Every category, and every maker and place with products. Two queries, kept for five minutes."""
    known: tuple[Signpost, ...] | None = cache.get(GUIDE_KEY)
    if known is None:
        known = (*_categories(), *_makers_and_places())
        cache.set(GUIDE_KEY, known, GUIDE_SECONDS)
    return known


def _categories() -> Iterable[Signpost]:
    for node in CategoryTree.load().nodes:
        yield Signpost(
            "category", str(node.id), node.name, node.name_en, _words(node.name, node.name_en), path=node.path
        )


def _makers_and_places() -> Iterable[Signpost]:
    makers: Counter[tuple[str, str]] = Counter()
    places: Counter[tuple[str, str]] = Counter()
    rows = (
        ProductDocument.objects.filter(is_public=True)
        .values_list(
            "artisan_code", "artisan_name", "regency_code", "regency_name", "province_code", "province_name"
        )
        .annotate(count=Count("*"))
        .order_by()
    )
    for code, name, regency, regency_name, province, province_name, count in rows:
        makers[code, name] += count
        places[regency, regency_name] += count
        places[province, province_name] += count
    for (key, label), count in makers.items():
        if key:
            yield Signpost("maker", key, label, "", _words(label), count)
    for (key, label), count in places.items():
        yield Signpost("place", key, label, "", _words(label), count)


def _words(*names: str) -> frozenset[str]:
    return frozenset(form for name in names for word in tokens(name) for form in forms(word))


def _answering(posts: Iterable[Signpost], kind: str, terms: Sequence[Term]) -> list[Signpost]:
    """Those that every term fits; whole words before beginnings, then those with most products."""
    fitting = [one for one in posts if one.kind == kind and all(_fits(term, one) for term in terms)]
    fitting.sort(key=lambda one: (not all(_names(term, one) for term in terms), -one.products, one.label))
    return fitting[:MOST_OTHERS]


def _names(term: Term, post: Signpost) -> bool:
    return any(post.words.issuperset(phrase) for phrase in (*term.own, *term.others))


def _fits(term: Term, post: Signpost) -> bool:
    begins = bool(term.prefix) and any(word.startswith(term.prefix) for word in post.words)
    return begins or _names(term, post)


def _category(post: Signpost) -> Entry:
    return Entry(
        in_language(post.label, post.label_en), reverse("store:category", kwargs={"path": post.path})
    )


def _maker(post: Signpost) -> Entry:
    return Entry(post.label, reverse("catalogue:artisan", kwargs={"code": post.key}))


def _places(posts: Sequence[Signpost], text: str, terms: Sequence[Term]) -> list[Entry]:
    """Places that were named; else, when the last word alone names one, what comes before it in that place."""
    found = [_place(one, "") for one in _answering(posts, "place", terms)]
    if found or len(terms) < 2:
        return found
    words = text.split()
    return [_place(one, " ".join(words[:-1])) for one in _answering(posts, "place", terms[-1:])]


def _place(post: Signpost, words: str) -> Entry:
    state = ListingState(
        words=words,
        provinces=(post.key[:2],),
        regencies=(post.key,) if "." in post.key else (),
    )
    label = _("“%(words)s” di %(place)s") % {"words": words, "place": post.label} if words else post.label
    return Entry(label, state.at(reverse("store:listing")))
