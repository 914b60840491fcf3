"""Keeping documents in step with products, and the rows of wordings."""

from collections.abc import Iterable, Iterator, Sequence

from django.core.cache import cache
from django.db import connection, transaction

from store.catalogue.models import Product, ProductImage
from store.catalogue.pictures import CARD, GALLERY, THUMB, sources_of
from store.catalogue.tree import CategoryTree
from store.search import unsent
from store.search.document import document_of
from store.search.models import ProductDocument, Variant
from store.search.scoring import HEAD_MARK
from store.search.seeds import KINDS, SAME
from store.search.selectors import THESAURUS_KEY, VOCABULARY_KEY

BATCH = 200
# What a rotation gave stays when a document is made anew.
COPIED = [
    field.name for field in ProductDocument._meta.fields if not field.primary_key and field.name != "turn"
]


def index_product(*, product: Product) -> None:
    """Makes the product's document anew."""
    index_products(product_ids=[product.pk])


def index_products(*, product_ids: Sequence[int]) -> int:
    """Makes these products' documents anew and forgets those that are no product any more. Returns how many stand.

    Pictures are made before anything is locked: they take their time.
    """
    first = ProductImage.objects.filter(product__in=product_ids, display_order=0)
    for image in first.select_related("picture").prefetch_related("picture__renditions"):
        sources_of(image.picture, CARD)
    return _write(product_ids)


def make_gallery(*, product_ids: Sequence[int]) -> None:
    """Makes the pictures of the product page, so that its first visitor need not wait for them."""
    for image in ProductImage.objects.filter(product__in=product_ids).select_related("picture"):
        sources_of(image.picture, GALLERY)
        sources_of(image.picture, THUMB)


@transaction.atomic
def _write(product_ids: Sequence[int]) -> int:
    """Of two runs for one product the later sees the newer state: products are locked in the order of their keys."""
    held = Product.objects.filter(pk__in=product_ids).order_by("pk").select_for_update(no_key=True)
    list(held.values_list("pk"))
    products = list(Product.objects.published().filter(pk__in=product_ids).for_display())
    tree = CategoryTree.load()
    ProductDocument.objects.filter(pk__in=set(product_ids) - {product.pk for product in products}).delete()
    ProductDocument.objects.bulk_create(
        [document_of(product, tree) for product in products],
        update_conflicts=True,
        unique_fields=["product"],
        update_fields=COPIED,
    )
    unsent.remember(product_ids)
    return len(products)


def reindex(*, product_ids: Iterable[int] | None = None) -> Iterator[int]:
    """Makes documents anew batch by batch (all products when none are named); yields how many each batch made.

    Each batch stands by itself: searches go on meanwhile, and a broken run is simply run again.
    """
    published = Product.objects.published()
    chosen = list(
        published.order_by("pk").values_list("pk", flat=True) if product_ids is None else product_ids
    )
    for start in range(0, len(chosen), BATCH):
        yield index_products(product_ids=chosen[start : start + BATCH])
    if product_ids is None:
        ProductDocument.objects.exclude(product__in=published).delete()
    count_words()


@transaction.atomic
def count_words() -> int:
    """Counts anew in how many public products each word of titles and names stands. Returns how many words."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE search_knownword IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("DELETE FROM search_knownword")
        cursor.execute(
            "INSERT INTO search_knownword (word, products) SELECT word, ndoc FROM ts_stat("
            "'SELECT heading FROM search_productdocument WHERE is_public', 'ac') "
            "WHERE length(word) BETWEEN 3 AND 120 AND NOT starts_with(word, %s)",
            [HEAD_MARK],
        )
        words: int = cursor.rowcount
    transaction.on_commit(lambda: cache.delete(VOCABULARY_KEY))
    return words


@transaction.atomic
def seed_variants() -> int:
    """Adds the wordings to begin with; rows that editors made or changed stay. Returns how many are new."""
    before = Variant.objects.count()
    Variant.objects.bulk_create([*_same(), *_kinds()], ignore_conflicts=True)
    forget_variants()
    return Variant.objects.count() - before


def _same() -> Iterator[Variant]:
    for line in SAME:
        first, *others = (word.strip() for word in line.split("="))
        for word in others:
            yield Variant(word=word, means=first, relation=Variant.Relation.SAME)


def _kinds() -> Iterator[Variant]:
    for kind, broader in KINDS:
        yield Variant(word=kind, means=broader, relation=Variant.Relation.KIND)


def forget_variants() -> None:
    """Lets the next search read the rows anew, once the change stands."""
    transaction.on_commit(lambda: cache.delete(THESAURUS_KEY))
