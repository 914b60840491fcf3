"""Reading the stories: what stands in `stories/*.yaml`, as plain values."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent.parent / "stories"
Row = Mapping[str, Any]


QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # written in C where the wheel has it


def read(path: Path) -> Any:
    """One file of stories."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=QUICK)  # noqa: S506 - both loaders are safe


def rows(kind: str, folder: Path = FOLDER) -> Iterator[Row]:
    """The rows of every file in a folder of stories, in the order of their names."""
    for path in sorted((folder / kind).glob("*.yaml")):
        yield from read(path)


@dataclass(frozen=True, slots=True)
class Words:
    """The same in Indonesian and in English."""

    id: str
    en: str


def words(row: Row) -> Words:
    return Words(row["id"], row["en"])


@dataclass(frozen=True, slots=True)
class Stories:
    """Everything that is told; a test may tell an excerpt."""

    people: Row
    categories: tuple[Row, ...]
    chapters: tuple[Row, ...]
    artisans: tuple[Row, ...]
    families: tuple[Row, ...]  # of products: what they share, and the products
    submissions: tuple[Row, ...]  # those that are not on sale (yet)
    sales: Row

    @property
    def products(self) -> Iterator[tuple[Row, Row, int]]:
        """Each family with each of its products and the product's place in it."""
        for family in self.families:
            for place, product in enumerate(family["products"]):
                yield family, product, place


@cache
def load(folder: Path = FOLDER) -> Stories:
    return Stories(
        people=read(folder / "people.yaml"),
        categories=tuple(read(folder / "categories.yaml")),
        chapters=tuple(rows("chapters", folder)),
        artisans=tuple(rows("artisans", folder)),
        families=tuple(family(path) for path in sorted((folder / "products").glob("*.yaml"))),
        submissions=tuple(read(folder / "submissions.yaml")),
        sales=read(folder / "sales.yaml"),
    )


def family(path: Path) -> Row:
    """Products of one kind, under the name of their file."""
    return {"name": path.stem, **read(path)}
