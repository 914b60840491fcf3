"""The one serializer: from a product to its document."""

import hashlib
import json
from dataclasses import asdict
from typing import Any, Final

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Value
from django.db.models.functions import Cast
from django.utils.text import slugify

from iccn.regions.models import Regency
from store.catalogue.models import Product, ProductFigures
from store.catalogue.pictures import CARD, sources_of
from store.catalogue.tree import CategoryTree, Node
from store.search.models import ProductDocument
from store.search.vectors import Analysed, analyse, heading_vector, whole_vector

LONGEST_SLUG: Final = 60
# Made from the rest, given by others, or different on every run: no sign of drift.
NOT_DIGESTED: Final = frozenset({"digest", "heading", "words", "turn", "updated_at"})


def document_of(product: Product, tree: CategoryTree) -> ProductDocument:
    """Reads only what `Product.objects.for_display()` has fetched, and makes missing renditions."""
    nodes = [node for one in product.categories.all() for node in tree.line(one.pk)]
    analysed = _analysed(product, nodes)
    published_at: Any = product.published_at  # published products alone have documents
    document = ProductDocument(
        product=product,
        upc=product.upc or "",
        slug=product.slug,
        title=product.title,
        title_en=product.title_en,
        category_ids=sorted({node.id for node in nodes}),
        materials=_slugs(product.materials),
        techniques=_slugs(product.techniques),
        certificates=sorted({one.kind for one in product.certificates.all()}),
        is_public=product.is_public,
        published_at=published_at,
        picture=sources_of(_first_picture(product), CARD),
        analysed=asdict(analysed),
        heading=_vector(heading_vector(analysed)),
        words=_vector(whole_vector(analysed)),
        **_maker(product),
        **_place(product),
        **_offer(product),
        **_figures(product),
    )
    document.digest = digest_of(document)
    return document


def digest_of(document: ProductDocument) -> str:
    """The same for two documents that say the same, on every machine."""
    said = {
        field.attname: getattr(document, field.attname)
        for field in ProductDocument._meta.concrete_fields
        if field.attname not in NOT_DIGESTED
    }
    text = json.dumps(said, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _vector(literal: str) -> Any:
    return Cast(Value(literal), SearchVectorField())


def _slugs(words: list[str]) -> list[str]:
    return sorted({slug for word in words if (slug := slugify(word)[:LONGEST_SLUG])})


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
        "is_from_price": product.is_from_price,
        "variants": [_variant(one) for one in product.variants],
    }


def _variant(variant: Product) -> dict[str, Any]:
    """As the filter by options asks for it: all chosen options within one variant."""
    return {
        "options": variant.variant_options,
        "price": int(variant.price),
        "is_available": variant.is_sellable,
    }


def _figures(product: Product) -> dict[str, Any]:
    counted = getattr(product, "figures", None) or ProductFigures()
    return {"sold": counted.sold, "rating": counted.rating, "reviews": counted.reviews}


def _analysed(product: Product, nodes: list[Node]) -> Analysed:
    """Titles weigh most; then names, places, materials and techniques; then the story and categories above."""
    own = {one.pk for one in product.categories.all()}
    names, above = (
        [name for node in nodes if (node.id in own) is is_own for name in (node.name, node.name_en)]
        for is_own in (True, False)
    )
    return analyse(
        title=(product.title, product.title_en),
        names=(*product.materials, *product.techniques, *names, *_names(product), *_values(product)),
        rest=(*above, product.story, product.story_en, product.upc or ""),
    )


def _values(product: Product) -> list[str]:
    """What its variants are called, each once: "Merah", "250 g"."""
    return list(dict.fromkeys(value for one in product.variants for value in one.variant_options.values()))


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
