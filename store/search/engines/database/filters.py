"""What narrows a search, by the facet that offers it."""

from typing import Final

from django.db.models import Q, QuerySet

from store.search.engines.facets import Facet, combinations
from store.search.engines.port import ProductQuery, Readiness
from store.search.models import ProductDocument

Documents = QuerySet[ProductDocument]
PLACE: Final = "place"
OPTIONS: Final = "options"

READINESS: Final = {
    Readiness.READY: Q(is_made_to_order=False, is_available=True),
    Readiness.MADE_TO_ORDER: Q(is_made_to_order=True),
}


def base(query: ProductQuery) -> Documents:
    """Where a search looks: what no facet offers to change."""
    found = ProductDocument.objects.filter(is_public=True)
    if query.chapter:
        found = found.filter(chapter_slug=query.chapter)
    if query.artisan is not None:
        found = found.filter(artisan_id=query.artisan)
    if query.products:
        found = found.filter(product_id__in=query.products)
    return found


def filters(query: ProductQuery) -> dict[str, Q]:
    """The chosen filters alone."""
    every = {
        Facet.CATEGORY: Q(category_ids__contains=[query.category]) if query.category else None,
        PLACE: _place(query),
        Facet.MATERIAL: Q(materials__overlap=list(query.materials)) if query.materials else None,
        Facet.TECHNIQUE: Q(techniques__overlap=list(query.techniques)) if query.techniques else None,
        Facet.CERTIFICATE: Q(certificates__contains=list(query.certificates)) if query.certificates else None,
        Facet.READINESS: READINESS[query.readiness] if query.readiness else None,
        Facet.RATING: Q(rating__gte=query.rating_from) if query.rating_from else None,
        Facet.PRICE: _price(query),
        OPTIONS: _options(query),
    }
    return {str(name): one for name, one in every.items() if one is not None}


def _place(query: ProductQuery) -> Q | None:
    if not (query.provinces or query.regencies):
        return None
    return Q(province_code__in=query.whole_provinces) | Q(regency_code__in=query.regencies)


def _price(query: ProductQuery) -> Q | None:
    price = Q()
    if query.price_from is not None:
        price &= Q(price__gte=query.price_from)
    if query.price_to is not None:
        price &= Q(price__lte=query.price_to)
    return price or None


def _options(query: ProductQuery) -> Q | None:
    """One variant that can be bought has all of them."""
    if not query.options:
        return None
    found = Q()
    for one in combinations(query):
        found |= Q(variants__contains=[{"options": one, "is_available": True}])
    return found
