"""The one serializer: from a product to its document."""

from typing import Any

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Value
from django.db.models.functions import Cast

from iccn.regions.models import Regency
from store.catalogue.models import Product
from store.catalogue.pictures import CARD, sources_of
from store.catalogue.tree import CategoryTree
from store.search.models import ProductDocument
from store.search.vectors import Passage, vector_text


def document_of(product: Product, tree: CategoryTree) -> ProductDocument:
    """Reads only what `Product.objects.for_display()` has fetched, and makes missing renditions."""
    published_at: Any = product.published_at  # published products alone have documents
    categories = [node for one in product.categories.all() for node in tree.line(one.pk)]
    return ProductDocument(
        product=product,
        upc=product.upc or "",
        slug=product.slug,
        title=product.title,
        title_en=product.title_en,
        category_ids=sorted({node.id for node in categories}),
        certificates=[one.kind for one in product.certificates.all()],
        is_public=product.is_public,
        rating=product.rating,
        published_at=published_at,
        picture=sources_of(_first_picture(product), CARD),
        words=_words(product, [name for node in categories for name in (node.name, node.name_en)]),
        **_maker(product),
        **_place(product),
        **_offer(product),
    )


def _first_picture(product: Product) -> Any:
    images = list(product.images.all())
    return images[0].picture if images else None


def _maker(product: Product) -> dict[str, Any]:
    """The artisan's name is shown and found only by the artisan's own consent."""
    artisan = product.artisan
    return {
        "artisan_id": artisan.pk,
        "artisan_code": artisan.code if artisan.is_public else "",
        "artisan_name": artisan.name if artisan.is_public else "",
    }


def _place(product: Product) -> dict[str, str]:
    regency: Regency = product.chapter.regency
    return {
        "chapter_slug": product.chapter.slug,
        "chapter_name": product.chapter.name,
        "regency_code": regency.code,
        "regency_name": regency.name,
        "province_code": regency.province.code,
        "province_name": regency.province.name,
    }


def _offer(product: Product) -> dict[str, Any]:
    left = product.pieces_left
    return {
        "price": product.price,
        "is_made_to_order": product.is_made_to_order,
        "is_available": product.is_sellable,
        "pieces_left": None if left is None else max(0, left),
    }


def _words(product: Product, category_names: list[str]) -> Any:
    """Titles weigh most; then names, places, materials and techniques; then the story."""
    names = [*product.materials, *product.techniques, *category_names, *_names(product)]
    passages = [
        Passage(product.title, words="A", roots="B"),
        Passage(product.title_en, words="A", roots="B"),
        *(Passage(name, words="C", roots="D") for name in dict.fromkeys(names)),
        Passage(product.story, words="D", roots="D"),
        Passage(product.story_en, words="D", roots="D"),
        Passage(product.upc or "", words="D", roots="D"),
    ]
    return Cast(Value(vector_text(passages)), SearchVectorField())


def _names(product: Product) -> list[str]:
    kinds = [one.get_kind_display() for one in product.certificates.all()]
    maker, place = _maker(product), _place(product)
    return [
        maker["artisan_name"],
        place["chapter_name"],
        place["regency_name"],
        place["province_name"],
        *kinds,
    ]
