"""The nightly look for drift: whether every document says what its product says, by its digest."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from store.catalogue.models import Product
from store.catalogue.tree import CategoryTree
from store.search.document import document_of
from store.search.models import ProductDocument
from store.search.services import index_products

BATCH: Final = 200


@dataclass(frozen=True, slots=True)
class Drift:
    """Of so many products looked at, those whose document is lacking, says something else, or has no product."""

    looked_at: int
    lacking: tuple[int, ...] = ()
    different: tuple[int, ...] = ()
    surplus: tuple[int, ...] = ()

    @property
    def products(self) -> tuple[int, ...]:
        return (*self.lacking, *self.different, *self.surplus)


def mend() -> Iterator[Drift]:
    """Compares batch by batch and makes anew what differs; yields what each batch found.

    Nothing is locked while comparing: what changes meanwhile only looks like drift, and is made anew once more.
    """
    published = list(Product.objects.published().order_by("pk").values_list("pk", flat=True))
    tree = CategoryTree.load()
    for start in range(0, len(published), BATCH):
        yield _mended(_compared(published[start : start + BATCH], tree))
    surplus = ProductDocument.objects.exclude(pk__in=Product.objects.published())
    yield _mended(Drift(0, surplus=tuple(surplus.order_by("pk").values_list("pk", flat=True))))


def _compared(product_ids: list[int], tree: CategoryTree) -> Drift:
    there = dict(ProductDocument.objects.filter(pk__in=product_ids).values_list("pk", "digest"))
    products = Product.objects.filter(pk__in=product_ids).order_by("pk").for_display()
    wanted = {product.pk: document_of(product, tree).digest for product in products}
    return Drift(
        looked_at=len(product_ids),
        lacking=tuple(one for one in wanted if one not in there),
        different=tuple(one for one, digest in wanted.items() if there.get(one, digest) != digest),
    )


def _mended(found: Drift) -> Drift:
    if found.products:
        index_products(product_ids=found.products)
    return found


def total(found: list[Drift]) -> Drift:
    """All batches as one."""
    return Drift(
        looked_at=sum(one.looked_at for one in found),
        lacking=tuple(product for one in found for product in one.lacking),
        different=tuple(product for one in found for product in one.different),
        surplus=tuple(product for one in found for product in one.surplus),
    )
