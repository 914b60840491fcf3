"""The whole category tree in one query: it is small, and a page needs names, paths and counts of it."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from store.catalogue.models import Category
from store.catalogue.words import in_language


@dataclass(frozen=True, slots=True)
class Node:
    """A public category. `path` are the slugs from the root, joined by strokes."""

    id: int
    parent: int | None
    depth: int
    path: str
    name: str
    name_en: str
    description: str
    description_en: str

    @property
    def title(self) -> str:
        return in_language(self.name, self.name_en)

    @property
    def words(self) -> str:
        return in_language(self.description, self.description_en)

    @property
    def url(self) -> str:
        return reverse("store:category", kwargs={"path": self.path})


class CategoryTree:
    """Public categories in the order of the tree."""

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self._by_id = {node.id: node for node in nodes}

    @classmethod
    def load(cls) -> "CategoryTree":
        """One query."""
        rows = Category.objects.browsable().order_by("path")
        known: dict[str, Node] = {}
        for row in rows:
            parent = known.get(row.path[: -Category.steplen])
            known[row.path] = Node(
                id=row.pk,
                parent=parent.id if parent else None,
                depth=row.depth,
                path=f"{parent.path}/{row.slug}" if parent else row.slug,
                name=row.name,
                name_en=row.name_en,
                description=row.description,
                description_en=row.description_en,
            )
        return cls(list(known.values()))

    @cached_property
    def by_path(self) -> dict[str, Node]:
        return {node.path: node for node in self.nodes}

    def get(self, category_id: int) -> Node | None:
        return self._by_id.get(category_id)

    def line(self, category_id: int) -> list[Node]:
        """From the root down to the category; empty for one that is not public."""
        line: list[Node] = []
        node = self._by_id.get(category_id)
        while node is not None:
            line.insert(0, node)
            node = self._by_id.get(node.parent) if node.parent is not None else None
        return line

    def children(self, category_id: int | None) -> list[Node]:
        """The categories right under one, or the roots."""
        return [node for node in self.nodes if node.parent == category_id]
