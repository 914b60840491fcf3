"""From a row of the documents' table to what the index holds of it."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any, Final

from store.search.analysis import roots
from store.search.engines.elasticsearch.mapping import (
    EVERYTHING,
    HEADING,
    ROOTS,
    TITLE,
    TITLE_FORMS,
    ZONES,
    line,
)
from store.search.engines.port import Hit
from store.search.models import ProductDocument
from store.search.vectors import heads

CARD: Final = tuple(field.name for field in fields(Hit))
MARKED: Final = ("digest", "turn", "sold", "reviews", "rating")


def body_of(row: ProductDocument) -> dict[str, Any]:
    return {
        "product": row.pk,
        "is_public": row.is_public,
        "chapter": row.chapter_slug,
        "artisan": row.artisan_id,
        "categories": row.category_ids,
        "province": row.province_code,
        "province_label": f"{row.province_code} {row.province_name}",
        "regency": row.regency_code,
        "regency_label": f"{row.regency_code} {row.regency_name}",
        "materials": row.materials,
        "techniques": row.techniques,
        "certificates": row.certificates,
        "price": int(row.price),
        "is_made_to_order": row.is_made_to_order,
        "is_available": row.is_available,
        "rating": row.rating,
        "reviews": row.reviews,
        "sold": row.sold,
        "turn": row.turn,
        "published_at": row.published_at.isoformat(),
        "variants": [_variant(one) for one in row.variants],
        "mark": mark_of(*(getattr(row, name) for name in MARKED)),
        "card": _card(row),
        **_words(row.analysed),
    }


def mark_of(*values: object) -> str:
    """Of the values of MARKED: what the digest covers, and what others write beside it."""
    return "|".join("" if value is None else str(value) for value in values)


def _variant(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "options": [option(name, value) for name, value in one["options"].items()],
        "price": one["price"],
        "is_available": one["is_available"],
    }


def option(name: str, value: str) -> str:
    return f"{name}={value}"


def _card(row: ProductDocument) -> dict[str, Any]:
    card = {name: getattr(row, name) for name in CARD if name != "product"}
    card["product"] = row.pk
    card["price"] = int(row.price)
    card["published_at"] = row.published_at.isoformat()
    return card


# --- words ------------------------------------------------------------------------------------------------


def _words(analysed: dict[str, Sequence[str]]) -> dict[str, Any]:
    title, names, rest = (analysed.get(zone, ()) for zone in ZONES)
    title_words, title_roots = _split(title)
    heading = title_words | title_roots | set().union(*_split(names))
    return {
        TITLE: _joined(title_words.union(heads(title))),
        TITLE_FORMS: _joined(title_words | title_roots),
        HEADING: _joined(heading),
        EVERYTHING: _joined(heading.union(*_split(rest))),
        **{
            line(zone, twin): [_twin(passage, twin) for passage in analysed.get(zone, ())]
            for zone in ZONES
            for twin in range(ROOTS + 1)
        },
    }


def _split(passages: Sequence[str]) -> tuple[set[str], set[str]]:
    words = {word for passage in passages for word in passage.split()}
    return words, {root for word in words for root in roots(word)}


def _joined(words: Iterable[str]) -> str:
    return " ".join(sorted(words))


def _twin(passage: str, twin: int) -> str:
    """The passage with each word's root of that number in the word's own place; a word without one stays."""
    if twin == 0:
        return passage
    return " ".join(_root(word, twin) for word in passage.split())


def _root(word: str, twin: int) -> str:
    found = roots(word)
    return found[twin - 1] if len(found) >= twin else word
