"""What search engines read (schema.org), as JSON that is safe inside a page."""

import json
from collections.abc import Sequence
from typing import Any, Final

from django.utils.safestring import SafeString, mark_safe

from store.catalogue.models import Product
from store.catalogue.options import OPTIONS

_ESCAPED: Final = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def as_json(facts: Any) -> SafeString:
    """JSON in which nothing can close the script element it stands in."""
    return mark_safe(json.dumps(facts, ensure_ascii=False).translate(_ESCAPED))  # noqa: S308 - escaped above


def product_facts(product: Product, *, url: str, pictures: Sequence[str], seller: str) -> dict[str, Any]:
    """Product with its Offer; the price in whole rupiah."""
    return {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": product.name_shown,
        "description": " ".join(product.story_shown.split())[:500],
        "sku": product.upc,
        "url": url,
        "image": list(pictures),
        "material": ", ".join(product.materials),
        "countryOfOrigin": {"@type": "Country", "name": "ID"},
        "brand": {"@type": "Organization", "name": product.chapter.name},
        "weight": {"@type": "QuantitativeValue", "value": product.weight_g, "unitCode": "GRM"},
        "offers": _offer(product, url=url, seller=seller),
    }


def group_facts(product: Product, *, url: str, pictures: Sequence[str], seller: str) -> dict[str, Any]:
    """A product with variants: what they share, and each with its own Offer at its own address."""
    shared = product_facts(product, url=url, pictures=pictures, seller=seller)
    del shared["offers"]
    return {
        **shared,
        "@type": "ProductGroup",
        "productGroupID": product.upc,
        "variesBy": [
            f"https://schema.org/{_PROPERTIES[one]}" for one in product.option_names if one in _PROPERTIES
        ],
        "hasVariant": [_variant_facts(one, url, pictures, seller) for one in product.variants],
    }


# What schema.org calls our options; the others are told as additional properties.
_PROPERTIES: Final = {"warna": "color", "ukuran": "size", "motif": "pattern"}


def _variant_facts(variant: Product, url: str, pictures: Sequence[str], seller: str) -> dict[str, Any]:
    named = {name: value for name, value in variant.variant_options.items() if name in _PROPERTIES}
    others = [
        {"@type": "PropertyValue", "name": str(OPTIONS[name]), "value": value}
        for name, value in variant.variant_options.items()
        if name not in named
    ]
    return {
        "@type": "Product",
        "name": variant.name_shown,
        "sku": variant.upc,
        "image": list(pictures),
        **{_PROPERTIES[name]: value for name, value in named.items()},
        **({"additionalProperty": others} if others else {}),
        "offers": _offer(variant, url=f"{url}?varian={variant.variant_number}", seller=seller),
    }


def _offer(product: Product, *, url: str, seller: str) -> dict[str, Any]:
    return {
        "@type": "Offer",
        "url": url,
        "price": int(product.price),
        "priceCurrency": "IDR",
        "availability": f"https://schema.org/{_availability(product)}",
        "itemCondition": "https://schema.org/NewCondition",
        "seller": {"@type": "Organization", "name": seller},
    }


def _availability(product: Product) -> str:
    if not product.is_sellable:
        return "OutOfStock"
    return "MadeToOrder" if product.is_made_to_order else "InStock"


def breadcrumb_facts(way: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The way to a page: titles with whole addresses."""
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": title, "item": url}
            for place, (title, url) in enumerate(way, 1)
        ],
    }
