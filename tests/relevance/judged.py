"""Judged searches, and how well an engine answers them."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from store.catalogue.models import Category
from store.search.engines.port import ProductQuery, Sort
from store.search.models import ProductDocument
from store.search.selectors import find_products
from tests.relevance.catalogue import load_catalogue

FIRST = 10
GRADES = {"best": 3, "good": 2, "some": 1}
Answer = Callable[[str], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Judged:
    """What was typed, and how good an answer each product (by key) is; products not named are no answer."""

    words: str
    kind: str
    grades: Mapping[str, int]
    differs: str = ""  # why the two engines may answer differently


@dataclass(frozen=True, slots=True)
class Answered:
    judged: Judged
    keys: tuple[str, ...]

    @property
    def ndcg(self) -> float:
        """Gains (2^grade - 1) of the first ten, each worth less the later it comes, against the best order."""
        ideal = sorted(self.judged.grades.values(), reverse=True)
        return _gain(self.judged.grades.get(key, 0) for key in self.keys) / _gain(ideal)


@dataclass(frozen=True, slots=True)
class Report:
    answers: tuple[Answered, ...]

    @property
    def ndcg(self) -> float:
        return sum(one.ndcg for one in self.answers) / len(self.answers)

    @property
    def empty(self) -> tuple[Answered, ...]:
        return tuple(one for one in self.answers if not one.keys)

    @property
    def worst(self) -> list[Answered]:
        return sorted(self.answers, key=lambda one: one.ndcg)[:FIRST]

    @property
    def by_kind(self) -> dict[str, float]:
        kinds: dict[str, list[float]] = {}
        for one in self.answers:
            kinds.setdefault(one.judged.kind, []).append(one.ndcg)
        return {kind: sum(values) / len(values) for kind, values in kinds.items()}


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(list(grades)[:FIRST]))


@dataclass(frozen=True)
class Standard:
    """The catalogue, written and indexed, with its judged searches."""

    keys: Mapping[int, str]
    searches: tuple[Judged, ...]
    unseen: tuple[Judged, ...]  # nobody tuned to these

    def ask(self, answer: Answer, searches: Sequence[Judged] | None = None) -> Report:
        """`answer` gives the products' numbers in order, for what was typed."""
        return Report(
            tuple(
                Answered(one, tuple(self.keys[pk] for pk in answer(one.words)[:FIRST]))
                for one in (self.searches if searches is None else searches)
            )
        )


def first_page(words: str) -> list[int]:
    """What a visitor sees: products that have all the words, then those that have some."""
    found = find_products(ProductQuery(words=words, sort=Sort.RELEVANCE, with_facets=False))
    return [hit.product for hit in (*found.hits, *found.nearby)]


def lay_out() -> Standard:
    keys = load_catalogue()
    shared = _shared_by(keys)
    return Standard(keys, *(_read(name, keys, shared) for name in ("queries.yaml", "unseen.yaml")))


def _read(name: str, keys: Mapping[int, str], shared: Mapping[str, list[str]]) -> tuple[Judged, ...]:
    told = yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))
    groups = {**shared, **{f"@{group}": members for group, members in told["groups"].items()}}
    return tuple(_judged(row, groups, set(keys.values())) for row in told["queries"])


def _shared_by(keys: Mapping[int, str]) -> dict[str, list[str]]:
    """Products of a chapter, of a maker, of a category with all below it, by the documents' own word."""
    found: dict[str, list[str]] = {}
    slugs = dict(_category_slugs())
    for document in ProductDocument.objects.all():
        names = [f"chapter/{document.chapter_slug}", f"maker/{document.artisan_code}"]
        for name in (*names, *(f"category/{slugs[one]}" for one in document.category_ids)):
            found.setdefault(name, []).append(keys[document.pk])
    return found


def _category_slugs() -> Iterable[tuple[int, str]]:
    return Category.objects.values_list("pk", "slug")


def _judged(row: Mapping[str, Any], groups: Mapping[str, list[str]], known: set[str]) -> Judged:
    grades: dict[str, int] = {}
    for name, grade in GRADES.items():
        for key in _written_out(row.get(name, []), groups):
            if key not in known:
                raise KeyError(f"{row['q']}: {key} is no product")
            grades.setdefault(key, grade)
    return Judged(str(row["q"]), row["kind"], grades, row.get("differs", ""))


def _written_out(names: Iterable[str], groups: Mapping[str, list[str]]) -> Iterable[str]:
    for name in names:
        if name.startswith("@") or "/" in name:
            yield from _written_out(groups[name], groups)
        else:
            yield name
